import type { Shape } from '../../core/validation';
import type { ConditionActionProps } from '../actions/condition-action';
import { ACTIONS, ACTIONS_SHAPE } from './container-rules';
import { EXPRESSION } from './workflow-expression-rules';

export const CONDITION_SHAPE: Shape<
  ConditionActionProps & Required<Pick<ConditionActionProps, 'otherwise'>>
> = { ...ACTIONS_SHAPE, condition: EXPRESSION, otherwise: ACTIONS };
