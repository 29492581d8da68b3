import { armIdRule } from '../../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../../core/validation';

interface ComputeById {
  readonly computeId: string;
}

export const COMPUTE_ID_SHAPE: Shape<ComputeById> = { computeId: Is.known(Is.text) };

export const COMPUTE_ID_RULES: readonly Rule<ComputeById>[] = [
  armIdRule({
    code: 'ComputeIdInvalid',
    property: 'computeId',
    type: 'Microsoft.MachineLearningServices/workspaces/computes',
  }),
];
