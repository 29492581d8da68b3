import type { IWorkspace } from '../workspace-types';

/** What is known of an existing compute target. */
export interface ComputeAttributes {
  /** The workspace that it belongs to. */
  readonly workspace: IWorkspace;
  /**
   * 3 to 32 characters, inclusive: letters, digits, hyphens, starting with a letter, not ending with a
   * hyphen.
   */
  readonly name: string;
  /**
   * Object id of its identity, a GUID; needed to grant it something.
   * `az ml compute show --query identity.principal_id` prints that of a system-assigned one.
   *
   * @default - not known: nothing can be granted to it
   */
  readonly principalId?: string;
}
