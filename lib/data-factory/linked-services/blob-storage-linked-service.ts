import { Construct } from 'constructs';
import type { IStorageAccount } from '../../storage/storage-account';
import type { IDataFactory } from '../data-factory';
import type { DataAccess } from './data-access';
import { connectStorage } from './private/connect-storage';
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
    const {
      props: { factory, storageAccount, access },
      linkedServiceName,
    } = connectStorage(this, id, props, {
      type: 'AzureBlobStorage',
      endpoint: ({ storageAccountName, cloud }) => ({
        serviceEndpoint: `https://${storageAccountName}.blob.${cloud.storageSuffix}`,
        accountKind: 'StorageV2',
      }),
    });
    this.linkedServiceName = linkedServiceName;
    this.factory = factory;
    this.storageAccount = storageAccount;
    this.access = access;
  }
}
