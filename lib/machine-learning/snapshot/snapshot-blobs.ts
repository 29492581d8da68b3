import { StorageBlob } from '@cdktf/provider-azurerm/lib/storage-blob';
import { TerraformIterator, Token } from 'cdktf';
import type { Construct } from 'constructs';
import type { StringMap } from '../../azapi/azapi-types';
import { declaredName } from '../../core/declared-name';
import { recordFact } from '../../core/facts';
import { escapeTemplates } from '../../core/terraform-text';
import type { IStorageContainer } from '../../storage/storage-container';
import { waitingFor } from './code-storage';
import type { Snapshot } from './snapshot';
import { StagedFiles } from './staged-files';

/** Where the files of a snapshot go. */
export interface SnapshotPlace {
  readonly container: IStorageContainer;
  /** Folder within the container, without slashes at its ends, named by the hash of the snapshot. */
  readonly folder: string;
}

/** Files that are one resource. */
export interface UploadedFiles {
  readonly blobs: StorageBlob;
  /** URL of each file, by its path. */
  readonly urls: StringMap;
  /** What the URLs start with. */
  readonly folderUrl: string;
}

/** What azurerm does not bring back when it imports a blob, and would replace it for; the name holds the hash. */
const NOT_IMPORTED = ['source', 'parallelism', 'size', 'content_md5'];

/**
 * Uploads a snapshot: one blob for each file, made from a map, so that construct ids do not depend on
 * names of files. azurerm refuses to upload an empty file, and makes an empty blob of none.
 */
export function uploadSnapshot(
  scope: Construct,
  snapshot: Snapshot,
  { container, folder }: SnapshotPlace,
): readonly UploadedFiles[] {
  const staged = new StagedFiles(
    scope,
    'Files',
    new Map(snapshot.files.map((file) => [file.path, file])),
  );
  const folderUrl = `${plannedUri(container)}/${folder}/`;
  return [false, true].flatMap((empty) => {
    const paths = snapshot.files.filter((file) => file.empty === empty).map(({ path }) => path);
    if (paths.length === 0) return [];
    const sources = TerraformIterator.fromMap(
      escapeTemplates(Object.fromEntries(paths.map((path) => [path, staged.pathOf(path)]))),
    );
    const blobs = new StorageBlob(scope, empty ? 'EmptyFile' : 'File', {
      forEach: sources,
      name: `${folder}/${sources.key}`,
      storageAccountName: container.storageAccount.storageAccountName,
      storageContainerName: container.containerName,
      type: 'Block',
      ...(empty ? {} : { source: Token.asString(sources.value) }),
      lifecycle: { ignoreChanges: NOT_IMPORTED },
      dependsOn: waitingFor(scope, container),
    });
    recordFact(blobs, 'instances', { count: paths.length });
    const urls = Object.fromEntries(paths.map((path) => [path, `${folderUrl}${path}`]));
    return [{ blobs, urls, folderUrl }];
  });
}

/** The URL of a container, of names: a reference would not be known while its account is planned to be made. */
function plannedUri({ storageAccount, containerName }: IStorageContainer): string {
  const account = declaredName(storageAccount, storageAccount.storageAccountName);
  return `https://${account}.${storageAccount.cloud.blobSuffix}/${containerName}`;
}
