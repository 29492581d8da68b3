import type { Problem } from '../../../core/errors';
import { Is, problem, type Shape, validateValue } from '../../../core/validation';
import type { IDataAsset } from '../../data/data-asset-types';
import type { IDataLocation } from '../../datastore/data-location';
import { DatastorePath } from '../../datastore/datastore-path';
import type { IDatastore } from '../../datastore/datastore-types';
import { DATASTORE } from '../../datastore/private/datastore-path-rule';
import { DataType } from '../data-type';
import type { ArgumentForm } from './forms/argument-form';
import { DatasetForm } from './forms/dataset-form';
import { DataAssetForm } from './forms/data-asset-form';
import { DatastoreForm } from './forms/datastore-form';
import { LOCATION_SHAPE, takesFile } from './forms/input-types';
import { LiteralForm } from './forms/literal-form';
import { UriForm } from './forms/uri-form';
import type { IInvocationHost, TriggeringBlob } from './invocation-host';
import type { JobInput, V1Assignment, V2Input } from './rendered-argument';

const LATER = 'a value that is decided when the run starts';

/** Value of one pipeline input (v2) or parameter (v1). */
export abstract class PipelineArgument {
  /**
   * A string, number or boolean. v1 parameters are strings on the wire.
   *
   * @throws UnscopedValidationError ArgumentLiteralInvalid
   */
  public static literal(value: string | number | boolean): PipelineArgument {
    return new FormArgument(new LiteralForm(value));
  }

  /**
   * One file by URL, `https://…` or `azureml:…`, without a signature or password, which would stay in the
   * state. v2 only.
   *
   * @throws UnscopedValidationError ArgumentUriInvalid, ArgumentUriHoldsSecret
   */
  public static uriFile(uri: string): PipelineArgument {
    return new FormArgument(new UriForm('UriFile', uri));
  }

  /**
   * One folder by URL, `https://…` or `azureml:…`, without a signature or password, which would stay in the
   * state. v2 only.
   *
   * @throws UnscopedValidationError ArgumentUriInvalid, ArgumentUriHoldsSecret
   */
  public static uriFolder(uri: string): PipelineArgument {
    return new FormArgument(new UriForm('UriFolder', uri));
  }

  /**
   * A folder of a datastore: a data path for v1, a `UriFolder` for v2.
   *
   * @param relativePath path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static folder(datastore: IDatastore, relativePath: string): PipelineArgument {
    return new FormArgument(new DatastoreForm('UriFolder', datastore, relativePath));
  }

  /**
   * A file of a datastore: a data path for v1, a `UriFile` for v2.
   *
   * @param relativePath path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static file(datastore: IDatastore, relativePath: string): PipelineArgument {
    return new FormArgument(new DatastoreForm('UriFile', datastore, relativePath));
  }

  /**
   * A path of a datastore, or a URL: what `datastore.path('a/b')` and `DataUri.of` give. A URL is v2 only.
   *
   * @param type what lies there; all but a file is taken for a folder
   * @throws UnscopedValidationError ArgumentUriInvalid, ArgumentUriHoldsSecret
   */
  public static at(location: IDataLocation, type: DataType): PipelineArgument {
    validateValue({ location, type }, LOCATION_SHAPE);
    const uriType = type === DataType.URI_FILE ? 'UriFile' : 'UriFolder';
    return new FormArgument(
      location instanceof DatastorePath
        ? new DatastoreForm(uriType, location.datastore, location.relativePath)
        : new UriForm(uriType, location.uri),
    );
  }

  /** A version of a data asset. v2 only; tables only on schedules of Azure ML. */
  public static data(asset: IDataAsset): PipelineArgument {
    return new FormArgument(new DataAssetForm(asset));
  }

  /**
   * A dataset that was registered with the v1 SDK, by its id, for the `DataSetDefinition` parameter of a v1
   * pipeline. Data Factory has no place for it.
   *
   * @param datasetId a GUID
   * @throws UnscopedValidationError ArgumentDatasetIdInvalid
   */
  public static v1Dataset(datasetId: string): PipelineArgument {
    return new FormArgument(new DatasetForm(datasetId));
  }

  /** What it is, as an error tells it. @internal */
  public get _told(): string {
    return LATER;
  }

  /**
   * Whether an input of a type takes it; what is decided when the run starts fits any.
   *
   * @internal
   */
  public _fits(type: DataType): boolean {
    return Object.values(DataType).includes(type);
  }

  /**
   * For v1 requests.
   *
   * @returns the assignment, or the problem why there is none
   * @internal
   */
  public abstract _renderV1(name: string, host: IInvocationHost): V1Assignment | Problem;

  /**
   * For v2 requests.
   *
   * @returns the input, or the problem why there is none
   * @internal
   */
  public abstract _renderV2(name: string, host: IInvocationHost): V2Input | Problem;

  /**
   * For scheduled jobs, which nothing but the clock starts.
   *
   * @returns the input, or the problem why there is none
   * @internal
   */
  public abstract _renderJobInput(name: string): JobInput | Problem;
}

/** An argument that its form renders. */
class FormArgument extends PipelineArgument {
  public constructor(private readonly form: ArgumentForm) {
    super();
  }

  public override get _told(): string {
    return this.form.told;
  }

  public override _fits(type: DataType): boolean {
    return this.form.fits(type);
  }

  public _renderV1(name: string, host: IInvocationHost): V1Assignment | Problem {
    return this.form.renderV1(name, host);
  }

  public _renderV2(name: string, host: IInvocationHost): V2Input | Problem {
    return this.form.renderV2(name, host);
  }

  public _renderJobInput(name: string): JobInput | Problem {
    return this.form.renderJobInput(name);
  }
}

const TRIGGERING_BLOB_SHAPE: Shape<{ readonly datastore: IDatastore | undefined }> = {
  datastore: Is.optional(DATASTORE),
};

/** The blob that started a run. */
export class BlobReference extends PipelineArgument {
  /**
   * The blob that started the trigger: for v2 its URL as a `UriFile`, for v1 its path within the datastore.
   *
   * @param datastore datastore over the watched container; needed for v1, which names data by datastore
   * @throws UnscopedValidationError PropertyTypeInvalid
   */
  public static triggeringBlob(datastore?: IDatastore): BlobReference {
    return new BlobReference(datastore);
  }

  private constructor(private readonly datastore: IDatastore | undefined) {
    super();
    validateValue({ datastore }, TRIGGERING_BLOB_SHAPE);
  }

  /** @internal */
  public override get _told(): string {
    return 'the blob that starts the run';
  }

  /** @internal */
  public override _fits(type: DataType): boolean {
    return takesFile(type);
  }

  /** @internal */
  public _renderV1(name: string, host: IInvocationHost): V1Assignment | Problem {
    const blob = host.triggeringBlob;
    if (blob === undefined) return noTriggeringBlob(name, host.hostName);
    if (this.datastore === undefined) {
      return problem('TriggeringBlobDatastoreMissing', {
        property: `arguments.${name}`,
        must: 'name the datastore over the watched container for a v1 pipeline',
        got: undefined,
        fix: 'use BlobReference.triggeringBlob(datastore)',
      });
    }
    return {
      dataPath: { DataStoreName: this.datastore.datastoreName, RelativePath: blob.relativePath },
    };
  }

  /** @internal */
  public _renderV2(name: string, host: IInvocationHost): V2Input | Problem {
    const blob: TriggeringBlob | undefined = host.triggeringBlob;
    return blob === undefined
      ? noTriggeringBlob(name, host.hostName)
      : { JobInputType: 'UriFile', Uri: blob.uri };
  }

  /** @internal */
  public _renderJobInput(name: string): Problem {
    return noTriggeringBlob(name, 'a schedule');
  }
}

function noTriggeringBlob(name: string, starter: string): Problem {
  return problem('TriggeringBlobUnknown', {
    property: `arguments.${name}`,
    must: 'not name the triggering blob where no blob starts the run',
    got: `a run started by ${starter}`,
    fix: 'start it by a blob trigger, or name a file of a datastore',
  });
}
