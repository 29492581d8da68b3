import { Construct, type IConstruct } from 'constructs';
import type { ArmObject } from '../../azapi/azapi-types';
import { validateProps, withDefaults } from '../../core/validation';
import type { ILinkedService } from '../azure-ml-linked-service';
import type { IDataFactory } from '../data-factory';
import { nameFrom } from '../linked-services/private/linked-service-rules';
import type { IStorageLinkedService } from '../linked-services/storage-linked-service';
import { DATASET_PROPS_RULES, RAW_DATASET_SHAPE } from './private/dataset-rules';
import { emitDataset } from './private/emit-dataset';

/** Data as activities of a factory name it. */
export interface IDataset extends IConstruct {
  /** Name. */
  readonly datasetName: string;
  /** The factory that it belongs to. */
  readonly factory: IDataFactory;
  /**
   * The connection to the files, where it is of files whose kind matters to nobody.
   *
   * @jsii ignore
   */
  readonly binary?: IStorageLinkedService;
}

/** What all datasets take. */
export interface DatasetProps {
  /**
   * 1 to 260 characters, inclusive, starting with a letter, digit or `_`, without `-` and without
   * `< > * # . % & : \ + ? /`; unique among the datasets of the factory, cases ignored. Changing it
   * replaces the dataset.
   *
   * @default - the construct id, with `_` for other characters than letters and digits
   * @see https://learn.microsoft.com/azure/data-factory/naming-rules
   */
  readonly name?: string;
  /** @default - none */
  readonly description?: string;
  /**
   * Folder that the studio shows it in.
   *
   * @default - none
   */
  readonly folder?: string;
}

/** Properties of a {@link Dataset}. */
export interface RawDatasetProps extends DatasetProps {
  /** The connection to the data; the dataset belongs to its factory. */
  readonly linkedService: ILinkedService;
  /** Kind of data, spelt as the service spells it, such as `DelimitedText`. */
  readonly type: string;
  /** Where and how it is, as the service takes it. */
  readonly typeProperties: ArmObject;
}

/** Data of any kind: `azapi_resource`, `Microsoft.DataFactory/factories/datasets`. */
export class Dataset extends Construct implements IDataset {
  public readonly datasetName: string;
  public readonly factory: IDataFactory;

  /** @throws ValidationError DatasetNameInvalid, DataFactoryNameTaken */
  public constructor(scope: Construct, id: string, props: RawDatasetProps) {
    super(scope, id);
    const resolved = withDefaults(props, { name: nameFrom(id) });
    validateProps(this, resolved, RAW_DATASET_SHAPE, DATASET_PROPS_RULES);
    this.factory = resolved.linkedService.factory;
    this.datasetName = emitDataset(this, resolved).name;
  }
}
