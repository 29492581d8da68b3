/** Identity with which the service itself reads a datastore; spelt as azurerm and the service spell it. */
export enum DatastoreIdentity {
  /** The system-assigned identity of the workspace. */
  WORKSPACE_SYSTEM_ASSIGNED = 'WorkspaceSystemAssignedIdentity',
  /** The primary user-assigned identity of the workspace. */
  WORKSPACE_USER_ASSIGNED = 'WorkspaceUserAssignedIdentity',
}
