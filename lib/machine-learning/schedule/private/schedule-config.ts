import { type Construct, type IConstruct } from 'constructs';
import { TerraformStack } from 'cdktf';
import { pinned } from '../../../azapi/api-versions';
import type { AzapiResourceConfig } from '../../../azapi/azapi-resource';
import {
  ActionMethod,
  ActionTime,
  type AzapiResourceActionConfig,
} from '../../../azapi/azapi-resource-action';
import { ValidationError } from '../../../core/errors';
import type { IInvokablePipeline, IPublishedPipeline } from '../../pipeline/invokable-pipeline';
import { argumentProblems } from '../../pipeline/private/v2-invocation';
import type { ScheduleProps } from '../schedule';
import { jobInputsOf } from './job-inputs';
import { renderScheduleBody, type ScheduleBody } from './schedule-body';

/** The resource of a schedule, with its body as far as it is looked into. */
export type ScheduleConfig = AzapiResourceConfig & { readonly body: ScheduleBody };

/**
 * The resource of a schedule of Azure Machine Learning.
 *
 * @param enabled whether both the schedule and the pipeline are
 * @throws ValidationError what the arguments find wrong
 */
export function scheduleConfig(
  scope: Construct,
  pipeline: IPublishedPipeline,
  enabled: boolean,
  props: ScheduleProps,
): ScheduleConfig {
  const { arguments: given = {}, trigger, experimentName, continueOnStepFailure } = props;
  const { inputs, problems } = jobInputsOf(given);
  const [first, ...rest] = [...argumentProblems(pipeline.inputs, given), ...problems];
  if (first !== undefined) throw new ValidationError([first, ...rest], scope);

  const name = props.name ?? defaultName(pipeline, scope);
  return {
    type: pinned('Microsoft.MachineLearningServices/workspaces/schedules'),
    name,
    parentId: pipeline.workspace.workspaceId,
    body: renderScheduleBody({
      pipeline,
      trigger,
      displayName: name,
      enabled,
      description: props.description,
      inputs,
      experimentName,
      continueOnStepFailure,
    }),
  };
}

/** What disables a schedule before it is destroyed. */
export function disablerConfig(
  { type, body }: ScheduleConfig,
  scheduleId: string,
): AzapiResourceActionConfig {
  return {
    type,
    resourceId: scheduleId,
    method: ActionMethod.PUT,
    when: ActionTime.DESTROY,
    body: { properties: { ...body.properties, isEnabled: false } },
  };
}

function defaultName({ pipelineName }: IInvokablePipeline, schedule: IConstruct): string {
  const path = schedule.node.path.slice(TerraformStack.of(schedule).node.path.length + 1);
  const words = path.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${pipelineName.replaceAll('_', '-')}-${words.toLowerCase()}`.slice(0, 255);
}
