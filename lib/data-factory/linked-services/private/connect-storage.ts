import type { Construct } from 'constructs';
import type { ArmObject } from '../../../azapi/azapi-types';
import { validateProps, withDefaults } from '../../../core/validation';
import type { IStorageAccount } from '../../../storage/storage-account';
import { DataAccess } from '../data-access';
import type { StorageLinkedServiceProps } from '../storage-linked-service';
import { emitLinkedService } from './emit-linked-service';
import { credentialOf } from './linked-service-body';
import { nameFrom } from './linked-service-rules';
import {
  type ResolvedStorage,
  STORAGE_LINKED_SERVICE_RULES,
  STORAGE_LINKED_SERVICE_SHAPE,
} from './storage-linked-service-rules';

/** What tells one kind of connection to a storage account from another. */
export interface StorageConnection {
  /** As Data Factory names the kind of linked service. */
  readonly type: string;
  /** Where the account is reached, as this kind says it. */
  readonly endpoint: (account: IStorageAccount) => ArmObject;
}

/** A connection that was emitted. */
export interface ConnectedStorage {
  readonly props: ResolvedStorage;
  readonly linkedServiceName: string;
}

/** Emits a linked service to a storage account and grants the factory what it asks for, before it is made. */
export function connectStorage(
  scope: Construct,
  id: string,
  props: StorageLinkedServiceProps,
  { type, endpoint }: StorageConnection,
): ConnectedStorage {
  const resolved = withDefaults(props, { name: nameFrom(id), access: DataAccess.READ });
  validateProps(scope, resolved, STORAGE_LINKED_SERVICE_SHAPE, STORAGE_LINKED_SERVICE_RULES);
  const { factory, storageAccount, access } = resolved;
  const resource = emitLinkedService(scope, resolved, type, {
    ...endpoint(storageAccount),
    ...credentialOf(factory),
  });
  const grant =
    access === DataAccess.READ
      ? storageAccount.grantReadData(factory)
      : storageAccount.grantWriteData(factory);
  grant.applyBefore(resource);
  return { props: resolved, linkedServiceName: resource.name };
}
