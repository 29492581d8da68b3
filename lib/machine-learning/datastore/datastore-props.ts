import type { StringMap } from '../../azapi/azapi-types';
import type { IWorkspace } from '../workspace-types';

/** What every kind of datastore is declared with. */
export interface DatastoreProps {
  /**
   * 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit; none of the
   * names that every workspace has already, such as `workspaceblobstore`. Changing it replaces the
   * datastore; the data stays.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.81.0/docs/resources/machine_learning_datastore_blobstorage
   */
  readonly name: string;
  /** The workspace that the datastore belongs to. */
  readonly workspace: IWorkspace;
  /**
   * Changing it replaces a datastore that azurerm makes, over blobs or Data Lake Gen2; the data stays.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Changing them replaces a datastore that azurerm makes, so the tags of the stack are left out.
   *
   * @default - none
   */
  readonly tags?: StringMap;
}
