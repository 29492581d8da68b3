import { StorageBlob } from '@cdktf/provider-azurerm/lib/storage-blob';
import { TerraformIterator } from 'cdktf';
import { Construct } from 'constructs';
import { AssumptionError } from '../../core/errors';
import { recordFact } from '../../core/facts';
import { escapeTemplates } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { DatastorePath } from '../datastore/datastore-path';
import type { IDatastore } from '../datastore/datastore-types';
import type { IStorageContainer } from '../../storage/storage-container';
import { waitingFor } from '../snapshot/code-storage';
import { StagedFiles } from '../snapshot/staged-files';
import { DATASTORE_UPLOAD_RULES, DATASTORE_UPLOAD_SHAPE } from './private/datastore-upload-rules';
import type { UploadSource } from './upload-source';

/** Properties of a {@link DatastoreUpload}. */
export interface DatastoreUploadProps {
  /**
   * The datastore whose container the files go to: one over blobs or Data Lake Gen2 that is declared here or
   * was told its container, or `Datastore.workspaceBlobStore` of a workspace whose storage account is known.
   */
  readonly datastore: IDatastore;
  /** The files. */
  readonly source: UploadSource;
  /**
   * Folder within the datastore, without a slash at its start; one at its end changes nothing. Another
   * one moves the files: each blob is deleted and made again.
   *
   * @default - the root of the container
   */
  readonly targetPath?: string;
}

/** Empty files have no source: azurerm refuses to upload one, and makes an empty blob of none. */
const SOURCE = '${each.value == "" ? null : each.value}';
const CONTENT_MD5 = '${each.value == "" ? null : filemd5(each.value)}';

/**
 * Local files under a path of a datastore, put there by the apply: `azurerm_storage_blob`, one for each
 * file.
 *
 * Terraform owns the blobs. Changed content replaces the blob, also where somebody else changed it and
 * the service kept its MD5; a file that is gone deletes it. A blob that was there before is not
 * overwritten: azurerm refuses to create it, until it is deleted or imported.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.81.0/docs/resources/storage_blob
 */
export class DatastoreUpload extends Construct {
  /** The datastore that the files are in. */
  public readonly datastore: IDatastore;
  /**
   * The folder that the files are in, with a slash at its end, or the root of the container; for
   * `StepInput`, `DataAsset` and wherever else data are named.
   */
  public readonly path: DatastorePath;

  /**
   * @throws ValidationError DatastorePathInvalid, UploadPathInvalid, UploadToFileShare, UploadContainerUnknown
   */
  public constructor(scope: Construct, id: string, props: DatastoreUploadProps) {
    super(scope, id);
    const resolved = withDefaults(props, { targetPath: '' });
    validateProps(this, resolved, DATASTORE_UPLOAD_SHAPE, DATASTORE_UPLOAD_RULES);

    this.datastore = resolved.datastore;
    const target = resolved.targetPath.replace(/\/$/, '');
    const folder = target === '' ? '' : `${target}/`;
    this.path = this.datastore.path(folder);
    const container = containerOf(this.datastore);
    const { files } = resolved.source.snapshot;
    const full = files.filter(({ empty }) => !empty);
    const staged = new StagedFiles(this, 'Files', new Map(full.map((file) => [file.digest, file])));
    const sources = TerraformIterator.fromMap(
      escapeTemplates(
        Object.fromEntries(
          files.map(({ path, digest, empty }) => [path, empty ? '' : staged.pathOf(digest)]),
        ),
      ),
    );
    const blobs = new StorageBlob(this, 'File', {
      forEach: sources,
      name: `${escapeTemplates(folder)}${sources.key}`,
      storageAccountName: container.storageAccount.storageAccountName,
      storageContainerName: container.containerName,
      type: 'Block',
      source: SOURCE,
      contentMd5: CONTENT_MD5,
      dependsOn: waitingFor(this, container),
    });
    recordFact(blobs, 'instances', { count: files.length });
  }
}

function containerOf({ container }: IDatastore): IStorageContainer {
  if (container === undefined) throw new AssumptionError('a validated datastore has a container');
  return container;
}
