import { Construct } from 'constructs';
import type { StringMap } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { validateProps, withDefaults } from '../../core/validation';
import type { IGrantable, IPrincipal } from '../../identity/principal';
import { BlobTriggeredPipeline } from '../../logic-apps/blob-triggered-pipeline';
import type { Workflow } from '../../logic-apps/workflow';
import type { WorkflowIdentity } from '../../logic-apps/workflow-identity';
import type { IResourceGroup } from '../../resource-manager/resource-group';
import type { IDatastore } from '../datastore/datastore-types';
import { BlobReference } from '../pipeline/invocation/pipeline-argument';
import type { PipelineArguments } from '../pipeline/invocation/pipeline-request';
import type { IInvokablePipeline } from '../pipeline/invokable-pipeline';
import {
  DATASTORE_CHANGE_RULES,
  DATASTORE_CHANGE_SHAPE,
  watchedContainer,
} from './private/datastore-change-rules';
import { ScheduleStatus } from './schedule-status';

/** Properties of a {@link DatastoreChangeSchedule}, in the words of the v1 SDK. */
export interface DatastoreChangeScheduleProps {
  /** What is run, v1 or v2. */
  readonly pipeline: IInvokablePipeline;
  /** A blob datastore whose container is known here: declared, or imported with its container. */
  readonly datastore: IDatastore;
  /**
   * Folder that is watched, without its subfolders: names between single slashes, such as `incoming/daily`.
   *
   * @default - the root of the container
   */
  readonly pathOnDatastore?: string;
  /**
   * Every how many minutes the folder is looked at: 1 to 720,000 (500 days), inclusive. Every look is paid
   * for.
   *
   * @default 5
   */
  readonly pollingInterval?: number;
  /**
   * Parameter (v1) or input (v2) of the pipeline that receives the changed blob.
   *
   * @default - none: the run does not learn which blob it was
   */
  readonly dataPathParameterName?: string;
  /**
   * A value for each other parameter or input that is not left at its default.
   *
   * @default - every one keeps its default
   */
  readonly arguments?: PipelineArguments;
  /**
   * Experiment that runs are filed under.
   *
   * @default - required for v1 pipelines; for v2 the service's own, `Default`
   */
  readonly experimentName?: string;
  /**
   * Whether independent steps go on after one failed, v1 only.
   *
   * @default - false, decided by the service
   */
  readonly continueOnStepFailure?: boolean;
  /**
   * Whether it fires; it does not either while the pipeline is disabled.
   *
   * @default ScheduleStatus.ACTIVE
   */
  readonly status?: ScheduleStatus;
  /**
   * Name of the Logic App: 1 to 80 characters, inclusive: letters, digits, `-`, `_`, `.`, `(`, `)`. Changing
   * it replaces the Logic App.
   *
   * @default - `la`, the words of the construct's path and a hash of the path
   */
  readonly name?: string;
  /** @default WorkflowIdentity.systemAssigned() */
  readonly identity?: WorkflowIdentity;
  /**
   * Where the Logic App lives.
   *
   * @default - the resource group of the pipeline's workspace
   */
  readonly resourceGroup?: IResourceGroup;
  /**
   * Region of the Logic App. Changing it replaces the Logic App.
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

/**
 * Runs a pipeline for each blob that is added or changed in a folder of a datastore: what the v1 SDK calls a
 * reactive schedule. Azure Machine Learning has no such schedule any more, so a Logic App polls the folder: a
 * {@link BlobTriggeredPipeline}, with its connection and two role assignments, to read the container and to
 * invoke the pipeline.
 *
 * As in v1, subfolders are not watched. Other than in v1, no account key is used, and each changed blob starts
 * a run of its own.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-trigger-published-pipeline?view=azureml-api-1#create-a-change-based-schedule
 * @example
 * new DatastoreChangeSchedule(stack, 'OnData', {
 *   pipeline: published,
 *   datastore,
 *   pathOnDatastore: 'incoming',
 *   dataPathParameterName: 'raw',
 * });
 */
export class DatastoreChangeSchedule extends Construct implements IGrantable {
  /** The Logic App. */
  public readonly workflow: Workflow;

  /**
   * @throws ValidationError DatastoreContainerUnknown, DatastorePollingIntervalOutOfRange,
   *   DatastoreParameterTwice, and the codes of {@link BlobTriggeredPipeline}
   */
  public constructor(scope: Construct, id: string, props: DatastoreChangeScheduleProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      pollingInterval: 5,
      arguments: {},
      status: ScheduleStatus.ACTIVE,
    });
    validateProps(this, resolved, DATASTORE_CHANGE_SHAPE, DATASTORE_CHANGE_RULES);

    const { datastore, dataPathParameterName } = resolved;
    const changed =
      dataPathParameterName === undefined
        ? {}
        : { [dataPathParameterName]: BlobReference.triggeringBlob(datastore) };
    const trigger = new BlobTriggeredPipeline(this, 'Trigger', {
      pipeline: resolved.pipeline,
      container: watchedContainer(datastore),
      path: resolved.pathOnDatastore,
      pollEvery: Duration.minutes(resolved.pollingInterval),
      assign: { ...resolved.arguments, ...changed },
      experimentName: resolved.experimentName,
      continueOnStepFailure: resolved.continueOnStepFailure,
      enabled: resolved.status === ScheduleStatus.ACTIVE,
      workflowName: resolved.name,
      identity: resolved.identity,
      resourceGroup: resolved.resourceGroup,
      location: resolved.location,
      tags: resolved.tags,
    });
    this.workflow = trigger.workflow;
  }

  /** The managed identity of the Logic App, as which a v2 pipeline runs. */
  public get grantPrincipal(): IPrincipal {
    return this.workflow.grantPrincipal;
  }
}
