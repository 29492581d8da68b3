import { shown } from '../../../../core/errors';
import { Is, type Shape, validateValue } from '../../../../core/validation';
import type { IDatastore } from '../../../datastore/datastore-types';
import { DATASTORE, datastorePathRule } from '../../../datastore/private/datastore-path-rule';
import type { DataType } from '../../data-type';
import type { IInvocationHost } from '../invocation-host';
import type { JobInput, V1Assignment, V2Input } from '../rendered-argument';
import type { ArgumentForm } from './argument-form';
import { jobInput, takes, type UriType } from './input-types';

const DATASTORE_PATH_SHAPE: Shape<{
  readonly datastore: IDatastore;
  readonly relativePath: string;
}> = { datastore: DATASTORE, relativePath: Is.string };

/** A file or folder of a datastore. */
export class DatastoreForm implements ArgumentForm {
  public constructor(
    private readonly type: UriType,
    private readonly datastore: IDatastore,
    private readonly relativePath: string,
  ) {
    validateValue({ datastore, relativePath }, DATASTORE_PATH_SHAPE, [
      datastorePathRule('relativePath'),
    ]);
  }

  public get told(): string {
    return `a ${this.type} of a datastore, ${shown(this.relativePath)}`;
  }

  public fits(type: DataType): boolean {
    return takes(this.type, type);
  }

  public renderV1(_name: string, host: IInvocationHost): V1Assignment {
    return {
      dataPath: {
        DataStoreName: this.datastore.datastoreName,
        RelativePath: host.escapeLiteral(this.relativePath),
      },
    };
  }

  public renderV2(_name: string, host: IInvocationHost): V2Input {
    const uri = `azureml:${this.datastore.datastoreId}/paths/${this.relativePath}`;
    return {
      JobInputType: this.type,
      Uri: host.escapeLiteral(uri),
    };
  }

  public renderJobInput(): JobInput {
    const { datastoreName } = this.datastore;
    return jobInput(this.type, `azureml://datastores/${datastoreName}/paths/${this.relativePath}`);
  }
}
