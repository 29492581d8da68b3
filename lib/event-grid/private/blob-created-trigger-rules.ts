import {
  type Finding,
  Is,
  isOutside,
  isUnresolved,
  mismatches,
  type Rule,
  type Shape,
} from '../../core/validation';
import { RESOURCE_GROUP, TAGS, Typed } from '../../logic-apps/private/prop-types';
import { PIPELINE, PIPELINE_REQUEST_SHAPE } from '../../logic-apps/private/run-pipeline-rules';
import { WORKFLOW_IDENTITY } from '../../logic-apps/private/workflow-rules';
import type { IStorageAccount } from '../../storage/storage-account';
import { StorageNetworkAccess } from '../../storage/storage-options';
import type { BlobCreatedTriggerProps } from '../blob-created-trigger-props';

/** The props with the defaults filled in. */
export type ResolvedBlobCreatedTrigger = BlobCreatedTriggerProps &
  Required<Pick<BlobCreatedTriggerProps, 'pollEvery' | 'enabled' | 'identity'>>;

const {
  arguments: ARGUMENTS,
  experimentName,
  outputs,
  continueOnStepFailure,
} = PIPELINE_REQUEST_SHAPE;

const CONTAINER = Is.having(
  'a storage container',
  'containerId',
  'containerName',
  'storageAccount',
);

export const BLOB_CREATED_TRIGGER_SHAPE: Shape<ResolvedBlobCreatedTrigger> = {
  pipeline: PIPELINE,
  container: CONTAINER,
  path: Is.optional(Typed.string),
  suffix: Is.optional(Typed.text),
  assign: ARGUMENTS,
  experimentName,
  outputs,
  continueOnStepFailure,
  pollEvery: Is.having('a Duration', 'toSeconds', 'toHuman'),
  eventStore: Is.optional(
    Is.having('a storage account', 'storageAccountId', 'storageAccountName', 'cloud'),
  ),
  deadLetterContainer: Is.optional(CONTAINER),
  systemTopic: Is.optional(Is.having('a system topic', 'systemTopicId', 'grantPrincipal')),
  enabled: Typed.boolean,
  identity: WORKFLOW_IDENTITY,
  resourceGroup: Is.optional(RESOURCE_GROUP),
  location: Is.optional(Typed.text),
  tags: Is.optional(TAGS),
};

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config */
const MAX_SECONDS = 500 * 86_400;

export const BLOB_CREATED_TRIGGER_RULES: readonly Rule<ResolvedBlobCreatedTrigger>[] = [
  {
    code: 'BlobCreatedPathInvalid',
    check: ({ path }) =>
      path !== undefined && isWrongPath(path)
        ? {
            property: 'path',
            must: 'be names of folders with single slashes between them',
            got: path,
          }
        : undefined,
  },
  {
    code: 'BlobCreatedPollIntervalOutOfRange',
    check: ({ pollEvery }) =>
      isOutside(pollEvery.toSeconds(), 1, MAX_SECONDS)
        ? {
            property: 'pollEvery',
            must: 'be between 1 second and 500 days, inclusive',
            got: pollEvery.toHuman(),
          }
        : undefined,
  },
  {
    code: 'BlobCreatedStoreUnreachable',
    check: ({ eventStore, container }) => storeFinding(eventStore ?? container.storageAccount),
  },
  {
    code: 'BlobCreatedDeadLetterLoop',
    check: ({ deadLetterContainer, container }) =>
      deadLetterContainer?.containerId === container.containerId
        ? {
            property: 'deadLetterContainer',
            must: 'be another container than the one that is watched: dead letters are blobs too',
            got: container.containerName,
          }
        : undefined,
  },
  {
    code: 'BlobCreatedCloudMismatch',
    check: ({ container, pipeline }) =>
      container.storageAccount.cloud.name === pipeline.workspace.cloud.name
        ? undefined
        : {
            property: 'container',
            must: `be in the cloud of the workspace, ${pipeline.workspace.cloud.name}`,
            got: container.storageAccount.cloud.name,
          },
  },
];

function isWrongPath(path: string): boolean {
  if (isUnresolved(path)) return false;
  const segments = path.replace(/^\/|\/$/g, '').split('/');
  return (
    mismatches(path, /^\/?(?:[^/]+\/)*[^/]*$/) ||
    segments.some((segment) => segment === '.' || segment === '..')
  );
}

function storeFinding({ networkAccess }: IStorageAccount): Finding | undefined {
  return networkAccess === undefined || networkAccess === StorageNetworkAccess.ALL_NETWORKS
    ? undefined
    : {
        property: 'eventStore',
        must: 'be open to all networks: the connector of Logic Apps to queues passes no firewall',
        got: 'an account with a firewall',
        fix: 'give as eventStore another account, which holds no data but events',
      };
}
