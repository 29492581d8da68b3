import { CRON_RULES } from '../../../core/cron';
import { Is, type Rule, type Shape } from '../../../core/validation';
import type { RecurrenceOptions } from '../recurrence';
import { endFinding, timeFinding } from './schedule-time';

type CronProps = RecurrenceOptions &
  Required<Pick<RecurrenceOptions, 'timeZone'>> & { readonly expression: string };

export const CRON_TRIGGER_SHAPE: Shape<CronProps> = {
  expression: Is.text,
  timeZone: Is.text,
  startTime: Is.optional(Is.text),
  endTime: Is.optional(Is.text),
};

export const CRON_TRIGGER_RULES: readonly Rule<CronProps>[] = [
  ...CRON_RULES,
  {
    code: 'ScheduleTimeInvalid',
    check: ({ startTime, endTime }) =>
      timeFinding('startTime', startTime) ?? timeFinding('endTime', endTime),
  },
  {
    code: 'ScheduleEndBeforeStart',
    check: ({ startTime, endTime }) => endFinding(startTime, endTime),
  },
];
