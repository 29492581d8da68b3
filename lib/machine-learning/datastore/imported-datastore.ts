import { Construct } from 'constructs';
import { validateProps } from '../../core/validation';
import type { IWorkspace } from '../workspace-types';
import type { IDatastore } from './datastore-types';
import { IMPORTED_DATASTORE_RULES, IMPORTED_DATASTORE_SHAPE } from './private/blob-datastore-rules';

/** What names an existing datastore. */
export interface ImportedDatastoreProps {
  readonly workspace: IWorkspace;
  readonly name: string;
}

/** An existing datastore; emits nothing. */
export class ImportedDatastore extends Construct implements IDatastore {
  public readonly datastoreId: string;
  public readonly datastoreName: string;
  public readonly workspace: IWorkspace;

  public constructor(scope: Construct, id: string, props: ImportedDatastoreProps) {
    super(scope, id);
    validateProps(this, props, IMPORTED_DATASTORE_SHAPE, IMPORTED_DATASTORE_RULES);
    this.datastoreId = `${props.workspace.workspaceId}/datastores/${props.name}`;
    this.datastoreName = props.name;
    this.workspace = props.workspace;
  }
}
