import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AZAPI_VERSION, AzapiProvider } from '../azapi/azapi-provider';
import type { StringMap } from '../azapi/azapi-types';
import { AzureCloud } from '../core/cloud';
import { validateProps, withDefaults } from '../core/validation';
import { ML_STACK_RULES, ML_STACK_SHAPE } from './private/ml-stack-rules';
import { keepSettings, RoleAssignmentMode } from './settings';
import { StateBackend } from './state-backend';
import { keepVersions } from './versions/track-version';

/** The azurerm versions that the constructs need: `storage_account_access_type` came with 4.77. */
const AZURERM_VERSION = '~> 4.81';

/** Write-only attributes came with Terraform 1.11. */
const TERRAFORM_VERSION = '>= 1.11.0';

/** Properties of an {@link MlStack}. */
export interface MlStackProps {
  /** Subscription that the providers work in, a GUID or a Terraform variable. */
  readonly subscriptionId: string;
  /**
   * Region of resource groups that name none, such as `westeurope`.
   *
   * @default - none, each resource group names its own
   */
  readonly location?: string;
  /**
   * Tenant of the subscription, a GUID.
   *
   * @default - that of the credentials
   */
  readonly tenantId?: string;
  /**
   * Where Terraform keeps the state.
   *
   * @default StateBackend.local()
   */
  readonly backend?: StateBackend;
  /**
   * Tags of every resource whose tags can change without replacing it.
   *
   * @default - none
   */
  readonly tags?: StringMap;
  /** @default AzureCloud.PUBLIC */
  readonly cloud?: AzureCloud;
  /** @default RoleAssignmentMode.CREATE */
  readonly roleAssignments?: RoleAssignmentMode;
  /**
   * Whether azurerm and azapi may register resource providers with the subscription, which needs a role on it.
   *
   * @default true
   */
  readonly registerResourceProviders?: boolean;
  /**
   * Version constraint of azurerm, in place of the exact version that its bindings pin.
   *
   * @default '~> 4.81'
   */
  readonly azurermVersion?: string;
  /** @default '~> 2.12' */
  readonly azapiVersion?: string;
  /**
   * File that keeps the published versions of the stack, so that none is destroyed when it is no longer
   * declared; relative to the working directory, committed. Stacks of the same id with a state for each
   * environment need a file each.
   *
   * @default - the context value `cdktfAzuremlVersionsFile`, else `cdktf-azureml.versions`
   */
  readonly versionsFile?: string;
}

/**
 * A stack with everything that the constructs of this library need around them: the azurerm and azapi
 * providers set up for storage without keys, `required_version`, an explicit backend and tags.
 */
export class MlStack extends TerraformStack {
  /** Subscription that the providers work in. */
  public readonly subscriptionId: string;
  /** Tenant of the subscription, `undefined` when it is that of the credentials. */
  public readonly tenantId: string | undefined;
  /** The cloud that the providers work in. */
  public readonly cloud: AzureCloud;
  /** The azurerm provider, for what the props do not say. */
  public readonly azurerm: AzurermProvider;
  /** The azapi provider. */
  public readonly azapi: AzapiProvider;

  /** @throws ValidationError SubscriptionIdInvalid, TenantIdInvalid, VersionConstraintInvalid */
  public constructor(scope: Construct, id: string, props: MlStackProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      cloud: AzureCloud.PUBLIC,
      tags: {},
      backend: StateBackend.local(),
      roleAssignments: RoleAssignmentMode.CREATE,
      registerResourceProviders: true,
      azurermVersion: AZURERM_VERSION,
      azapiVersion: AZAPI_VERSION,
    });
    validateProps(this, resolved, ML_STACK_SHAPE, ML_STACK_RULES);

    const { subscriptionId, tenantId, cloud, location, registerResourceProviders } = resolved;
    keepSettings(this, {
      subscriptionId,
      location,
      cloud,
      tags: resolved.tags,
      roleAssignments: resolved.roleAssignments,
      versionsFile: resolved.versionsFile,
    });
    keepVersions(this);
    const environment = cloud === AzureCloud.PUBLIC ? undefined : cloud.terraformEnvironment;
    this.azurerm = new AzurermProvider(this, 'azurerm', {
      subscriptionId,
      tenantId,
      environment,
      storageUseAzuread: true,
      resourceProviderRegistrations: registerResourceProviders ? undefined : 'none',
      features: [
        {
          keyVault: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
          storage: [{ dataPlaneAvailable: false }],
        },
      ],
    });
    this.azapi = new AzapiProvider(this, 'azapi', {
      subscriptionId,
      tenantId,
      environment,
      skipProviderRegistration: registerResourceProviders ? undefined : true,
    });
    resolved.backend._attachTo(this);
    this.addOverride('terraform.required_version', TERRAFORM_VERSION);
    this.addOverride('terraform.required_providers.azurerm.version', resolved.azurermVersion);
    this.addOverride('terraform.required_providers.azapi.version', resolved.azapiVersion);
    this.subscriptionId = subscriptionId;
    this.tenantId = tenantId;
    this.cloud = cloud;
  }
}
