import type { StringMap } from '../../azapi/azapi-types';
import type { IWorkspace } from '../workspace-types';

/** Properties that all attached computes have. */
export interface AttachedComputeProps {
  /**
   * 3 to 32 characters, inclusive: letters, digits, hyphens, starting with a letter, not ending with a
   * hyphen; unique in the workspace. Changing it detaches the compute and attaches it again.
   */
  readonly name: string;
  /** The workspace that it is attached to. Changing it detaches it from the one and attaches it to the other. */
  readonly workspace: IWorkspace;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}
