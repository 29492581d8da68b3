import type { Problem } from '../../../core/errors';
import { Is, problem, type Shape } from '../../../core/validation';
import type { IDataFactoryPipeline } from '../../data-factory-pipeline';
import { DATA_FACTORY_PIPELINE } from '../../private/property-types';
import type { ExecutePipelineActivityProps } from '../execute-pipeline-activity';

/** Properties with their defaults, apart from what all activities have. */
export type ResolvedExecutePipeline = Required<
  Pick<ExecutePipelineActivityProps, 'pipeline' | 'parameters' | 'waitForCompletion'>
>;

export const EXECUTE_PIPELINE_SHAPE: Shape<ResolvedExecutePipeline> = {
  pipeline: DATA_FACTORY_PIPELINE,
  parameters: Is.known(Is.object),
  waitForCompletion: Is.boolean,
};

/** What is wrong with running a pipeline from another one. Pure. */
export function executeProblems(
  pipeline: IDataFactoryPipeline,
  caller: IDataFactoryPipeline,
): readonly Problem[] {
  if (pipeline === caller) {
    return [
      problem('ExecutePipelineSelf', {
        property: 'pipeline',
        must: 'be another pipeline than the one that the activity belongs to',
        got: caller.node.id,
      }),
    ];
  }
  return pipeline.factory.factoryId === caller.factory.factoryId
    ? []
    : [
        problem('ExecutePipelineOtherFactory', {
          property: 'pipeline',
          must: `belong to data factory ${caller.factory.factoryName}`,
          got: pipeline.factory.factoryName,
          fix: 'start it with a WebActivity',
        }),
      ];
}
