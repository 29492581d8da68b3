import type { IConstruct } from 'constructs';
import { BuiltInRole } from '../../../identity/built-in-role';
import { Grant } from '../../../identity/grant';
import type { IGrantable } from '../../../identity/principal';
import type { IStorageAccount } from '../../../storage/storage-account';
import type { DataStorage } from './datastore-base';

/** @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
const READER = BuiltInRole.of(
  'Storage File Data Privileged Reader',
  'b8eda974-7b85-4f76-af95-65846b26df6d',
);
const CONTRIBUTOR = BuiltInRole.of(
  'Storage File Data Privileged Contributor',
  '69566ab7-960f-475b-8e7c-b3118f30c6bd',
);

/** A file share, to which roles apply when it is reached over REST, as Azure ML does. */
export class ShareStorage implements DataStorage {
  public constructor(
    private readonly owner: IConstruct,
    private readonly storageAccount: IStorageAccount,
    private readonly fileShareName: string,
  ) {}

  public grantRead(grantee: IGrantable): Grant {
    return this.grant(READER, grantee);
  }

  public grantReadWrite(grantee: IGrantable): Grant {
    return this.grant(CONTRIBUTOR, grantee);
  }

  private grant(role: BuiltInRole, grantee: IGrantable): Grant {
    const { storageAccountId } = this.storageAccount;
    return Grant.role({
      grantee,
      role,
      scopeId: `${storageAccountId}/fileServices/default/fileshares/${this.fileShareName}`,
      target: this.owner,
      targetName: `file share ${this.fileShareName}`,
    });
  }
}
