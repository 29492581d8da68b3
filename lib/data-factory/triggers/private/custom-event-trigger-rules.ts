import { armIdRule } from '../../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../../core/validation';
import type { CustomEventTriggerProps } from '../custom-event-trigger';
import { type ResolvedTriggerProps, TRIGGER_RULES, TRIGGER_SHAPE } from './trigger-rules';

type Resolved = ResolvedTriggerProps &
  Pick<CustomEventTriggerProps, 'topicId' | 'events' | 'subjectBeginsWith' | 'subjectEndsWith'>;

export const CUSTOM_EVENT_SHAPE: Shape<Resolved> = {
  ...TRIGGER_SHAPE,
  topicId: Is.text,
  events: Is.known(Is.list(Is.text)),
  subjectBeginsWith: Is.optional(Is.text),
  subjectEndsWith: Is.optional(Is.text),
};

/** @see https://learn.microsoft.com/azure/data-factory/how-to-create-custom-event-trigger */
export const CUSTOM_EVENT_RULES: readonly Rule<Resolved>[] = [
  ...TRIGGER_RULES,
  armIdRule({
    code: 'CustomEventTopicIdInvalid',
    property: 'topicId',
    type: 'Microsoft.EventGrid/topics',
  }),
  {
    code: 'CustomEventsMissing',
    check: ({ events }) =>
      events.length === 0
        ? { property: 'events', must: 'hold at least one type of event', got: events }
        : undefined,
  },
];
