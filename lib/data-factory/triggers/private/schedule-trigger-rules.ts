import { Is, type Rule, type Shape } from '../../../core/validation';
import type { ScheduleTriggerProps } from '../schedule-trigger';
import { type ResolvedTriggerProps, TRIGGER_RULES, TRIGGER_SHAPE } from './trigger-rules';

/** Properties of a schedule trigger with their defaults. */
export type ResolvedScheduleTriggerProps = ResolvedTriggerProps &
  Pick<ScheduleTriggerProps, 'recurrence'>;

export const SCHEDULE_TRIGGER_SHAPE: Shape<ResolvedScheduleTriggerProps> = {
  ...TRIGGER_SHAPE,
  recurrence: Is.having('a Recurrence', 'frequency', 'interval', 'timeZone', 'describe'),
};

export const SCHEDULE_TRIGGER_RULES: readonly Rule<ResolvedScheduleTriggerProps>[] = TRIGGER_RULES;
