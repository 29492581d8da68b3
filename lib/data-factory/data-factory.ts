import { DataFactory as DataFactoryL1 } from '@cdktf/provider-azurerm/lib/data-factory';
import { DataFactoryCredentialUserManagedIdentity } from '@cdktf/provider-azurerm/lib/data-factory-credential-user-managed-identity';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import type { AzureCloud } from '../core/cloud';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import { type IGrantable, type IPrincipal, PrincipalType } from '../identity/principal';
import type { IUserAssignedIdentity } from '../identity/user-assigned-identity';
import { settingsOf, tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import {
  RunPipelineActivity,
  type RunPipelineActivityProps,
} from './activities/run-pipeline-activity';
import type { DataFactoryGit } from './data-factory-git';
import type { DataFactoryKey } from './data-factory-key';
import { DataFactoryPipeline } from './data-factory-pipeline';
import { type DataFactoryAttributes, ImportedDataFactory } from './imported-data-factory';
import { grantKey, renderKey } from './private/data-factory-encryption';
import { markGit } from './private/git-warning';
import { DATA_FACTORY_RULES, DATA_FACTORY_SHAPE } from './private/data-factory-rules';

/** A data factory, declared here or existing. */
export interface IDataFactory extends IConstruct, IGrantable {
  /** ARM id. */
  readonly factoryId: string;
  /** Name. */
  readonly factoryName: string;
  /** The cloud it is in. */
  readonly cloud: AzureCloud;
  /**
   * Name of the credential, in the factory, of the user-assigned identity that it calls others with;
   * `undefined` where it calls with its system-assigned identity.
   */
  readonly credentialName?: string;
}

/** Properties of a {@link DataFactory}. */
export interface DataFactoryProps {
  /**
   * 3 to 63 characters, inclusive: letters, digits and single hyphens between them; unique in Azure.
   * Changing it replaces the factory and everything in it.
   *
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name: string;
  /** Where the factory lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Region. Changing it replaces the factory.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * User-assigned identity that the factory calls others with, through a credential made for it. v1
   * pipelines need the system-assigned one.
   *
   * @default - a system-assigned identity
   */
  readonly identity?: IUserAssignedIdentity;
  /**
   * Whether self-hosted integration runtimes and the studio reach the factory over the internet.
   *
   * @default false, where azurerm and the service would choose true
   */
  readonly publicNetworkAccess?: boolean;
  /**
   * Whether the factory has a managed virtual network. Changing true to false replaces the factory.
   *
   * @default false
   */
  readonly managedVirtualNetwork?: boolean;
  /**
   * Key of yours that the factory encrypts what it stores with; it needs a user-assigned identity.
   *
   * @default - a key of Microsoft
   */
  readonly customerManagedKey?: DataFactoryKey;
  /**
   * Repository that the studio keeps pipelines in. What is published from there overwrites what Terraform
   * made, which the first pipeline that is declared here warns of.
   *
   * @default - none, the studio shows what is live
   */
  readonly git?: DataFactoryGit;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/** Name of the only credential that a factory has here; nothing of the identity shows in it. */
const CREDENTIAL_NAME = 'user-assigned-identity';

/** A data factory with a managed identity: `azurerm_data_factory`, `Microsoft.DataFactory/factories`. */
export class DataFactory extends Construct implements IDataFactory {
  /**
   * An existing data factory.
   *
   * @throws ValidationError DataFactoryIdInvalid
   */
  public static fromDataFactoryAttributes(
    scope: Construct,
    id: string,
    attributes: DataFactoryAttributes,
  ): IDataFactory {
    return new ImportedDataFactory(scope, id, attributes);
  }

  public readonly factoryId: string;
  public readonly factoryName: string;
  public readonly cloud: AzureCloud;
  public readonly credentialName?: string;
  private readonly resource: DataFactoryL1;
  private readonly identity: IUserAssignedIdentity | undefined;

  /** @throws ValidationError DataFactoryNameInvalid, DataFactoryKeyNeedsIdentity */
  public constructor(scope: Construct, id: string, props: DataFactoryProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      publicNetworkAccess: false,
      managedVirtualNetwork: false,
    });
    validateProps(this, resolved, DATA_FACTORY_SHAPE, DATA_FACTORY_RULES);

    const { name, resourceGroup, identity, customerManagedKey, git } = resolved;
    this.resource = new DataFactoryL1(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.resourceGroupName,
      location: resolved.location ?? resourceGroup.location,
      publicNetworkEnabled: resolved.publicNetworkAccess,
      managedVirtualNetworkEnabled: resolved.managedVirtualNetwork,
      identity:
        identity === undefined
          ? { type: 'SystemAssigned' }
          : { type: 'UserAssigned', identityIds: [identity.identityId] },
      ...renderKey(customerManagedKey, identity),
      ...git?._renderBlocks(),
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
    });
    this.factoryId = this.resource.id;
    this.factoryName = name;
    this.cloud = settingsOf(this).cloud;
    this.identity = identity;
    if (identity !== undefined) this.credentialName = this.addCredential(identity);
    if (customerManagedKey?.keyVault !== undefined) {
      grantKey(customerManagedKey.keyVault, this).applyBefore(this.resource);
    }
    if (git !== undefined) markGit(this);
  }

  /**
   * A pipeline of the factory that runs one machine learning pipeline: a {@link DataFactoryPipeline} with
   * one {@link RunPipelineActivity} of the same name.
   *
   * @param id construct id below the factory, and name of pipeline and activity
   * @throws ValidationError as the two do
   */
  public runPipeline(id: string, props: RunPipelineActivityProps): DataFactoryPipeline {
    return new DataFactoryPipeline(this, id, {
      factory: this,
      activities: [new RunPipelineActivity(id, props)],
    });
  }

  public get grantPrincipal(): IPrincipal {
    return (
      this.identity?.grantPrincipal ?? {
        principalId: this.resource.identity.principalId,
        principalType: PrincipalType.SERVICE_PRINCIPAL,
        principalName: `data factory ${this.factoryName}`,
        principalScope: this,
      }
    );
  }

  private addCredential(identity: IUserAssignedIdentity): string {
    const credential = new DataFactoryCredentialUserManagedIdentity(this, 'Credential', {
      name: CREDENTIAL_NAME,
      dataFactoryId: this.resource.id,
      identityId: identity.identityId,
    });
    return credential.name;
  }
}
