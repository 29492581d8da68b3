import { Is, mismatches, type Rule } from '../../../core/validation';

export const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName', 'location');

/** azurerm 4.81.0, `azurerm_machine_learning_compute_cluster.name`; the widest of all computes. */
const NAME = /^[a-zA-Z][a-zA-Z0-9-]{1,30}[a-zA-Z0-9]$/;

export const computeNameRule: Rule<{ readonly name: string }> = {
  code: 'ComputeNameInvalid',
  check: ({ name }) =>
    mismatches(name, NAME)
      ? {
          property: 'name',
          must: 'be 3 to 32 letters, digits or hyphens, starting with a letter, not ending with a hyphen',
          got: name,
        }
      : undefined,
};
