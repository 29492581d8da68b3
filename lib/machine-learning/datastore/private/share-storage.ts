import type { IConstruct } from 'constructs';
import { BuiltInRole } from '../../../identity/built-in-role';
import { Grant } from '../../../identity/grant';
import type { IGrantable } from '../../../identity/principal';
import type { IStorageAccount } from '../../../storage/storage-account';
import type { DataStorage } from './datastore-base';

/** A file share, to which roles apply when it is reached over REST, as Azure ML does. */
export class ShareStorage implements DataStorage {
  public constructor(
    private readonly owner: IConstruct,
    private readonly storageAccount: IStorageAccount,
    private readonly fileShareName: string,
  ) {}

  public grantRead(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_READER, grantee);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.grant(BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR, grantee);
  }

  private grant(role: BuiltInRole, grantee: IGrantable): Grant {
    const { storageAccountId } = this.storageAccount;
    return Grant.ofRole({
      grantee,
      role,
      scopeId: `${storageAccountId}/fileServices/default/fileshares/${this.fileShareName}`,
      target: this.owner,
      targetName: `file share ${this.fileShareName}`,
    });
  }
}
