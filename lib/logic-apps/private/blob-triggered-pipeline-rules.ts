import type { AzureCloud } from '../../core/cloud';
import { type Finding, Is, type Rule, type Shape } from '../../core/validation';
import { BuiltInRole, type IRole } from '../../identity/built-in-role';
import type { BlobTriggeredPipelineProps } from '../blob-triggered-pipeline';
import { BLOB_WATCH_RULES, BLOB_WATCH_SHAPE, type ResolvedBlobWatch } from './blob-watch-rules';
import { FIREWALL_RULE } from './firewall-rules';
import { RESOURCE_GROUP, TAGS, Typed } from './prop-types';
import { resourceNameRule } from './resource-name-rule';
import { PIPELINE, PIPELINE_REQUEST_SHAPE } from './run-pipeline-rules';
import { WORKFLOW_IDENTITY } from './workflow-rules';

/** The props with the defaults filled in. */
export type ResolvedBlobTriggeredPipeline = BlobTriggeredPipelineProps &
  ResolvedBlobWatch &
  Required<
    Pick<BlobTriggeredPipelineProps, 'workflowName' | 'identity' | 'enabled' | 'secureInputs'>
  >;

const {
  arguments: ARGUMENTS,
  experimentName,
  outputs,
  continueOnStepFailure,
} = PIPELINE_REQUEST_SHAPE;

export const BLOB_TRIGGERED_PIPELINE_SHAPE: Shape<ResolvedBlobTriggeredPipeline> = {
  pipeline: PIPELINE,
  ...BLOB_WATCH_SHAPE,
  assign: ARGUMENTS,
  experimentName,
  outputs,
  continueOnStepFailure,
  enabled: Typed.boolean,
  identity: WORKFLOW_IDENTITY,
  secureInputs: Typed.knownBoolean,
  workflowName: Typed.text,
  resourceGroup: Is.optional(RESOURCE_GROUP),
  location: Is.optional(Typed.text),
  tags: Is.optional(TAGS),
};

/** Roles that let somebody read blobs: Storage Blob Data Reader, Contributor and Owner. */
const BLOB_READERS = [
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
];

/** Roles that let somebody run pipelines: AzureML Data Scientist, Contributor and Owner. */
const PIPELINE_INVOKERS = [
  'f6c7c914-8db3-469d-8ca1-694a8f32e121',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
];

export const BLOB_TRIGGERED_PIPELINE_RULES: readonly Rule<ResolvedBlobTriggeredPipeline>[] = [
  ...BLOB_WATCH_RULES,
  FIREWALL_RULE,
  {
    code: 'BlobTriggerCloudMismatch',
    check: ({ container, pipeline }) =>
      cloudFinding(container.storageAccount.cloud, pipeline.workspace.cloud),
  },
  {
    code: 'IdentityReadRoleMissing',
    check: ({ identity, container }) =>
      roleFinding(
        identity.heldRoles,
        BLOB_READERS,
        `hold Storage Blob Data Reader on the container ${container.containerName}`,
      ),
  },
  {
    code: 'IdentityInvokeRoleMissing',
    check: ({ identity, pipeline }) =>
      roleFinding(
        identity.heldRoles,
        PIPELINE_INVOKERS,
        `hold a role that may run pipelines in the workspace ${pipeline.workspace.workspaceName}`,
      ),
  },
  resourceNameRule('BlobTriggeredPipelineNameInvalid', 'workflowName'),
];

function cloudFinding(watched: AzureCloud, run: AzureCloud): Finding | undefined {
  return watched.name === run.name
    ? undefined
    : {
        property: 'container',
        must: `be in the cloud of the workspace, ${run.name}`,
        got: watched.name,
      };
}

/** Finds fault with roles that somebody else assigns. What a custom role allows is not known here. */
function roleFinding(
  roles: readonly IRole[] | undefined,
  sufficient: readonly string[],
  must: string,
): Finding | undefined {
  const suffices = (role: IRole): boolean =>
    !(role instanceof BuiltInRole) || sufficient.includes(role.guid.toLowerCase());
  if (roles === undefined || roles.some(suffices)) return undefined;
  return {
    property: 'identity',
    must,
    got: roles.map(({ roleName }) => roleName).join(', '),
    fix: 'have it assigned and list it, or let it be granted: WorkflowIdentity.userAssigned(identity)',
  };
}
