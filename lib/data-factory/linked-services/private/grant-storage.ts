import type { Grant } from '../../../identity/grant';
import type { IStorageAccount } from '../../../storage/storage-account';
import type { IDataFactory } from '../../data-factory';
import { DataAccess } from '../data-access';

/** Grants the factory what its linked service asks for. */
export function grantStorage(
  storageAccount: IStorageAccount,
  access: DataAccess,
  factory: IDataFactory,
): Grant {
  return access === DataAccess.READ
    ? storageAccount.grantReadData(factory)
    : storageAccount.grantWriteData(factory);
}
