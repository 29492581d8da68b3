import { Construct } from 'constructs';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import type { ICompute } from './compute-types';
import { IMPORTED_COMPUTE_RULES, IMPORTED_COMPUTE_SHAPE } from './private/compute-cluster-rules';

/** What names an existing compute target. */
export interface ImportedComputeProps {
  readonly workspace: IWorkspace;
  readonly name: string;
}

/** An existing compute target; emits nothing. */
export class ImportedCompute extends Construct implements ICompute {
  public readonly computeId: string;
  public readonly computeName: string;
  public readonly workspace: IWorkspace;

  public constructor(scope: Construct, id: string, props: ImportedComputeProps) {
    super(scope, id);
    validateProps(this, props, IMPORTED_COMPUTE_SHAPE, IMPORTED_COMPUTE_RULES);
    this.computeId = `${props.workspace.workspaceId}/computes/${props.name}`;
    this.computeName = props.name;
    this.workspace = props.workspace;
  }
}
