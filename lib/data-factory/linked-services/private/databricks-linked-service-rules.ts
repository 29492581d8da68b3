import { armIdRule } from '../../../core/arm-id-rule';
import { Is, mismatches, type PropertyType, type Rule, type Shape } from '../../../core/validation';
import type {
  DatabricksJobCluster,
  DatabricksLinkedServiceProps,
} from '../databricks-linked-service';
import {
  LINKED_SERVICE_PROPS_RULES,
  LINKED_SERVICE_PROPS_SHAPE,
  type Resolved,
} from './linked-service-rules';
import { SECRET, secretFinding } from './secret-rules';

type ResolvedDatabricks = Resolved<DatabricksLinkedServiceProps>;

const JOB_CLUSTER: PropertyType = {
  name: 'a DatabricksJobCluster',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { version, nodeType, workers } = value as Partial<DatabricksJobCluster>;
    return [version, nodeType, workers].every((text) => Is.text.accepts(text));
  },
};

export const DATABRICKS_LINKED_SERVICE_SHAPE: Shape<ResolvedDatabricks> = {
  ...LINKED_SERVICE_PROPS_SHAPE,
  workspaceUrl: Is.text,
  workspaceId: Is.optional(Is.text),
  accessToken: Is.optional(SECRET),
  existingClusterId: Is.optional(Is.text),
  jobCluster: Is.optional(JOB_CLUSTER),
};

export const DATABRICKS_LINKED_SERVICE_RULES: readonly Rule<ResolvedDatabricks>[] = [
  ...LINKED_SERVICE_PROPS_RULES,
  {
    code: 'DatabricksUrlInvalid',
    check: ({ workspaceUrl }) =>
      mismatches(workspaceUrl, /^https:\/\/[^/\s]+$/)
        ? {
            property: 'workspaceUrl',
            must: 'be https:// and the host of the workspace, without a path',
            got: workspaceUrl,
          }
        : undefined,
  },
  armIdRule({
    code: 'DatabricksWorkspaceIdInvalid',
    property: 'workspaceId',
    type: 'Microsoft.Databricks/workspaces',
  }),
  {
    code: 'DatabricksSignInUnclear',
    check: ({ workspaceId, accessToken }) =>
      (workspaceId === undefined) === (accessToken === undefined)
        ? {
            property: 'workspaceId',
            must: 'be given where there is no accessToken, and only there',
            got: workspaceId,
            fix: 'give workspaceId to sign in with the identity of the factory, accessToken otherwise',
          }
        : undefined,
  },
  {
    code: 'DatabricksClusterUnclear',
    check: ({ existingClusterId, jobCluster }) =>
      (existingClusterId === undefined) === (jobCluster === undefined)
        ? {
            property: 'jobCluster',
            must: 'be given where there is no existingClusterId, and only there',
            got: jobCluster,
          }
        : undefined,
  },
  {
    code: 'LinkedServiceSecretOfOtherFactory',
    check: ({ factory, accessToken }) => secretFinding('accessToken', accessToken, factory),
  },
];
