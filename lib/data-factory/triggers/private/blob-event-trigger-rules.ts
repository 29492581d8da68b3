import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { StorageNetworkAccess } from '../../../storage/storage-options';
import { BlobEvent } from '../../blob-event';
import type { BlobEventTriggerProps } from '../blob-event-trigger';
import { type ResolvedTriggerProps, TRIGGER_RULES, TRIGGER_SHAPE } from './trigger-rules';

/** Properties of a blob event trigger with their defaults. */
export type ResolvedBlobEventTriggerProps = ResolvedTriggerProps &
  Required<Pick<BlobEventTriggerProps, 'container' | 'events' | 'ignoreEmptyBlobs'>> &
  Pick<BlobEventTriggerProps, 'path' | 'endsWith'>;

export const BLOB_EVENT_TRIGGER_SHAPE: Shape<ResolvedBlobEventTriggerProps> = {
  ...TRIGGER_SHAPE,
  container: Is.having('a container', 'containerName', 'storageAccount'),
  path: Is.optional(Is.text),
  endsWith: Is.optional(Is.text),
  events: Is.known(Is.list(Is.oneOf(Object.values(BlobEvent)))),
  ignoreEmptyBlobs: Is.boolean,
};

/** Segments between single slashes; the service knows no wildcards. */
const PATH = /^[^/\\*]+(?:\/[^/\\*]+)*$/;

/** @see https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger */
export const BLOB_EVENT_TRIGGER_RULES: readonly Rule<ResolvedBlobEventTriggerProps>[] = [
  ...TRIGGER_RULES,
  {
    code: 'BlobEventPathInvalid',
    check: ({ path }) =>
      mismatches(path, PATH)
        ? {
            property: 'path',
            must: 'be a path such as incoming/daily, without slashes around it, empty segments, "\\" or "*"',
            got: path,
            fix: 'name the container as container, the end of blob names as endsWith',
          }
        : undefined,
  },
  {
    code: 'BlobEventEndInvalid',
    check: ({ endsWith }) =>
      mismatches(endsWith, /^[^\\*]+$/)
        ? {
            property: 'endsWith',
            must: 'be the end of blob names, such as .csv, without "\\" or "*"',
            got: endsWith,
          }
        : undefined,
  },
  {
    code: 'BlobEventsMissing',
    check: ({ events }) =>
      events.length === 0
        ? { property: 'events', must: 'hold at least one event', got: events }
        : undefined,
  },
  {
    code: 'BlobEventOtherCloud',
    check: ({ container: { storageAccount }, pipeline: { factory } }) =>
      storageAccount.cloud.name === factory.cloud.name
        ? undefined
        : {
            property: 'container',
            must: `be in the cloud of the data factory (${factory.cloud.name})`,
            got: storageAccount.cloud.name,
          },
  },
  {
    code: 'BlobEventStorageUnreachable',
    check: ({ container: { storageAccount } }) =>
      storageAccount.networkAccess === StorageNetworkAccess.SELECTED_NETWORKS
        ? {
            property: 'container',
            must: 'be in a storage account that trusted Azure services reach',
            got: storageAccount.networkAccess,
            fix: 'set its networkAccess to StorageNetworkAccess.TRUSTED_SERVICES',
          }
        : undefined,
  },
];
