import { type Construct, type IConstruct } from 'constructs';
import { TerraformStack } from 'cdktf';
import { pinned } from '../../../azapi/api-versions';
import { AzapiResource } from '../../../azapi/azapi-resource';
import {
  ActionMethod,
  ActionTime,
  AzapiResourceAction,
} from '../../../azapi/azapi-resource-action';
import { ValidationError } from '../../../core/errors';
import type { IInvokablePipeline, IPublishedPipeline } from '../../pipeline/invokable-pipeline';
import { argumentProblems } from '../../pipeline/private/v2-invocation';
import type { ScheduleProps } from '../schedule';
import { jobInputsOf } from './job-inputs';
import { renderScheduleBody } from './schedule-body';

/** What a schedule of Azure Machine Learning is made of. */
export type MachineLearningScheduleProps = Omit<ScheduleProps, 'pipeline'> & {
  readonly pipeline: IPublishedPipeline;
  readonly enabled: boolean;
};

/** A schedule of Azure Machine Learning, once it is declared. */
export interface MachineLearningSchedule {
  readonly scheduleId: string;
  readonly scheduleName: string;
}

/**
 * A schedule of Azure Machine Learning, and what disables it before it is destroyed.
 *
 * @throws ValidationError what the arguments find wrong
 */
export function machineLearningSchedule(
  scope: Construct,
  props: MachineLearningScheduleProps,
): MachineLearningSchedule {
  const { pipeline, arguments: given = {} } = props;
  const { inputs, problems } = jobInputsOf(given);
  const [first, ...rest] = [...argumentProblems(pipeline.inputs, given), ...problems];
  if (first !== undefined) throw new ValidationError([first, ...rest], scope);

  const type = pinned('Microsoft.MachineLearningServices/workspaces/schedules');
  const name = props.name ?? defaultName(pipeline, scope);
  const body = renderScheduleBody({ ...props, inputs, displayName: name });
  const resource = new AzapiResource(scope, 'Resource', {
    type,
    name,
    parentId: pipeline.workspace.workspaceId,
    body,
  });
  const scheduleId = resource.id;
  new AzapiResourceAction(scope, 'DisableBeforeDestroy', {
    type,
    resourceId: scheduleId,
    method: ActionMethod.PUT,
    when: ActionTime.DESTROY,
    body: { properties: { ...body.properties, isEnabled: false } },
  });
  return { scheduleId, scheduleName: name };
}

function defaultName({ pipelineName }: IInvokablePipeline, schedule: IConstruct): string {
  const path = schedule.node.path.slice(TerraformStack.of(schedule).node.path.length + 1);
  const words = path.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${pipelineName.replaceAll('_', '-')}-${words.toLowerCase()}`.slice(0, 255);
}
