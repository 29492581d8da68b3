import { armIdRule } from '../../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../../core/validation';
import type { VirtualMachineComputeProps } from '../virtual-machine-compute';
import { ATTACHED_COMPUTE_SHAPE } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';
import { CREDENTIALS, SSH_TARGET_RULES, SSH_TARGET_SHAPE } from './ssh-credentials-rules';

type Resolved = VirtualMachineComputeProps & Required<Pick<VirtualMachineComputeProps, 'sshPort'>>;

export const VIRTUAL_MACHINE_COMPUTE_SHAPE: Shape<Resolved> = {
  ...ATTACHED_COMPUTE_SHAPE,
  ...SSH_TARGET_SHAPE,
  virtualMachineId: Is.text,
  credentials: CREDENTIALS,
};

export const VIRTUAL_MACHINE_COMPUTE_RULES: readonly Rule<Resolved>[] = [
  computeNameRule,
  armIdRule({
    code: 'VirtualMachineIdInvalid',
    property: 'virtualMachineId',
    type: 'Microsoft.Compute/virtualMachines',
  }),
  ...SSH_TARGET_RULES,
];
