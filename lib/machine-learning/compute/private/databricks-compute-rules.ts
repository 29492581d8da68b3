import { armIdRule } from '../../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { DatabricksComputeProps } from '../databricks-compute';
import { ATTACHED_COMPUTE_SHAPE, SECRET } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';

export const DATABRICKS_COMPUTE_SHAPE: Shape<DatabricksComputeProps> = {
  ...ATTACHED_COMPUTE_SHAPE,
  databricksWorkspaceId: Is.text,
  accessToken: SECRET,
  workspaceUrl: Is.optional(Is.text),
};

export const DATABRICKS_COMPUTE_RULES: readonly Rule<DatabricksComputeProps>[] = [
  computeNameRule,
  armIdRule({
    code: 'DatabricksWorkspaceIdInvalid',
    property: 'databricksWorkspaceId',
    type: 'Microsoft.Databricks/workspaces',
  }),
  {
    code: 'DatabricksWorkspaceUrlInvalid',
    check: ({ workspaceUrl }) =>
      mismatches(workspaceUrl, /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i)
        ? {
            property: 'workspaceUrl',
            must: 'be a host without scheme and path, such as adb-123.4.azuredatabricks.net',
            got: workspaceUrl,
          }
        : undefined,
  },
];
