import type { IConstruct } from 'constructs';
import type { IGrantable } from '../../identity/principal';
import type { IWorkspace } from '../workspace-types';

/** A compute target of a workspace, declared here or existing. */
export interface ICompute extends IConstruct {
  /** ARM id. */
  readonly computeId: string;
  /** Name. */
  readonly computeName: string;
  /** The workspace it belongs to. */
  readonly workspace: IWorkspace;
}

/** An existing compute target, to which roles are granted where its identity is known. */
export interface IImportedCompute extends ICompute, IGrantable {}
