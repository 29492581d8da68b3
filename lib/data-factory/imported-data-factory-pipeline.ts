import { Construct } from 'constructs';
import { validateProps } from '../core/validation';
import type { IDataFactory } from './data-factory';
import type { IDataFactoryPipeline } from './data-factory-pipeline';
import {
  IMPORTED_PIPELINE_RULES,
  IMPORTED_PIPELINE_SHAPE,
} from './private/data-factory-pipeline-rules';

/** What names an existing pipeline. */
export interface ImportedDataFactoryPipelineProps {
  readonly factory: IDataFactory;
  readonly name: string;
}

/** An existing pipeline of a data factory; emits nothing. */
export class ImportedDataFactoryPipeline extends Construct implements IDataFactoryPipeline {
  public readonly pipelineName: string;
  public readonly factory: IDataFactory;

  /** @throws ValidationError ImportedDataFactoryPipelineNameInvalid */
  public constructor(scope: Construct, id: string, props: ImportedDataFactoryPipelineProps) {
    super(scope, id);
    validateProps(this, props, IMPORTED_PIPELINE_SHAPE, IMPORTED_PIPELINE_RULES);
    this.pipelineName = props.name;
    this.factory = props.factory;
  }
}
