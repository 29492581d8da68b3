/**
 * Resources that services make by themselves below others, so that nobody has to create them.
 *
 * Sub-services of a storage account; containers of versioned Azure ML assets, which the first version
 * makes, the datastores of a new workspace and the container of its blobs; the managed network of a data
 * factory.
 */
const IMPLICIT: readonly RegExp[] = [
  /\/storageAccounts\/[^/]+\/(blob|file|queue|table)Services\/default$/i,
  /\/blobServices\/default\/containers\/azureml-blobstore-[^/]+$/i,
  /\/workspaces\/[^/]+\/(codes|components|data|environments|models)\/[^/]+$/i,
  /\/workspaces\/[^/]+\/datastores\/workspace(artifactstore|blobstore|filestore|workingdirectory)$/i,
  /\/factories\/[^/]+\/managedVirtualNetworks\/default$/i,
];

/** Whether a resource exists as soon as its parent does. */
export function isImplicit(id: string): boolean {
  return IMPLICIT.some((pattern) => pattern.test(id));
}

/** The id of a resource that has two: role assignments say `fileshares` for what is `shares` elsewhere. */
export function storedId(id: string): string {
  return id.replace(/(?<=\/fileServices\/default\/)fileshares(?=\/[^/]+$)/i, 'shares');
}
