import { isOutside, type Rule, type Shape } from '../../core/validation';
import type { DelayActionProps } from '../actions/delay-action';
import { DURATION, MAX_RUN_SECONDS } from './until-rules';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const DELAY_SHAPE: Shape<DelayActionProps> = { ...ACTION_SHAPE, duration: DURATION };

export const DELAY_RULES: readonly Rule<DelayActionProps>[] = [
  {
    code: 'DelayOutOfRange',
    check: ({ duration }) =>
      isOutside(duration.toSeconds(), 1, MAX_RUN_SECONDS)
        ? {
            property: 'duration',
            must: 'be between 1 second and 90 days, inclusive',
            got: duration.toHuman(),
          }
        : undefined,
  },
];
