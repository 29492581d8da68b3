import { StorageContainer as StorageContainerL1 } from '@cdktf/provider-azurerm/lib/storage-container';
import { Token } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { validateProps } from '../core/validation';
import { BuiltInRole } from '../identity/built-in-role';
import { Grant } from '../identity/grant';
import type { IGrantable } from '../identity/principal';
import {
  STORAGE_CONTAINER_RULES,
  STORAGE_CONTAINER_SHAPE,
} from './private/storage-container-rules';
import type { IStorageAccount } from './storage-account';

/** A blob container, declared here or existing. */
export interface IStorageContainer extends IConstruct {
  /** ARM id, `<account>/blobServices/default/containers/<name>`. */
  readonly containerId: string;
  /** Name. */
  readonly containerName: string;
  /** The account it is in. */
  readonly storageAccount: IStorageAccount;
  /** URL of the container, `https://<account>.blob.core.windows.net/<name>` in the public cloud. */
  readonly containerUri: string;
  /** Lets somebody read the blobs of the container. */
  grantRead(grantee: IGrantable): Grant;
  /** Lets somebody read, write and delete the blobs of the container. */
  grantReadWrite(grantee: IGrantable): Grant;
}

/** Properties of a {@link StorageContainer}. */
export interface StorageContainerProps {
  /**
   * 3 to 63 characters, inclusive: lower-case letters, digits and single hyphens, starting and ending
   * with a letter or digit. Changing it replaces the container and loses its blobs.
   *
   * @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
   */
  readonly name: string;
  /** The account it is in. */
  readonly storageAccount: IStorageAccount;
}

abstract class ContainerBase extends Construct implements IStorageContainer {
  /** ARM id. */
  public abstract readonly containerId: string;
  /** Name. */
  public abstract readonly containerName: string;
  /** The account it is in. */
  public abstract readonly storageAccount: IStorageAccount;

  public get containerUri(): string {
    const { storageAccountName, cloud } = this.storageAccount;
    return `https://${storageAccountName}.${cloud.blobSuffix}/${this.containerName}`;
  }

  public grantRead(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_READER, grantee);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR, grantee);
  }

  private grant(role: BuiltInRole, grantee: IGrantable): Grant {
    return Grant.ofRole({
      grantee,
      role,
      scopeId: this.containerId,
      target: this,
      targetName: `container ${this.containerName}`,
    });
  }
}

/** A private blob container: `azurerm_storage_container`, `Microsoft.Storage/storageAccounts/blobServices/containers`. */
export class StorageContainer extends ContainerBase {
  /**
   * An existing container.
   *
   * @throws ValidationError StorageContainerNameInvalid
   */
  public static fromContainerName(
    scope: Construct,
    id: string,
    storageAccount: IStorageAccount,
    containerName: string,
  ): IStorageContainer {
    return new ImportedContainer(scope, id, { storageAccount, name: containerName });
  }

  public readonly containerId: string;
  public readonly containerName: string;
  public readonly storageAccount: IStorageAccount;

  /** @throws ValidationError StorageContainerNameInvalid */
  public constructor(scope: Construct, id: string, props: StorageContainerProps) {
    super(scope, id);
    validateProps(this, props, STORAGE_CONTAINER_SHAPE, STORAGE_CONTAINER_RULES);

    const resource = new StorageContainerL1(this, 'Resource', {
      name: props.name,
      storageAccountId: props.storageAccount.storageAccountId,
      containerAccessType: 'private',
    });
    // Fewer frames than by the getter: cdktf keeps the stack trace of each token, and each frame costs.
    this.containerId = Token.asString(resource.interpolationForAttribute('id'));
    this.containerName = props.name;
    this.storageAccount = props.storageAccount;
  }
}

class ImportedContainer extends ContainerBase {
  public readonly containerId: string;
  public readonly containerName: string;
  public readonly storageAccount: IStorageAccount;

  public constructor(scope: Construct, id: string, props: StorageContainerProps) {
    super(scope, id);
    validateProps(this, props, STORAGE_CONTAINER_SHAPE, STORAGE_CONTAINER_RULES);
    this.containerId = `${props.storageAccount.storageAccountId}/blobServices/default/containers/${props.name}`;
    this.containerName = props.name;
    this.storageAccount = props.storageAccount;
  }
}
