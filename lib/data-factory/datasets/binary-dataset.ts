import { Construct } from 'constructs';
import { validateProps, withDefaults } from '../../core/validation';
import type { IDataFactory } from '../data-factory';
import { nameFrom } from '../linked-services/private/linked-service-rules';
import type { IStorageLinkedService } from '../linked-services/storage-linked-service';
import type { DatasetProps, IDataset } from './dataset';
import { renderLocation } from './private/binary-dataset-body';
import { BINARY_DATASET_RULES, BINARY_DATASET_SHAPE } from './private/binary-dataset-rules';
import { emitDataset } from './private/emit-dataset';

/** Properties of a {@link BinaryDataset}. */
export interface BinaryDatasetProps extends DatasetProps {
  /** The connection to the account; the dataset belongs to its factory. */
  readonly linkedService: IStorageLinkedService;
  /** Name of the container, which a data lake calls file system. */
  readonly container: string;
  /**
   * Folder within the container, such as `incoming/daily`.
   *
   * @default - the whole container
   */
  readonly path?: string;
  /**
   * Name of one file in the folder.
   *
   * @default - all files
   */
  readonly file?: string;
}

/** Files as they are, whatever is in them: a {@link Dataset} of type `Binary`, for copies and deletes. */
export class BinaryDataset extends Construct implements IDataset {
  public readonly datasetName: string;
  public readonly factory: IDataFactory;
  public readonly binary: IStorageLinkedService;

  /**
   * @throws ValidationError DatasetNameInvalid, BinaryDatasetPathInvalid, BinaryDatasetFileInvalid,
   *   DataFactoryNameTaken
   */
  public constructor(scope: Construct, id: string, props: BinaryDatasetProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id) });
    validateProps(this, resolved, BINARY_DATASET_SHAPE, BINARY_DATASET_RULES);
    this.binary = resolved.linkedService;
    this.factory = this.binary.factory;
    this.datasetName = emitDataset(this, {
      ...resolved,
      type: 'Binary',
      typeProperties: { location: renderLocation(resolved) },
    }).name;
  }
}
