import { Construct } from 'constructs';
import type { IStorageAccount } from '../../storage/storage-account';
import type { IDataFactory } from '../data-factory';
import type { DataAccess } from './data-access';
import { connectStorage } from './private/connect-storage';
import type { IStorageLinkedService, StorageLinkedServiceProps } from './storage-linked-service';

/**
 * A connection to the files of a hierarchical account (Data Lake Storage Gen2), as the identity of the factory, which is
 * granted the access: `azapi_resource`, `Microsoft.DataFactory/factories/linkedservices` of type
 * `AzureBlobFS`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/connector-azure-data-lake-storage
 */
export class DataLakeLinkedService extends Construct implements IStorageLinkedService {
  public readonly linkedServiceName: string;
  public readonly factory: IDataFactory;
  public readonly storageAccount: IStorageAccount;
  public readonly access: DataAccess;
  public readonly dataLake = true;

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
      type: 'AzureBlobFS',
      endpoint: ({ storageAccountName, cloud }) => ({
        url: `https://${storageAccountName}.dfs.${cloud.storageSuffix}`,
      }),
    });
    this.linkedServiceName = linkedServiceName;
    this.factory = factory;
    this.storageAccount = storageAccount;
    this.access = access;
  }
}
