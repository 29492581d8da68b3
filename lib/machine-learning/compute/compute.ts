import { Construct } from 'constructs';
import { ArmId } from '../../core/arm-id';
import { validateProps } from '../../core/validation';
import { ImportedWorkspace } from '../imported-workspace';
import type { IWorkspace } from '../workspace-types';
import type { ComputeAttributes } from './compute-attributes';
import type { ICompute, IImportedCompute } from './compute-types';
import { ImportedCompute } from './imported-compute';
import { COMPUTE_ID_RULES, COMPUTE_ID_SHAPE } from './private/compute-id-rules';

/**
 * Existing compute targets, of any kind. Nothing is looked up: that one is missing shows when a job starts.
 */
export abstract class Compute {
  /**
   * By the name that it has in its workspace.
   *
   * @throws ValidationError ComputeNameInvalid
   */
  public static fromComputeName(
    scope: Construct,
    id: string,
    workspace: IWorkspace,
    computeName: string,
  ): ICompute {
    return new ImportedCompute(scope, id, { workspace, name: computeName });
  }

  /**
   * By name, with its identity, so that roles can be granted to it.
   *
   * @throws ValidationError ComputeNameInvalid, ComputePrincipalInvalid
   */
  public static fromComputeAttributes(
    scope: Construct,
    id: string,
    attributes: ComputeAttributes,
  ): IImportedCompute {
    return new ImportedCompute(scope, id, attributes);
  }

  /**
   * By its ARM id, known at synthesis. Its workspace is that of the id, taken to be in the location of the
   * stack.
   *
   * @throws ValidationError ComputeIdInvalid, ComputeNameInvalid, PropertyMissing when the stack has no location
   */
  public static fromComputeId(scope: Construct, id: string, computeId: string): ICompute {
    return new ComputeById(scope, id, { computeId });
  }
}

class ComputeById extends Construct implements ICompute {
  public readonly computeId: string;
  public readonly computeName: string;
  public readonly workspace: IWorkspace;

  public constructor(scope: Construct, id: string, props: { readonly computeId: string }) {
    super(scope, id);
    validateProps(this, props, COMPUTE_ID_SHAPE, COMPUTE_ID_RULES);
    const armId = ArmId.parse(props.computeId);
    this.computeId = props.computeId;
    this.computeName = armId.name;
    this.workspace = new ImportedWorkspace(this, 'Workspace', {
      workspaceId: String(armId.parent),
    });
  }
}
