/**
 * Resources that services make by themselves below others, so that nobody has to create them.
 *
 * Sub-services of a storage account; what role assignments call a file share, which is `shares/<name>`
 * everywhere else; containers of versioned Azure ML assets, which the first
 * version makes, and the datastores of a new workspace; the managed network of a data factory.
 */
const IMPLICIT: readonly RegExp[] = [
  /\/storageAccounts\/[^/]+\/(blob|file|queue|table)Services\/default$/i,
  /\/fileServices\/default\/fileshares\/[^/]+$/i,
  /\/workspaces\/[^/]+\/(codes|components|data|environments|models)\/[^/]+$/i,
  /\/workspaces\/[^/]+\/datastores\/workspace(artifactstore|blobstore|filestore|workingdirectory)$/i,
  /\/factories\/[^/]+\/managedVirtualNetworks\/default$/i,
];

/** Whether a resource exists as soon as its parent does. */
export function isImplicit(id: string): boolean {
  return IMPLICIT.some((pattern) => pattern.test(id));
}
