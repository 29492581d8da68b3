import { MachineLearningWorkspace } from '@cdktf/provider-azurerm/lib/machine-learning-workspace';
import { Construct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import type { AzureCloud } from '../core/cloud';
import { declareName } from '../core/declared-name';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import type { IRole } from '../identity/built-in-role';
import type { Grant } from '../identity/grant';
import { type IGrantable, type IPrincipal, PrincipalType } from '../identity/principal';
import { type IKeyVault, KeyVault } from '../key-vault/key-vault';
import { ApplicationInsights, type IApplicationInsights } from '../monitor/application-insights';
import { lifecycleOf, RemovalPolicy } from '../platform/removal-policy';
import { settingsOf, tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import { type IStorageAccount, StorageAccount } from '../storage/storage-account';
import { ImportedWorkspace, type WorkspaceAttributes } from './imported-workspace';
import type { PipelineGeneration } from './pipeline/pipeline-generation';
import { grantInvokeOn, invokerRoleOf } from './private/invoker-role';
import { announcePage } from './private/studio-page';
import { studioUrl } from './private/studio-url';
import { grantManageSchedulesOn, grantReadOn, grantSubmitJobsOn } from './private/workspace-grants';
import { dependencyNames } from './private/workspace-names';
import { WORKSPACE_RULES, WORKSPACE_SHAPE } from './private/workspace-rules';
import type { IWorkspace } from './workspace-types';

/** Properties of a {@link Workspace}. */
export interface WorkspaceProps {
  /**
   * 3 to 33 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit. Changing
   * it replaces the workspace, with all runs, models and endpoints in it.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.81.0/docs/resources/machine_learning_workspace
   */
  readonly name: string;
  /** Where the workspace lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Whether studio and API answer on the public internet. There is no default: azurerm would choose
   * `true`, and a private workspace needs private endpoints before anybody can use it.
   */
  readonly publicNetworkAccess: boolean;
  /**
   * Region of the workspace and of what is made for it. Changing it replaces them.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * Default storage account. Changing it replaces the workspace.
   *
   * @default - one without shared keys is made
   */
  readonly storageAccount?: IStorageAccount;
  /**
   * Key vault for the secrets of the workspace. Changing it replaces the workspace.
   *
   * @default - one with role-based access and purge protection is made
   */
  readonly keyVault?: IKeyVault;
  /**
   * Where runs and endpoints log to. Changing it replaces the workspace.
   *
   * @default - one on a Log Analytics workspace is made
   */
  readonly applicationInsights?: IApplicationInsights;
  /**
   * ARM id of the container registry for built environments. Adding or changing it later replaces the
   * workspace: decide before the first apply.
   *
   * @default - the service makes one when it first builds an environment
   */
  readonly containerRegistryId?: string;
  /**
   * Name shown in the studio.
   *
   * @default - the name
   */
  readonly friendlyName?: string;
  /**
   * Description shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Whether destroying the workspace, and the storage account and key vault made for it, is refused.
   * A destroyed workspace stays soft-deleted for 14 days and keeps its name.
   *
   * @default RemovalPolicy.PREVENT_DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

/**
 * An Azure Machine Learning workspace: `azurerm_machine_learning_workspace`,
 * `Microsoft.MachineLearningServices/workspaces`.
 *
 * Its default datastores use identities instead of account keys, and it has a system-assigned
 * identity, to which the service itself gives the roles that it needs on storage, vault and insights.
 */
export class Workspace extends Construct implements IWorkspace {
  /**
   * An existing workspace.
   *
   * @throws ValidationError WorkspaceIdInvalid, PropertyMissing when there is no location
   */
  public static fromWorkspaceAttributes(
    scope: Construct,
    id: string,
    attributes: WorkspaceAttributes,
  ): IWorkspace {
    return new ImportedWorkspace(scope, id, attributes);
  }

  public readonly workspaceId: string;
  public readonly workspaceName: string;
  public readonly resourceGroup: IResourceGroup;
  public readonly location: string;
  public readonly cloud: AzureCloud;
  public readonly storageAccount: IStorageAccount;
  private readonly resource: MachineLearningWorkspace;

  /** @throws ValidationError WorkspaceNameInvalid, ContainerRegistryIdInvalid */
  public constructor(scope: Construct, id: string, props: WorkspaceProps) {
    super(scope, id);
    const resolved = withDefaults(props, { removalPolicy: RemovalPolicy.PREVENT_DESTROY });
    validateProps(this, resolved, WORKSPACE_SHAPE, WORKSPACE_RULES);
    declareName(this, resolved.name);

    const { name, resourceGroup, removalPolicy, publicNetworkAccess } = resolved;
    const names = dependencyNames(this, name, resourceGroup);
    const shared = {
      ...(resolved.location === undefined ? {} : { location: resolved.location }),
      ...(resolved.tags === undefined ? {} : { tags: resolved.tags }),
    };
    this.storageAccount =
      resolved.storageAccount ??
      new StorageAccount(this, 'Storage', {
        name: names.storageAccount,
        resourceGroup,
        removalPolicy,
        ...shared,
      });
    const keyVault =
      resolved.keyVault ??
      new KeyVault(this, 'KeyVault', {
        name: names.keyVault,
        resourceGroup,
        publicNetworkAccess,
        removalPolicy,
        ...shared,
      });
    const insights =
      resolved.applicationInsights ??
      new ApplicationInsights(this, 'Insights', {
        name: names.applicationInsights,
        resourceGroup,
        ...shared,
      });

    this.location = resolved.location ?? resourceGroup.location;
    this.resource = new MachineLearningWorkspace(this, 'Resource', {
      name,
      resourceGroupName: resourceGroup.resourceGroupName,
      location: this.location,
      storageAccountId: this.storageAccount.storageAccountId,
      keyVaultId: keyVault.keyVaultId,
      applicationInsightsId: insights.applicationInsightsId,
      containerRegistryId: resolved.containerRegistryId,
      publicNetworkAccessEnabled: publicNetworkAccess,
      friendlyName: escapeTemplates(resolved.friendlyName),
      description: escapeTemplates(resolved.description),
      identity: { type: 'SystemAssigned' },
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
      ...lifecycleOf(removalPolicy),
    });
    this.resource.addOverride('storage_account_access_type', 'Identity');
    this.workspaceId = this.resource.id;
    this.workspaceName = name;
    this.resourceGroup = resourceGroup;
    this.cloud = settingsOf(this).cloud;
    announcePage(this, this, `workspace ${name}`);
  }

  public get studioUrl(): string {
    return studioUrl(this);
  }

  public get grantPrincipal(): IPrincipal {
    return {
      principalId: this.resource.identity.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `workspace ${this.workspaceName}`,
      principalScope: this,
    };
  }

  public invokerRole(generation: PipelineGeneration): IRole {
    return invokerRoleOf(this, generation);
  }

  public grantInvoke(grantee: IGrantable, generation: PipelineGeneration): Grant {
    return grantInvokeOn(this, grantee, generation);
  }

  public grantSubmitJobs(grantee: IGrantable): Grant {
    return grantSubmitJobsOn(this, grantee);
  }

  public grantManageSchedules(grantee: IGrantable): Grant {
    return grantManageSchedulesOn(this, grantee);
  }

  public grantRead(grantee: IGrantable): Grant {
    return grantReadOn(this, grantee);
  }
}
