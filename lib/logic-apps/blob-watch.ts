import type { Duration } from '../core/duration';
import type { IStorageContainer } from '../storage/storage-container';
import type { BlobFilter } from './blob-filter';

/** Which blobs are watched, and how. */
export interface BlobWatchProps {
  /**
   * Container that is watched. Its account must let trusted services pass its firewall, if it has one, and
   * then the workflow needs a system-assigned identity.
   *
   * @see https://learn.microsoft.com/azure/connectors/connectors-create-api-azureblobstorage#access-storage-accounts-behind-firewalls
   */
  readonly container: IStorageContainer;
  /**
   * Folder that is watched, without its subfolders: a trigger for each is needed. Names of folders between
   * single slashes, such as `incoming/daily`; a slash at either end is dropped. `+`, `*` and percent
   * sequences such as `%20` are refused: the service cannot find such blobs, and takes no patterns.
   *
   * @default - the root of the container
   * @see https://learn.microsoft.com/connectors/azureblob/#general-known-issues-and-limitations
   */
  readonly path?: string;
  /**
   * How often the folder is looked at: 1 second to 500 days, inclusive. Every look is paid for. A blob that
   * changes several times in between is seen once.
   *
   * @default Duration.minutes(5)
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config
   */
  readonly pollEvery?: Duration;
  /**
   * How many blobs one look may return: 1 to 100, inclusive. Each has a run of its own; the others follow
   * with the next look.
   *
   * @default 10
   * @see https://learn.microsoft.com/connectors/azureblob/#when-a-blob-is-added-or-modified-(properties-only)-(v2)
   */
  readonly maxFileCount?: number;
  /**
   * Which blobs start a run; asked before it starts.
   *
   * @default - all
   */
  readonly filter?: BlobFilter;
}
