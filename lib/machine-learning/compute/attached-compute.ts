import { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import type { IWorkspace } from '../workspace-types';
import type { ICompute } from './compute-types';

/**
 * A machine or service that exists by itself and that a workspace may use: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/computes@2025-06-01`.
 *
 * When it is no longer declared it is detached: the machine or service stays as it is.
 */
export abstract class AttachedCompute extends Construct implements ICompute {
  public abstract readonly workspace: IWorkspace;
  /** @internal */
  protected abstract readonly _resource: AzapiResource;

  public get computeId(): string {
    return this._resource.id;
  }

  public get computeName(): string {
    return this._resource.name;
  }
}
