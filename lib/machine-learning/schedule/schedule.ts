import { Annotations, Token } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { AzapiResource } from '../../azapi/azapi-resource';
import { AzapiResourceAction } from '../../azapi/azapi-resource-action';
import { nameOf } from '../../core/arm-id-parts';
import { recordFact } from '../../core/facts';
import { validateProps, withDefaults } from '../../core/validation';
import type { Workflow } from '../../logic-apps/workflow';
import type { WorkflowIdentity } from '../../logic-apps/workflow-identity';
import type { IResourceGroup } from '../../resource-manager/resource-group';
import type { PipelineArguments } from '../pipeline/invocation/pipeline-request';
import { toldName } from '../pipeline/private/told-name';
import type { IInvokablePipeline } from '../pipeline/invokable-pipeline';
import { announcePage } from '../private/studio-page';
import { SCHEDULES_PAGE, studioUrl } from '../private/studio-url';
import type { IWorkspace } from '../workspace-types';
import { disablerConfig, scheduleConfig } from './private/schedule-config';
import {
  isSchedulable,
  SCHEDULE_ID_RULES,
  SCHEDULE_ID_SHAPE,
  SCHEDULE_RULES,
  SCHEDULE_SHAPE,
} from './private/schedule-rules';
import { toldRuns } from './private/told-runs';
import { workflowSchedule } from './private/workflow-schedule';
import type { IScheduleTrigger } from './schedule-trigger';

/** A schedule of a workspace, declared here or existing. */
export interface ISchedule extends IConstruct {
  /** ARM id; that of the workflow where a Logic App keeps the schedule. */
  readonly scheduleId: string;
  /** Name. */
  readonly scheduleName: string;
}

/** Properties of a {@link Schedule}. */
export interface ScheduleProps {
  /**
   * What is run. A schedule of Azure Machine Learning runs a published pipeline of this library, or one
   * imported with its component id; a pipeline that only has a URL (of the v1 SDK, an endpoint imported
   * without component) is run by a Logic App that keeps the same times.
   */
  readonly pipeline: IInvokablePipeline;
  /** When: a {@link Recurrence} or a {@link Cron}. */
  readonly trigger: IScheduleTrigger;
  /**
   * 1 to 255 characters, inclusive, 80 for a Logic App: letters, digits, `-`, `_`, starting with a letter
   * or digit. Changing it replaces the schedule.
   *
   * @default - from name of the pipeline and construct path, such as `churn-nightly`; for a Logic App `la`,
   *   the words of the path and a hash of it
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
   * @default - the name of the pipeline; required for v1 pipelines; where a Logic App keeps the schedule of a
   *   v2 pipeline, the service's own, `Default`
   */
  readonly experimentName?: string;
  /**
   * Whether independent steps go on after one failed. Of a v2 pipeline that a Logic App starts it is a
   * setting of the publication, and refused here.
   *
   * @default - that of the publication; for v1 false, decided by the service
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Whether it fires. It never does while the pipeline is disabled.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Shown in the studio; not for a pipeline that a Logic App runs.
   *
   * @default - none
   */
  readonly description?: string;
  /**
   * Where the Logic App lives; only for a pipeline that one runs.
   *
   * @default - the resource group of the workspace
   */
  readonly resourceGroup?: IResourceGroup;
  /**
   * Region of the Logic App; only for a pipeline that one runs. Changing it replaces the Logic App.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * Identity of the Logic App; only for a pipeline that one runs.
   *
   * @default WorkflowIdentity.systemAssigned()
   */
  readonly identity?: WorkflowIdentity;
}

/**
 * A schedule that runs a pipeline: `azapi_resource`,
 * `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`.
 *
 * The service refuses to delete a schedule that is enabled, so an `azapi_resource_action` disables it
 * at destroy, before it is deleted.
 *
 * A pipeline that only has a URL cannot be put on such a schedule. For it the schedule is a Logic App
 * (`azapi_resource`, `Microsoft.Logic/workflows@2019-05-01`) with one role assignment, to invoke the
 * pipeline. A v2 pipeline then runs as the identity of the Logic App: grant {@link Schedule.workflow} the
 * data that it reads and writes. Recurrences that a Logic App cannot keep are refused.
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

  public readonly scheduleId: string;
  public readonly scheduleName: string;
  /** The Logic App that keeps the schedule; `undefined` where Azure Machine Learning does. */
  public readonly workflow?: Workflow;
  private readonly trigger: IScheduleTrigger;
  private readonly workspace: IWorkspace;
  private readonly paused: boolean;

  /**
   * @throws ValidationError ScheduleNameInvalid, SchedulePropNotForPipeline, ArgumentUnknown, ArgumentMissing,
   *   ArgumentTypeMismatch, ScheduleLiteralInvalid, TriggeringBlobUnknown; where a Logic App keeps it also
   *   WorkflowMonthDaysUnsupported, WorkflowRecurrenceIntervalOutOfRange, ScheduleCronNotForLogicApp,
   *   WorkflowNameInvalid, ExperimentNameMissing, ArgumentNotForGeneration
   */
  public constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const resolved = withDefaults(props, { arguments: {}, enabled: true });
    validateProps(this, resolved, SCHEDULE_SHAPE, SCHEDULE_RULES);

    const { pipeline, trigger } = resolved;
    const enabled = resolved.enabled && pipeline.enabled !== false;
    this.trigger = trigger;
    this.workspace = pipeline.workspace;
    this.paused = !enabled;
    if (isSchedulable(pipeline)) {
      const config = scheduleConfig(this, pipeline, enabled, resolved);
      const resource = new AzapiResource(this, 'Resource', config);
      // Fewer frames than by the getter: cdktf keeps the stack trace of each token, and each frame costs.
      this.scheduleId = Token.asString(resource.interpolationForAttribute('id'));
      this.scheduleName = config.name;
      new AzapiResourceAction(
        this,
        'DisableBeforeDestroy',
        disablerConfig(config, this.scheduleId),
      );
      const { workspace } = this;
      announcePage(this, workspace, `schedules of ${workspace.workspaceName}`, SCHEDULES_PAGE);
    } else {
      this.workflow = workflowSchedule(this, { ...resolved, enabled });
      this.scheduleId = this.workflow.workflowId;
      this.scheduleName = this.workflow.workflowName;
    }
    for (const warning of trigger._warnings) Annotations.of(this).addWarning(warning);
    recordFact(this, 'trigger', () => ({
      when: trigger.describe(),
      through: this.workflow === undefined ? 'Azure ML schedule' : 'Logic App recurrence',
      pipeline: toldName(pipeline),
      paused: this.paused,
      next: this.paused ? undefined : toldRuns(trigger),
    }));
  }

  /** The schedules of its workspace in the studio; those that a Logic App keeps are not among them. */
  public get studioUrl(): string {
    return studioUrl(this.workspace, SCHEDULES_PAGE);
  }

  /**
   * The next moments at which it starts runs, in order; none while it is paused.
   *
   * Nothing asks Azure: a schedule without a start time is taken to be made at `from`.
   *
   * @param count how many, 1 to 1,000, inclusive
   * @param from the first moment that counts; by default now
   * @throws UnscopedValidationError NextRunsCountOutOfRange, NextRunsUnknown
   */
  public nextRuns(count: number, from: Date = new Date()): Date[] {
    const runs = this.trigger.nextRuns(count, from);
    return this.paused ? [] : runs;
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
