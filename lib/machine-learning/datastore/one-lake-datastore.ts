import type { Construct } from 'constructs';
import type { AzapiResource } from '../../azapi/azapi-resource';
import { declareName } from '../../core/declared-name';
import { validateProps, withDefaults } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import { DatastoreIdentity } from './datastore-identity';
import type { DatastoreProps } from './datastore-props';
import { armDatastore } from './private/arm-datastore';
import { DatastoreBase } from './private/datastore-base';
import { renderOneLakeBody } from './private/datastore-body';
import { takeDatastoreName } from './private/datastore-owner';
import { ONE_LAKE_DATASTORE_RULES, ONE_LAKE_DATASTORE_SHAPE } from './private/kind-rules';

/** Properties of a {@link OneLakeDatastore}. */
export interface OneLakeDatastoreProps extends DatastoreProps {
  /**
   * The workspace of Microsoft Fabric, by GUID or name; the GUID stands in its URL. OneLake takes either
   * GUIDs for workspace and lakehouse, or names for both.
   *
   * @see https://learn.microsoft.com/fabric/onelake/onelake-access-api
   */
  readonly oneLakeWorkspaceName: string;
  /** The lakehouse, by GUID or name, and where its files are: `<GUID>/Files`. */
  readonly lakehouseName: string;
  /**
   * Host of OneLake, without `https://`.
   *
   * @default 'onelake.dfs.fabric.microsoft.com'
   */
  readonly endpoint?: string;
  /**
   * Identity with which the studio reads the data for previews.
   *
   * @default DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED
   */
  readonly serviceIdentity?: DatastoreIdentity;
}

/**
 * A lakehouse of Microsoft Fabric as a datastore, without credentials: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01`; the SDK has it as a preview.
 *
 * Fabric has permissions of its own, so nothing can be granted here: who reads it needs a role in the
 * workspace of Fabric.
 */
export class OneLakeDatastore extends DatastoreBase {
  public readonly workspace: IWorkspace;
  private readonly resource: AzapiResource;

  /**
   * @throws ValidationError DatastoreNameInvalid, DatastoreNameReserved, OneLakeNameInvalid,
   *   OneLakeEndpointInvalid, DatastoreNameTaken
   */
  public constructor(scope: Construct, id: string, props: OneLakeDatastoreProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      endpoint: 'onelake.dfs.fabric.microsoft.com',
      serviceIdentity: DatastoreIdentity.WORKSPACE_SYSTEM_ASSIGNED,
    });
    validateProps(this, resolved, ONE_LAKE_DATASTORE_SHAPE, ONE_LAKE_DATASTORE_RULES);
    takeDatastoreName(this, resolved.workspace, resolved.name);

    this.resource = armDatastore(this, resolved, renderOneLakeBody(resolved));
    declareName(this, resolved.name);
    this.workspace = resolved.workspace;
  }

  public get datastoreName(): string {
    return this.resource.name;
  }

  /** @internal */
  protected _storage(): undefined {
    return undefined;
  }
}
