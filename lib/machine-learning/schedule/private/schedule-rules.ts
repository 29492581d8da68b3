import { armIdRule } from '../../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { IInvokablePipeline, IPublishedPipeline } from '../../pipeline/invokable-pipeline';
import { PipelineGeneration } from '../../pipeline/pipeline-generation';
import type { ScheduleProps } from '../schedule';

type Resolved = ScheduleProps & Required<Pick<ScheduleProps, 'arguments' | 'enabled'>>;

export const SCHEDULE_SHAPE: Shape<Resolved> = {
  pipeline: Is.having('an invokable pipeline', 'generation', 'workspace', 'pipelineName'),
  trigger: Is.having('a Recurrence or a Cron', 'timeZone', 'describe', 'renderTrigger'),
  name: Is.optional(Is.text),
  arguments: Is.map(Is.having('a PipelineArgument', 'renderJobInput')),
  experimentName: Is.optional(Is.text),
  enabled: Is.known(Is.boolean),
  description: Is.optional(Is.string),
};

/** `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_]{0,254}$/;

export const SCHEDULE_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'ScheduleNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 1 to 255 letters, digits, "-" or "_", starting with a letter or digit',
            got: name,
          }
        : undefined,
  },
  {
    code: 'ScheduleNeedsV2Pipeline',
    check: ({ pipeline }) =>
      pipeline.generation === PipelineGeneration.V1
        ? {
            property: 'pipeline',
            must: 'be a v2 pipeline: Azure ML schedules cannot start pipelines of the v1 SDK',
            got: `${pipeline.pipelineName} (v1)`,
            fix: 'start it from a Logic App or by a schedule trigger of a Data Factory pipeline',
          }
        : undefined,
  },
  {
    code: 'ScheduleComponentMissing',
    check: ({ pipeline }) =>
      pipeline.generation === PipelineGeneration.V2 && !isSchedulable(pipeline)
        ? {
            property: 'pipeline',
            must: 'be known by its component to be put on a schedule',
            got: pipeline.pipelineName,
            fix: 'give componentId to PublishedPipeline.fromBatchEndpointAttributes',
          }
        : undefined,
  },
];

/** Whether a pipeline has what a schedule needs. */
export function isSchedulable(pipeline: IInvokablePipeline): pipeline is IPublishedPipeline {
  return 'componentId' in pipeline && pipeline.componentId !== undefined;
}

interface ScheduleId {
  readonly scheduleId: string;
}

export const SCHEDULE_ID_SHAPE: Shape<ScheduleId> = { scheduleId: Is.text };

export const SCHEDULE_ID_RULES: readonly Rule<ScheduleId>[] = [
  armIdRule({
    code: 'ScheduleIdInvalid',
    property: 'scheduleId',
    type: 'Microsoft.MachineLearningServices/workspaces/schedules',
  }),
];
