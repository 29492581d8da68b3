import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { KeyVault as KeyVaultL1 } from '@cdktf/provider-azurerm/lib/key-vault';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf } from '../core/arm-id-parts';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import { lifecycleOf, RemovalPolicy } from '../platform/removal-policy';
import { tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import {
  KEY_VAULT_ATTRIBUTES_RULES,
  KEY_VAULT_ATTRIBUTES_SHAPE,
  KEY_VAULT_RULES,
  KEY_VAULT_SHAPE,
} from './private/key-vault-rules';

/** A key vault, declared here or existing. */
export interface IKeyVault extends IConstruct {
  /** ARM id. */
  readonly keyVaultId: string;
  /** Name. */
  readonly keyVaultName: string;
}

/** Properties of a {@link KeyVault}. */
export interface KeyVaultProps {
  /**
   * 3 to 24 characters, inclusive: letters, digits and single hyphens, starting with a letter, not
   * ending with a hyphen; unique in Azure. Changing it replaces the vault.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  readonly name: string;
  /** Where the vault lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Region. Changing it replaces the vault.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * Whether the vault is reached from any network; where not, trusted Azure services still pass.
   *
   * @default true
   */
  readonly publicNetworkAccess?: boolean;
  /**
   * Tenant whose identities may use the vault, a GUID.
   *
   * @default - that of the deployer's credentials
   */
  readonly tenantId?: string;
  /**
   * Whether destroying the vault is refused. A destroyed vault stays soft-deleted, since purge
   * protection is on, and keeps its name for 90 days.
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

/** A key vault with role-based access and purge protection: `azurerm_key_vault`, `Microsoft.KeyVault/vaults`. */
export class KeyVault extends Construct implements IKeyVault {
  /**
   * An existing key vault.
   *
   * @throws ValidationError KeyVaultIdInvalid
   */
  public static fromKeyVaultId(scope: Construct, id: string, keyVaultId: string): IKeyVault {
    return new ImportedKeyVault(scope, id, { keyVaultId });
  }

  public readonly keyVaultName: string;
  private readonly resource: KeyVaultL1;

  /** @throws ValidationError KeyVaultNameInvalid, TenantIdInvalid */
  public constructor(scope: Construct, id: string, props: KeyVaultProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      publicNetworkAccess: true,
      removalPolicy: RemovalPolicy.PREVENT_DESTROY,
    });
    validateProps(this, resolved, KEY_VAULT_SHAPE, KEY_VAULT_RULES);

    const tenantId =
      resolved.tenantId ?? new DataAzurermClientConfig(this, 'Deployer', {}).tenantId;
    this.resource = new KeyVaultL1(this, 'Resource', {
      name: resolved.name,
      resourceGroupName: resolved.resourceGroup.resourceGroupName,
      location: resolved.location ?? resolved.resourceGroup.location,
      tenantId,
      skuName: 'standard',
      rbacAuthorizationEnabled: true,
      purgeProtectionEnabled: true,
      softDeleteRetentionDays: 90,
      publicNetworkAccessEnabled: resolved.publicNetworkAccess,
      networkAcls: {
        bypass: 'AzureServices',
        defaultAction: resolved.publicNetworkAccess ? 'Allow' : 'Deny',
      },
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
      ...lifecycleOf(resolved.removalPolicy),
    });
    this.keyVaultName = resolved.name;
  }

  public get keyVaultId(): string {
    return this.resource.id;
  }
}

class ImportedKeyVault extends Construct implements IKeyVault {
  public readonly keyVaultId: string;
  public readonly keyVaultName: string;

  public constructor(scope: Construct, id: string, attributes: { readonly keyVaultId: string }) {
    super(scope, id);
    validateProps(this, attributes, KEY_VAULT_ATTRIBUTES_SHAPE, KEY_VAULT_ATTRIBUTES_RULES);
    this.keyVaultId = attributes.keyVaultId;
    this.keyVaultName = nameOf(attributes.keyVaultId);
  }
}
