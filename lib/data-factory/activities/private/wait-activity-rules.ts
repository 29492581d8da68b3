import { isOutside, type Rule, type Shape } from '../../../core/validation';
import { DURATION } from '../../private/property-types';
import type { WaitActivityProps } from '../wait-activity';

type Own = Pick<WaitActivityProps, 'duration'>;

export const WAIT_ACTIVITY_SHAPE: Shape<Own> = { duration: DURATION };

export const WAIT_ACTIVITY_RULES: readonly Rule<Own>[] = [
  {
    code: 'WaitTooShort',
    check: ({ duration }) =>
      isOutside(duration.toSeconds(), 1, Number.MAX_SAFE_INTEGER)
        ? { property: 'duration', must: 'be at least 1 second', got: duration.toTimespan() }
        : undefined,
  },
];
