import { Construct } from 'constructs';
import { validateProps, withDefaults } from '../../core/validation';
import { BuiltInRole } from '../../identity/built-in-role';
import { Grant } from '../../identity/grant';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import type { KeyVaultSecretReference } from './key-vault-linked-service';
import type { LinkedServiceProps } from './linked-service-props';
import { renderDatabricks } from './private/databricks-linked-service-body';
import {
  DATABRICKS_LINKED_SERVICE_RULES,
  DATABRICKS_LINKED_SERVICE_SHAPE,
} from './private/databricks-linked-service-rules';
import { emitLinkedService } from './private/emit-linked-service';
import { nameFrom } from './private/linked-service-rules';

/** A cluster that Databricks makes for each run and ends with it. */
export interface DatabricksJobCluster {
  /** Version of the runtime, such as `15.4.x-scala2.12`. */
  readonly version: string;
  /** Machines of the cluster, such as `Standard_DS3_v2`. */
  readonly nodeType: string;
  /** How many workers: a number such as `2`, or a range such as `1:8`. */
  readonly workers: string;
}

/** Properties of a {@link DatabricksLinkedService}. */
export interface DatabricksLinkedServiceProps extends LinkedServiceProps {
  /** URL of the workspace, such as `https://adb-1234567890123456.7.azuredatabricks.net`. */
  readonly workspaceUrl: string;
  /** ARM id of the workspace; needed to sign in with the identity of the factory. */
  readonly workspaceId?: string;
  /**
   * Access token to sign in with.
   *
   * @default - the identity of the factory, which is granted Contributor on the workspace
   */
  readonly accessToken?: KeyVaultSecretReference;
  /** Id of a cluster that exists; either this or {@link jobCluster}. */
  readonly existingClusterId?: string;
  /** A cluster for each run; either this or {@link existingClusterId}. */
  readonly jobCluster?: DatabricksJobCluster;
}

/**
 * A connection to Azure Databricks: `azapi_resource`, `Microsoft.DataFactory/factories/linkedservices`
 * of type `AzureDatabricks`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks-linked-service
 */
export class DatabricksLinkedService extends Construct implements ILinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;

  /**
   * @throws ValidationError LinkedServiceNameInvalid, DatabricksUrlInvalid, DatabricksWorkspaceIdInvalid,
   *   DatabricksSignInUnclear, DatabricksClusterUnclear, LinkedServiceSecretOfOtherFactory,
   *   DataFactoryNameTaken, DataFactoryPrincipalUnknown
   */
  public constructor(scope: Construct, id: string, props: DatabricksLinkedServiceProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id) });
    validateProps(this, resolved, DATABRICKS_LINKED_SERVICE_SHAPE, DATABRICKS_LINKED_SERVICE_RULES);
    const { factory, workspaceId } = resolved;
    this.factory = factory;
    const resource = emitLinkedService(
      this,
      resolved,
      'AzureDatabricks',
      renderDatabricks(resolved),
    );
    this.linkedServiceName = resource.name;
    if (workspaceId === undefined) return;
    Grant.ofRole({
      grantee: { grantPrincipal: factory.grantPrincipal },
      role: BuiltInRole.CONTRIBUTOR,
      scopeId: workspaceId,
      target: this,
      targetName: `Databricks workspace ${resolved.workspaceUrl}`,
    }).applyBefore(resource);
  }
}
