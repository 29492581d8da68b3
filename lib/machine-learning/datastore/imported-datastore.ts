import type { Construct } from 'constructs';
import { validateProps } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IWorkspace } from '../workspace-types';
import type { DatastoreAttributes } from './datastore';
import { DatastoreBase, type DataStorage } from './private/datastore-base';
import {
  DATASTORE_ATTRIBUTES_RULES,
  DATASTORE_ATTRIBUTES_SHAPE,
} from './private/imported-datastore-rules';

/** An existing datastore; emits nothing. */
export class ImportedDatastore extends DatastoreBase {
  public readonly datastoreName: string;
  public readonly workspace: IWorkspace;
  /** The container that it is over; `undefined` where that is not known. */
  public readonly container?: IStorageContainer;

  /** @throws ValidationError DatastoreNameInvalid */
  public constructor(scope: Construct, id: string, attributes: DatastoreAttributes) {
    super(scope, id);
    validateProps(this, attributes, DATASTORE_ATTRIBUTES_SHAPE, DATASTORE_ATTRIBUTES_RULES);
    this.datastoreName = attributes.name;
    this.workspace = attributes.workspace;
    if (attributes.container !== undefined) this.container = attributes.container;
  }

  /** @internal */
  protected _storage(): DataStorage | undefined {
    return this.container;
  }
}
