import { StorageAccount as StorageAccountL1 } from '@cdktf/provider-azurerm/lib/storage-account';
import { Construct, type IConstruct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { nameOf } from '../core/arm-id-parts';
import type { AzureCloud } from '../core/cloud';
import { declareName } from '../core/declared-name';
import { escapeTemplates } from '../core/terraform-text';
import { validateProps, withDefaults } from '../core/validation';
import { BuiltInRole } from '../identity/built-in-role';
import { Grant } from '../identity/grant';
import type { IGrantable } from '../identity/principal';
import { lifecycleOf, RemovalPolicy } from '../platform/removal-policy';
import { settingsOf, tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import { StorageNetworkAccess, StorageReplication } from './storage-options';
import {
  STORAGE_ACCOUNT_ATTRIBUTES_RULES,
  STORAGE_ACCOUNT_ATTRIBUTES_SHAPE,
  STORAGE_ACCOUNT_RULES,
  STORAGE_ACCOUNT_SHAPE,
} from './private/storage-account-rules';

/** A storage account, declared here or existing. */
export interface IStorageAccount extends IConstruct {
  /** ARM id. */
  readonly storageAccountId: string;
  /** Name. */
  readonly storageAccountName: string;
  /** The cloud it is in. */
  readonly cloud: AzureCloud;
  /**
   * Who reaches it over the network; `undefined` when that is not known.
   *
   * @jsii ignore
   */
  readonly networkAccess?: StorageNetworkAccess;
  /** Lets somebody read all blobs of the account. */
  grantReadData(grantee: IGrantable): Grant;
  /** Lets somebody read, write and delete all blobs of the account. */
  grantWriteData(grantee: IGrantable): Grant;
}

/** Properties of a {@link StorageAccount}. */
export interface StorageAccountProps {
  /**
   * 3 to 24 lower-case letters and digits, inclusive; unique in Azure. Changing it replaces the account.
   *
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
   */
  readonly name: string;
  /** Where the account lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Region. Changing it replaces the account.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /** @default StorageReplication.LRS */
  readonly replication?: StorageReplication;
  /**
   * Who reaches the account over the network; roles are needed in any case.
   *
   * @default StorageNetworkAccess.ALL_NETWORKS
   */
  readonly networkAccess?: StorageNetworkAccess;
  /**
   * Whether destroying the account is refused.
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

/** What is known of an existing storage account. */
export interface StorageAccountAttributes {
  /** ARM id. */
  readonly storageAccountId: string;
  /**
   * Who reaches it over the network. Triggers that cannot reach it are refused only when this is told.
   *
   * @default - not known
   */
  readonly networkAccess?: StorageNetworkAccess;
  /**
   * The cloud it is in.
   *
   * @default - that of the stack
   */
  readonly cloud?: AzureCloud;
}

abstract class StorageAccountBase extends Construct implements IStorageAccount {
  /** ARM id. */
  public abstract readonly storageAccountId: string;
  /** Name. */
  public abstract readonly storageAccountName: string;
  /** The cloud it is in. */
  public abstract readonly cloud: AzureCloud;
  /** Who reaches it over the network; `undefined` when that is not known. */
  public abstract readonly networkAccess?: StorageNetworkAccess;

  public grantReadData(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_READER, grantee);
  }

  public grantWriteData(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, grantee);
  }

  private grant(role: BuiltInRole, grantee: IGrantable): Grant {
    return Grant.ofRole({
      grantee,
      role,
      scopeId: this.storageAccountId,
      target: this,
      targetName: `storage account ${this.node.id}`,
    });
  }
}

/**
 * A storage account without shared keys: `azurerm_storage_account`, `Microsoft.Storage/storageAccounts`.
 *
 * TLS 1.2, no public blobs, no cross-tenant replication, no local users. The providers of the stack
 * must use Entra ID for its data, which {@link MlStack} sets up.
 */
export class StorageAccount extends StorageAccountBase {
  /**
   * An existing storage account.
   *
   * @throws ValidationError StorageAccountIdInvalid
   */
  public static fromStorageAccountAttributes(
    scope: Construct,
    id: string,
    attributes: StorageAccountAttributes,
  ): IStorageAccount {
    return new ImportedStorageAccount(scope, id, attributes);
  }

  public readonly cloud: AzureCloud;
  public readonly networkAccess: StorageNetworkAccess;
  private readonly resource: StorageAccountL1;

  /** @throws ValidationError StorageAccountNameInvalid */
  public constructor(scope: Construct, id: string, props: StorageAccountProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      replication: StorageReplication.LRS,
      networkAccess: StorageNetworkAccess.ALL_NETWORKS,
      removalPolicy: RemovalPolicy.PREVENT_DESTROY,
    });
    validateProps(this, resolved, STORAGE_ACCOUNT_SHAPE, STORAGE_ACCOUNT_RULES);

    this.resource = new StorageAccountL1(this, 'Resource', {
      name: resolved.name,
      resourceGroupName: resolved.resourceGroup.resourceGroupName,
      location: resolved.location ?? resolved.resourceGroup.location,
      accountKind: 'StorageV2',
      accountTier: 'Standard',
      accountReplicationType: resolved.replication,
      minTlsVersion: 'TLS1_2',
      sharedAccessKeyEnabled: false,
      defaultToOauthAuthentication: true,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      localUserEnabled: false,
      ...firewall(resolved.networkAccess),
      tags: escapeTemplates(tagsOf(this, resolved.tags)),
      ...lifecycleOf(resolved.removalPolicy),
    });
    declareName(this, resolved.name);
    this.cloud = settingsOf(this).cloud;
    this.networkAccess = resolved.networkAccess;
  }

  public get storageAccountId(): string {
    return this.resource.id;
  }

  public get storageAccountName(): string {
    return this.resource.name;
  }
}

class ImportedStorageAccount extends StorageAccountBase {
  public readonly storageAccountId: string;
  public readonly storageAccountName: string;
  public readonly cloud: AzureCloud;
  public readonly networkAccess?: StorageNetworkAccess;

  public constructor(scope: Construct, id: string, attributes: StorageAccountAttributes) {
    super(scope, id);
    validateProps(
      this,
      attributes,
      STORAGE_ACCOUNT_ATTRIBUTES_SHAPE,
      STORAGE_ACCOUNT_ATTRIBUTES_RULES,
    );
    this.storageAccountId = attributes.storageAccountId;
    this.storageAccountName = nameOf(attributes.storageAccountId);
    this.cloud = attributes.cloud ?? settingsOf(this).cloud;
    if (attributes.networkAccess !== undefined) this.networkAccess = attributes.networkAccess;
  }
}

/** Written out also where everybody passes: azurerm leaves a firewall as it is when nothing is said of it. */
function firewall(access: StorageNetworkAccess) {
  const bypass = access === StorageNetworkAccess.SELECTED_NETWORKS ? ['None'] : ['AzureServices'];
  const defaultAction = access === StorageNetworkAccess.ALL_NETWORKS ? 'Allow' : 'Deny';
  return { networkRules: { defaultAction, bypass } };
}
