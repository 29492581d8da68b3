import { armIdRule } from '../../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { RESOURCE_GROUP } from '../../../logic-apps/private/prop-types';
import { WORKFLOW_IDENTITY } from '../../../logic-apps/private/workflow-rules';
import type { IInvokablePipeline, IPublishedPipeline } from '../../pipeline/invokable-pipeline';
import type { ScheduleProps } from '../schedule';

type Resolved = ScheduleProps & Required<Pick<ScheduleProps, 'arguments' | 'enabled'>>;

export const SCHEDULE_SHAPE: Shape<Resolved> = {
  pipeline: Is.having('an invokable pipeline', 'generation', 'workspace', 'pipelineName'),
  trigger: Is.having(
    'a Recurrence or a Cron',
    'timeZone',
    'describe',
    'nextRuns',
    '_warnings',
    '_renderTrigger',
  ),
  name: Is.optional(Is.text),
  arguments: Is.map(Is.having('a PipelineArgument', '_renderJobInput')),
  experimentName: Is.optional(Is.text),
  enabled: Is.known(Is.boolean),
  description: Is.optional(Is.string),
  continueOnStepFailure: Is.optional(Is.boolean),
  resourceGroup: Is.optional(RESOURCE_GROUP),
  location: Is.optional(Is.text),
  identity: Is.optional(WORKFLOW_IDENTITY),
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
    code: 'SchedulePropNotForPipeline',
    check: (props) => {
      const { pipeline, resourceGroup, location, identity, description } = props;
      const isOwn = isSchedulable(pipeline);
      const unused = isOwn ? { resourceGroup, location, identity } : { description };
      const stray = Object.entries(unused).find(([, value]) => value !== undefined);
      return stray === undefined
        ? undefined
        : {
            property: stray[0],
            must: isOwn
              ? 'not be given where Azure Machine Learning keeps the schedule, below the workspace'
              : 'not be given where a Logic App keeps the schedule, which has no place for it',
            got: stray[1],
          };
    },
  },
];

/** Whether a pipeline has what a schedule of Azure Machine Learning needs: a component. */
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
