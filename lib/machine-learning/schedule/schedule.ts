import { TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { ActionMethod, ActionTime, AzapiResourceAction } from '../../azapi/azapi-resource-action';
import { pinned } from '../../azapi/api-versions';
import { nameOf } from '../../core/arm-id-parts';
import { AssumptionError, type Problem, ValidationError } from '../../core/errors';
import { recordFact } from '../../core/facts';
import { validateProps, withDefaults } from '../../core/validation';
import type { PipelineArguments } from '../pipeline/invocation/pipeline-request';
import type { IInvokablePipeline, IPublishedPipeline } from '../pipeline/invokable-pipeline';
import { argumentProblems } from '../pipeline/private/v2-invocation';
import { announcePage } from '../private/studio-page';
import { SCHEDULES_PAGE, studioUrl } from '../private/studio-url';
import type { IWorkspace } from '../workspace-types';
import { jobInputsOf } from './private/job-inputs';
import { renderScheduleBody } from './private/schedule-body';
import {
  isSchedulable,
  SCHEDULE_ID_RULES,
  SCHEDULE_ID_SHAPE,
  SCHEDULE_RULES,
  SCHEDULE_SHAPE,
} from './private/schedule-rules';
import type { IScheduleTrigger } from './schedule-trigger';

/** A schedule of a workspace, declared here or existing. */
export interface ISchedule extends IConstruct {
  /** ARM id. */
  readonly scheduleId: string;
  /** Name. */
  readonly scheduleName: string;
}

/** Properties of a {@link Schedule}. */
export interface ScheduleProps {
  /** What is run: a published pipeline of this library, or one imported with its component id. */
  readonly pipeline: IInvokablePipeline;
  /** When: a {@link Recurrence} or a {@link Cron}. */
  readonly trigger: IScheduleTrigger;
  /**
   * 1 to 255 characters, inclusive: letters, digits, `-`, `_`, starting with a letter or digit.
   * Changing it replaces the schedule.
   *
   * @default - from name of the pipeline and construct path, such as `churn-nightly`
   */
  readonly name?: string;
  /**
   * A value for each pipeline input that is not left at its default.
   *
   * @default - every input keeps its default
   */
  readonly arguments?: PipelineArguments;
  /**
   * Experiment that runs are filed under.
   *
   * @default - the name of the pipeline
   */
  readonly experimentName?: string;
  /**
   * Whether it fires. It never does while the pipeline is disabled.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Shown in the studio.
   *
   * @default - none
   */
  readonly description?: string;
}

/**
 * A schedule that runs a published pipeline: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`.
 *
 * The service refuses to delete a schedule that is enabled, so an `azapi_resource_action` disables it
 * at destroy, before it is deleted.
 */
export class Schedule extends Construct implements ISchedule {
  /**
   * An existing schedule.
   *
   * @throws ValidationError ScheduleIdInvalid
   */
  public static fromScheduleId(scope: Construct, id: string, scheduleId: string): ISchedule {
    return new ImportedSchedule(scope, id, scheduleId);
  }

  public readonly scheduleName: string;
  private readonly resource: AzapiResource;
  private readonly workspace: IWorkspace;

  /**
   * @throws ValidationError ScheduleNameInvalid, ScheduleNeedsV2Pipeline, ScheduleComponentMissing,
   *   ArgumentUnknown, ArgumentMissing, TriggeringBlobUnknown
   */
  public constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const resolved = withDefaults(props, { arguments: {}, enabled: true });
    validateProps(this, resolved, SCHEDULE_SHAPE, SCHEDULE_RULES);

    const { trigger, description, experimentName } = resolved;
    const enabled = resolved.enabled && resolved.pipeline.enabled !== false;
    const { inputs, problems } = jobInputsOf(resolved.arguments);
    const pipeline = schedulable(this, resolved, problems);
    const type = pinned('Microsoft.MachineLearningServices/workspaces/schedules');
    const name = resolved.name ?? defaultName(pipeline, this);
    const body = renderScheduleBody({
      pipeline,
      trigger,
      inputs,
      displayName: name,
      enabled,
      description,
      experimentName,
    });
    this.resource = new AzapiResource(this, 'Resource', {
      type,
      name,
      parentId: pipeline.workspace.workspaceId,
      body,
    });
    new AzapiResourceAction(this, 'DisableBeforeDestroy', {
      type,
      resourceId: this.resource.id,
      method: ActionMethod.PUT,
      when: ActionTime.DESTROY,
      body: { properties: { ...body.properties, isEnabled: false } },
    });
    this.scheduleName = name;
    this.workspace = pipeline.workspace;
    recordFact(this, 'trigger', {
      get when() {
        return trigger.describe();
      },
      through: 'Azure ML schedule',
      pipeline: pipeline.pipelineName,
      paused: !enabled,
    });
    const { workspace } = this;
    announcePage(this, workspace, `schedules of ${workspace.workspaceName}`, SCHEDULES_PAGE);
  }

  /** The schedules of its workspace in the studio. */
  public get studioUrl(): string {
    return studioUrl(this.workspace, SCHEDULES_PAGE);
  }

  public get scheduleId(): string {
    return this.resource.id;
  }
}

class ImportedSchedule extends Construct implements ISchedule {
  public readonly scheduleId: string;
  public readonly scheduleName: string;

  public constructor(scope: Construct, id: string, scheduleId: string) {
    super(scope, id);
    validateProps(this, { scheduleId }, SCHEDULE_ID_SHAPE, SCHEDULE_ID_RULES);
    this.scheduleId = scheduleId;
    this.scheduleName = nameOf(scheduleId);
  }
}

/** The pipeline, once its arguments are found to fit it. */
function schedulable(
  schedule: Schedule,
  { pipeline, arguments: given }: ScheduleProps,
  problems: readonly Problem[],
): IPublishedPipeline {
  if (!isSchedulable(pipeline))
    throw new AssumptionError('rules let a pipeline without component pass');
  const [first, ...rest] = [...argumentProblems(pipeline.inputs, given ?? {}), ...problems];
  if (first !== undefined) throw new ValidationError([first, ...rest], schedule);
  return pipeline;
}

function defaultName({ pipelineName }: IInvokablePipeline, schedule: IConstruct): string {
  const path = schedule.node.path.slice(TerraformStack.of(schedule).node.path.length + 1);
  const words = path.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${pipelineName.replaceAll('_', '-')}-${words.toLowerCase()}`.slice(0, 255);
}
