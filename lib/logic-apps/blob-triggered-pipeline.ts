import { Construct } from 'constructs';
import type { StringMap } from '../azapi/azapi-types';
import { Duration } from '../core/duration';
import { ValidationError } from '../core/errors';
import { recordFact } from '../core/facts';
import { validateProps, withDefaults } from '../core/validation';
import type { IGrantable, IPrincipal } from '../identity/principal';
import type {
  PipelineArguments,
  PipelineOutputs,
} from '../machine-learning/pipeline/invocation/pipeline-request';
import type { IInvokablePipeline } from '../machine-learning/pipeline/invokable-pipeline';
import { toldName } from '../machine-learning/pipeline/private/told-name';
import type { IResourceGroup } from '../resource-manager/resource-group';
import { RunPipelineAction } from './actions/run-pipeline-action';
import type { BlobWatchProps } from './blob-watch';
import { ManagedApi } from './managed-api';
import { ManagedIdentityConnection } from './managed-identity-connection';
import {
  BLOB_TRIGGERED_PIPELINE_RULES,
  BLOB_TRIGGERED_PIPELINE_SHAPE,
  type ResolvedBlobTriggeredPipeline,
} from './private/blob-triggered-pipeline-rules';
import { defaultName } from './private/default-name';
import { triggeringBlob } from './private/expressions';
import { LogicAppHost } from './private/logic-app-host';
import { operationProblems } from './private/operation-problems';
import { watchedFolder } from './private/watched-folder';
import { BlobTrigger } from './triggers/blob-trigger';
import { Workflow } from './workflow';
import { WorkflowIdentity } from './workflow-identity';

/** Properties of a {@link BlobTriggeredPipeline}. */
export interface BlobTriggeredPipelineProps extends BlobWatchProps {
  /** What is run. */
  readonly pipeline: IInvokablePipeline;
  /**
   * A value for each pipeline input (v2) or parameter (v1) that is not left at its default;
   * `BlobReference.triggeringBlob()` stands for the blob that started the run.
   *
   * @default - every input keeps its default
   */
  readonly assign?: PipelineArguments;
  /**
   * Experiment that runs are filed under.
   *
   * @default - required for v1 pipelines; for v2 the service's own, `Default`
   */
  readonly experimentName?: string;
  /**
   * Where outputs of the pipeline are written, v2 only. A location must not exist when a run starts: put
   * `@{workflow().run.name}` into it.
   *
   * @default - the default datastore, under the name of the job
   */
  readonly outputs?: PipelineOutputs;
  /**
   * Whether independent steps go on after one failed, v1 only.
   *
   * @default - false, decided by the service
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Whether the trigger fires; it does not either while the pipeline is disabled. One that is enabled
   * again sees what changed in between.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /** @default WorkflowIdentity.systemAssigned() */
  readonly identity?: WorkflowIdentity;
  /**
   * Whether the run history of the workflow hides the requests.
   *
   * @default true
   */
  readonly secureInputs?: boolean;
  /**
   * 1 to 80 characters, inclusive: letters, digits, `-`, `_`, `.`, `(`, `)`. Changing it replaces the
   * workflow, and with it a system-assigned identity and the roles that it holds.
   *
   * @default - `la`, the words of the construct's path and a hash of the path
   */
  readonly workflowName?: string;
  /**
   * Where workflow and connection live.
   *
   * @default - the resource group of the pipeline's workspace
   */
  readonly resourceGroup?: IResourceGroup;
  /**
   * Region of workflow and connection. Changing it replaces both.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
}

const TRIGGER_NAME = 'When_a_blob_is_added_or_modified_(properties_only)_(V2)';
const ACTION_NAME = 'Run_pipeline';

/**
 * Runs a pipeline for each blob that is added or modified directly in a folder: a Logic App workflow with
 * its connection (two `azapi_resource`), and two role assignments for its identity, to read the container
 * and to invoke the pipeline.
 *
 * The roles of a system-assigned identity can only be assigned once the workflow is there, and take
 * minutes to hold: until then polls fail. A user-assigned one has its roles before the workflow is made. The
 * first poll that succeeds only notes what is there: blobs that came before it start nothing. A v2 pipeline
 * runs as the identity of the workflow; grant it what it needs beside the container, such as
 * `results.grantReadWrite(triggered)`.
 *
 * @example
 * new BlobTriggeredPipeline(stack, 'OnNewData', {
 *   pipeline: published,
 *   container,
 *   path: 'incoming',
 *   assign: { raw: BlobReference.triggeringBlob() },
 * });
 */
export class BlobTriggeredPipeline extends Construct implements IGrantable {
  /** The workflow, for further actions. */
  public readonly workflow: Workflow;
  /** The connection that the trigger uses. */
  public readonly connection: ManagedIdentityConnection;

  /**
   * @throws ValidationError BlobTriggerPathInvalid, BlobTriggerPathUnsupported, PollIntervalOutOfRange,
   *   MaxFileCountOutOfRange, BlobTriggerStorageUnreachable, BlobTriggerIdentityBehindFirewall,
   *   BlobTriggerCloudMismatch, IdentityReadRoleMissing, IdentityInvokeRoleMissing,
   *   BlobTriggeredPipelineNameInvalid, and what the pipeline finds wrong with the request:
   *   ExperimentNameMissing, ArgumentNotForGeneration, TriggeringBlobDatastoreMissing
   */
  public constructor(scope: Construct, id: string, props: BlobTriggeredPipelineProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      pollEvery: Duration.minutes(5),
      maxFileCount: 10,
      enabled: true,
      secureInputs: true,
      identity: WorkflowIdentity.systemAssigned(),
      workflowName: defaultName('la', this),
    });
    validateProps<ResolvedBlobTriggeredPipeline>(
      this,
      resolved,
      BLOB_TRIGGERED_PIPELINE_SHAPE,
      BLOB_TRIGGERED_PIPELINE_RULES,
    );
    const action = this.checkedAction(resolved);

    const { pipeline, container, identity } = resolved;
    const placement = {
      resourceGroup: resolved.resourceGroup ?? pipeline.workspace.resourceGroup,
      ...(resolved.location === undefined ? {} : { location: resolved.location }),
      ...(resolved.tags === undefined ? {} : { tags: resolved.tags }),
    };
    this.connection = new ManagedIdentityConnection(this, 'Connection', {
      managedApi: ManagedApi.AZURE_BLOB,
      ...placement,
    });
    this.workflow = new Workflow(this, 'Workflow', {
      name: resolved.workflowName,
      identity,
      enabled: resolved.enabled,
      triggers: [
        new BlobTrigger(TRIGGER_NAME, { ...watched(resolved), connection: this.connection }),
      ],
      actions: [action],
      ...placement,
    });
    if (identity.heldRoles === undefined) {
      this.workflow.applyAfter(container.grantRead(this.workflow));
      this.workflow.applyAfter(pipeline.grantInvoke(this.workflow));
    }
    const { workflow } = this;
    recordFact(this, 'trigger', () => ({
      when: description(resolved),
      through: 'Logic App',
      pipeline: toldName(pipeline),
      paused: !resolved.enabled || workflow._idle || pipeline.enabled === false,
    }));
  }

  /** The managed identity of the workflow. */
  public get grantPrincipal(): IPrincipal {
    return this.workflow.grantPrincipal;
  }

  private checkedAction(props: ResolvedBlobTriggeredPipeline): RunPipelineAction {
    const { pipeline, container, path, identity, assign, secureInputs } = props;
    const action = new RunPipelineAction(ACTION_NAME, {
      pipeline,
      secureInputs,
      experimentName: props.experimentName,
      arguments: assign,
      outputs: props.outputs,
      continueOnStepFailure: props.continueOnStepFailure,
    });
    const blob = triggeringBlob(container, watchedFolder(path));
    const problems = operationProblems(action, new LogicAppHost(identity, blob));
    const [first, ...rest] = problems.map((found) => ({
      ...found,
      property: found.property.replace(/^arguments\b/, 'assign'),
    }));
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
    return action;
  }
}

function watched(props: ResolvedBlobTriggeredPipeline): BlobWatchProps {
  const { container, path, pollEvery, maxFileCount, filter } = props;
  return {
    container,
    pollEvery,
    maxFileCount,
    ...(path === undefined ? {} : { path }),
    ...(filter === undefined ? {} : { filter }),
  };
}

function description({ container, path, pollEvery }: ResolvedBlobTriggeredPipeline): string {
  const folder = watchedFolder(path);
  const where = [container.containerName, ...(folder === undefined ? [] : [folder])].join('/');
  return `blob added or modified in ${where}, checked every ${pollEvery.toHuman()}`;
}
