import { Construct } from 'constructs';
import { validateProps, withDefaults } from '../../core/validation';
import type { IStorageAccount } from '../../storage/storage-account';
import type { IDataFactory } from '../data-factory';
import { DataAccess } from './data-access';
import { emitLinkedService } from './private/emit-linked-service';
import { grantStorage } from './private/grant-storage';
import { credentialOf } from './private/linked-service-body';
import { nameFrom } from './private/linked-service-rules';
import {
  STORAGE_LINKED_SERVICE_RULES,
  STORAGE_LINKED_SERVICE_SHAPE,
} from './private/storage-linked-service-rules';
import type { IStorageLinkedService, StorageLinkedServiceProps } from './storage-linked-service';

/**
 * A connection to the blobs, as the identity of the factory, which is
 * granted the access: `azapi_resource`, `Microsoft.DataFactory/factories/linkedservices` of type
 * `AzureBlobStorage`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/connector-azure-blob-storage
 */
export class BlobStorageLinkedService extends Construct implements IStorageLinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;
  public readonly storageAccount: IStorageAccount;
  public readonly access: DataAccess;
  public readonly dataLake = false;

  /**
   * @throws ValidationError LinkedServiceNameInvalid, LinkedServiceStorageOtherCloud,
   *   DataFactoryNameTaken, DataFactoryPrincipalUnknown
   */
  public constructor(scope: Construct, id: string, props: StorageLinkedServiceProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id), access: DataAccess.READ });
    validateProps(this, resolved, STORAGE_LINKED_SERVICE_SHAPE, STORAGE_LINKED_SERVICE_RULES);
    const { factory, storageAccount, access } = resolved;
    this.factory = factory;
    this.storageAccount = storageAccount;
    this.access = access;

    const { storageAccountName, cloud } = storageAccount;
    const resource = emitLinkedService(this, resolved, 'AzureBlobStorage', {
      serviceEndpoint: `https://${storageAccountName}.blob.${cloud.storageSuffix}`,
      accountKind: 'StorageV2',
      ...credentialOf(factory),
    });
    this.linkedServiceName = resource.name;
    grantStorage(storageAccount, access, factory).applyBefore(resource);
  }
}
