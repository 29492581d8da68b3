import { Lazy } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import { UnscopedValidationError, ValidationError } from '../core/errors';
import { nearest } from '../core/nearest';
import { escapeTemplates, escapeText } from '../core/terraform-text';
import { problem, validateProps, withDefaults } from '../core/validation';
import type { PipelineArgument } from '../machine-learning/pipeline/invocation/pipeline-argument';
import type { IInvokablePipeline } from '../machine-learning/pipeline/invokable-pipeline';
import type { Activity } from './activities/activity';
import type { ArmActivity } from './activities/private/activity-body';
import type { IDataFactory } from './data-factory';
import { DataFactoryParameter, type DataFactoryParameters } from './data-factory-parameter';
import { ImportedDataFactoryPipeline } from './imported-data-factory-pipeline';
import { type ActivityChain, renderChains } from './private/activity-chain';
import { graphProblems } from './private/activity-graph';
import { namesOf } from './private/activity-names';
import { renderDataFactoryPipelineBody } from './private/data-factory-pipeline-body';
import {
  DATA_FACTORY_PIPELINE_RULES,
  DATA_FACTORY_PIPELINE_SHAPE,
  type ResolvedDataFactoryPipelineProps,
} from './private/data-factory-pipeline-rules';
import { takeName } from './private/factory-names';
import { ParameterArgument } from './private/parameter-argument';
import { PipelineHost } from './private/pipeline-host';
import { PipelineLinks } from './private/pipeline-links';
import { blobParametersIn } from './private/triggering-blob';

/** A pipeline of a data factory, declared here or existing. */
export interface IDataFactoryPipeline extends IConstruct {
  /** Name. */
  readonly pipelineName: string;
  /** The factory that it belongs to. */
  readonly factory: IDataFactory;
  /** What its runs take; `undefined` for an existing pipeline. */
  readonly parameters?: DataFactoryParameters;
}
