import type { IStorageAccount } from '../../storage/storage-account';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { DataAccess } from './data-access';
import type { LinkedServiceProps } from './linked-service-props';

/** A connection to the files of a storage account. */
export interface IStorageLinkedService extends ILinkedService {
  /** The account. */
  readonly storageAccount: IStorageAccount;
  /** What the factory was granted. */
  readonly access: DataAccess;
  /** Whether files are reached as those of a data lake, in file systems and not in containers. */
  readonly dataLake: boolean;
}

/** Properties of a linked service to a storage account. */
export interface StorageLinkedServiceProps extends LinkedServiceProps {
  /** The account. */
  readonly storageAccount: IStorageAccount;
  /**
   * What the identity of the factory is granted on the account.
   *
   * @default DataAccess.READ
   */
  readonly access?: DataAccess;
}
