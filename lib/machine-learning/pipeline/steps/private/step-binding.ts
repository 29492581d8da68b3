import type { IDataAsset } from '../../../data/data-asset-types';
import type { IDatastore } from '../../../datastore/datastore-types';
import type { DataType } from '../../data-type';

/** The output of another step that an input is bound to. */
export interface StepOutputName {
  /** Name of the step. */
  readonly step: string;
  /** Name of its output. */
  readonly output: string;
  /** The step itself, where it is known: another one of its name is not meant. */
  readonly owner?: object | undefined;
}

/** A value that is written into the node. */
export interface LiteralBinding {
  readonly value: string | number | boolean;
  readonly type: DataType;
}

/** Data that is named by its address. */
export interface DataBinding {
  readonly uri: string;
  readonly type: DataType;
  /** Where it lies, as far as that is a datastore that is known here. */
  readonly datastore?: IDatastore | undefined;
  /** The data asset whose address it is. */
  readonly asset?: IDataAsset | undefined;
  /** Names that the address refers to, where it does not hold them itself. */
  readonly names?: readonly string[] | undefined;
}

/** An input of the pipeline. */
export interface PipelineInputBinding {
  readonly name: string;
  readonly type: DataType;
  /** The pipeline whose input it is, where it is known: another one of its name is not meant. */
  readonly owner?: object | undefined;
}

/** What an input of a step is bound to: one of these. */
export interface StepBinding {
  readonly literal?: LiteralBinding;
  readonly data?: DataBinding;
  readonly pipelineInput?: PipelineInputBinding;
  readonly stepOutput?: StepOutputName;
}
