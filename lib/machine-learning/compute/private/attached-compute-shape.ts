import { Is } from '../../../core/validation';
import { WORKSPACE } from './compute-shapes';

/** The run-time types of {@link AttachedComputeProps}. */
export const ATTACHED_COMPUTE_SHAPE = {
  name: Is.text,
  workspace: WORKSPACE,
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

export const SECRET = Is.having('a ComputeSecret', '_valueIn');

export const IDENTITY = Is.having('a user-assigned identity', 'identityId', 'grantPrincipal');
