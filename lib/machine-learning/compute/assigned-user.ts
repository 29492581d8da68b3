/** Whom a {@link ComputeInstance} is made for. */
export interface AssignedUser {
  /** Object id in Microsoft Entra ID, a GUID. */
  readonly objectId: string;
  /** Tenant of the user, a GUID. */
  readonly tenantId: string;
}
