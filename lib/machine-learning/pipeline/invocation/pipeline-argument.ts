import { type Problem, UnscopedValidationError } from '../../../core/errors';
import {
  Is,
  isUnresolved,
  problem,
  type Rule,
  type Shape,
  validateValue,
} from '../../../core/validation';
import type { IDatastore } from '../../datastore/datastore-types';
import { DATASTORE, datastorePathRule } from '../../datastore/private/datastore-path-rule';
import { DataType, isLiteral } from '../data-type';
import { isJobLiteral, JOB_LITERAL_FORM, LITERAL } from '../private/literal';
import type { IInvocationHost, TriggeringBlob } from './invocation-host';

/**
 * Part of a v1 request body that one argument becomes.
 *
 * @internal
 */
export interface V1Assignment {
  /** Entry of `ParameterAssignments`. */
  readonly parameter?: string;
  /** Entry of `DataPathAssignments`. */
  readonly dataPath?: V1DataPath;
}

/**
 * A location on a datastore as v1 requests name it.
 *
 * @internal
 */
export interface V1DataPath {
  readonly DataStoreName: string;
  readonly RelativePath: string;
}

/**
 * Part of a v2 request body that one argument becomes.
 *
 * @internal
 */
export interface V2Input {
  readonly JobInputType: string;
  readonly Uri?: string;
  readonly Value?: unknown;
}

/**
 * An input of a scheduled job.
 *
 * @internal
 */
export interface JobInput {
  readonly jobInputType: string;
  readonly mode?: string;
  readonly uri?: string;
  readonly value?: string;
}

/** Value of one pipeline input (v2) or parameter (v1). */
export abstract class PipelineArgument {
  /**
   * A string, number or boolean. v1 parameters are strings on the wire.
   *
   * @throws UnscopedValidationError ArgumentLiteralInvalid
   */
  public static literal(value: string | number | boolean): PipelineArgument {
    return new LiteralArgument(value);
  }

  /**
   * One file by URL, `https://…` or `azureml:…`. v2 only.
   *
   * @throws UnscopedValidationError ArgumentUriInvalid
   */
  public static uriFile(uri: string): PipelineArgument {
    return new UriArgument('UriFile', uri);
  }

  /**
   * One folder by URL, `https://…` or `azureml:…`. v2 only.
   *
   * @throws UnscopedValidationError ArgumentUriInvalid
   */
  public static uriFolder(uri: string): PipelineArgument {
    return new UriArgument('UriFolder', uri);
  }

  /**
   * A folder of a datastore: a data path for v1, a `UriFolder` for v2.
   *
   * @param relativePath path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static folder(datastore: IDatastore, relativePath: string): PipelineArgument {
    return new DatastoreArgument('UriFolder', datastore, relativePath);
  }

  /**
   * A file of a datastore: a data path for v1, a `UriFile` for v2.
   *
   * @param relativePath path within the datastore, without a leading slash
   * @throws UnscopedValidationError DatastorePathInvalid
   */
  public static file(datastore: IDatastore, relativePath: string): PipelineArgument {
    return new DatastoreArgument('UriFile', datastore, relativePath);
  }

  /**
   * Whether an input of a type takes it; what is decided when the run starts fits any.
   *
   * @internal
   */
  public fits(type: DataType): boolean {
    return Object.values(DataType).includes(type);
  }

  /**
   * For v1 requests.
   *
   * @returns the assignment, or the problem why there is none
   * @internal
   */
  public abstract renderV1(name: string, host: IInvocationHost): V1Assignment | Problem;

  /**
   * For v2 requests.
   *
   * @returns the input, or the problem why there is none
   * @internal
   */
  public abstract renderV2(name: string, host: IInvocationHost): V2Input | Problem;

  /**
   * For scheduled jobs, which nothing but the clock starts.
   *
   * @returns the input, or the problem why there is none
   * @internal
   */
  public abstract renderJobInput(name: string): JobInput | Problem;
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
  public override fits(type: DataType): boolean {
    return takesFile(type);
  }

  /** @internal */
  public renderV1(name: string, host: IInvocationHost): V1Assignment | Problem {
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
  public renderV2(name: string, host: IInvocationHost): V2Input | Problem {
    const blob: TriggeringBlob | undefined = host.triggeringBlob;
    return blob === undefined
      ? noTriggeringBlob(name, host.hostName)
      : { JobInputType: 'UriFile', Uri: blob.uri };
  }

  /** @internal */
  public renderJobInput(name: string): Problem {
    return noTriggeringBlob(name, 'a schedule');
  }
}

class LiteralArgument extends PipelineArgument {
  public constructor(private readonly value: string | number | boolean) {
    super();
    if (!LITERAL.accepts(value)) {
      throw new UnscopedValidationError([
        problem('ArgumentLiteralInvalid', {
          property: 'value',
          must: `be ${LITERAL.name}`,
          got: value,
        }),
      ]);
    }
  }

  public override fits(type: DataType): boolean {
    return literalFits(this.value, type);
  }

  public renderV1(_name: string, host: IInvocationHost): V1Assignment {
    return { parameter: host.escapeLiteral(String(this.value)) };
  }

  public renderV2(_name: string, host: IInvocationHost): V2Input {
    const value = typeof this.value === 'string' ? host.escapeLiteral(this.value) : this.value;
    return { JobInputType: 'Literal', Value: value };
  }

  public renderJobInput(name: string): JobInput | Problem {
    return isJobLiteral(this.value)
      ? { jobInputType: 'literal', value: String(this.value) }
      : problem('ScheduleLiteralInvalid', {
          property: `arguments.${name}`,
          must: `${JOB_LITERAL_FORM} in a schedule`,
          got: this.value,
          fix: 'leave it out where the input has a default or is optional',
        });
  }
}

const URI_RULES: readonly Rule<{ readonly uri: string }>[] = [
  {
    code: 'ArgumentUriInvalid',
    check: ({ uri }) =>
      isUnresolved(uri) || /^(https:\/\/|azureml:|abfss:\/\/|wasbs:\/\/)\S+$/.test(uri)
        ? undefined
        : {
            property: 'uri',
            must: 'start with https://, azureml:, abfss:// or wasbs://',
            got: uri,
          },
  },
];

class UriArgument extends PipelineArgument {
  public constructor(
    private readonly type: string,
    private readonly uri: string,
  ) {
    super();
    validateValue({ uri }, { uri: Is.text }, URI_RULES);
  }

  public override fits(type: DataType): boolean {
    return this.type === 'UriFile' ? takesFile(type) : takesFolder(type);
  }

  public renderV1(name: string): Problem {
    return problem('ArgumentNotForGeneration', {
      property: `arguments.${name}`,
      must: 'be a literal or a path on a datastore for a v1 pipeline',
      got: this.uri,
      fix: 'use PipelineArgument.folder(datastore, path) or PipelineArgument.file(datastore, path)',
    });
  }

  public renderV2(): V2Input {
    return { JobInputType: this.type, Uri: this.uri };
  }

  public renderJobInput(): JobInput {
    return jobInput(this.type, this.uri);
  }
}

const DATASTORE_PATH_SHAPE: Shape<{
  readonly datastore: IDatastore;
  readonly relativePath: string;
}> = { datastore: DATASTORE, relativePath: Is.string };

class DatastoreArgument extends PipelineArgument {
  public constructor(
    private readonly type: string,
    private readonly datastore: IDatastore,
    private readonly relativePath: string,
  ) {
    super();
    validateValue({ datastore, relativePath }, DATASTORE_PATH_SHAPE, [
      datastorePathRule('relativePath'),
    ]);
  }

  public override fits(type: DataType): boolean {
    return this.type === 'UriFile' ? takesFile(type) : takesFolder(type);
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

function takesFile(type: DataType): boolean {
  return type === DataType.URI_FILE;
}

/** Everything that is no literal and no file is a folder: tables and models too. */
function takesFolder(type: DataType): boolean {
  return !isLiteral(type) && !takesFile(type);
}

function literalFits(value: string | number | boolean, type: DataType): boolean {
  if (isUnresolved(value) || type === DataType.STRING) return isLiteral(type);
  const text = String(value);
  if (type === DataType.BOOLEAN) return ['true', 'false'].includes(text.toLowerCase());
  if (type === DataType.INTEGER) return /^[+-]?\d+$/.test(text);
  return type === DataType.NUMBER && text.trim() !== '' && Number.isFinite(Number(text));
}

function jobInput(type: string, uri: string): JobInput {
  return {
    jobInputType: type === 'UriFile' ? 'uri_file' : 'uri_folder',
    mode: 'ReadOnlyMount',
    uri,
  };
}

function noTriggeringBlob(name: string, starter: string): Problem {
  return problem('TriggeringBlobUnknown', {
    property: `arguments.${name}`,
    must: 'not name the triggering blob where no blob starts the run',
    got: `a run started by ${starter}`,
    fix: 'start it by a blob trigger, or name a file of a datastore',
  });
}
