import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { problem, validateProps } from '../../core/validation';
import { type IPrincipal, PrincipalType } from '../../identity/principal';
import type { IWorkspace } from '../workspace-types';
import type { ComputeAttributes } from './compute-attributes';
import type { IImportedCompute } from './compute-types';
import { IMPORTED_COMPUTE_RULES, IMPORTED_COMPUTE_SHAPE } from './private/compute-cluster-rules';

/** An existing compute target; emits nothing. */
export class ImportedCompute extends Construct implements IImportedCompute {
  public readonly computeId: string;
  public readonly computeName: string;
  public readonly workspace: IWorkspace;
  private readonly principalId: string | undefined;

  /** @throws ValidationError ComputeNameInvalid, ComputePrincipalInvalid */
  public constructor(scope: Construct, id: string, attributes: ComputeAttributes) {
    super(scope, id);
    validateProps(this, attributes, IMPORTED_COMPUTE_SHAPE, IMPORTED_COMPUTE_RULES);
    this.computeId = `${attributes.workspace.workspaceId}/computes/${attributes.name}`;
    this.computeName = attributes.name;
    this.workspace = attributes.workspace;
    this.principalId = attributes.principalId;
  }

  public get grantPrincipal(): IPrincipal {
    if (this.principalId === undefined) {
      throw new ValidationError(
        [
          problem('ComputePrincipalUnknown', {
            property: 'principalId',
            must: 'be known to grant something to an existing compute',
            got: undefined,
            fix: 'give principalId to Compute.fromComputeAttributes; a compute with a user-assigned identity is granted to by that identity',
          }),
        ],
        this,
      );
    }
    return {
      principalId: this.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `compute ${this.computeName}`,
      principalScope: this,
    };
  }
}
