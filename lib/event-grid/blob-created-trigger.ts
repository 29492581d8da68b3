import { Construct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import { Duration } from '../core/duration';
import { ValidationError } from '../core/errors';
import { recordFact } from '../core/facts';
import { validateProps, withDefaults } from '../core/validation';
import type { IGrantable, IPrincipal } from '../identity/principal';
import { RunPipelineAction } from '../logic-apps/actions/run-pipeline-action';
import { ManagedApi } from '../logic-apps/managed-api';
import { ManagedIdentityConnection } from '../logic-apps/managed-identity-connection';
import { LogicAppHost } from '../logic-apps/private/logic-app-host';
import { eventBlob } from '../logic-apps/private/expressions';
import { operationProblems } from '../logic-apps/private/operation-problems';
import { watchedFolder } from '../logic-apps/private/watched-folder';
import { Workflow } from '../logic-apps/workflow';
import { WorkflowIdentity } from '../logic-apps/workflow-identity';
import { PipelineGeneration } from '../machine-learning/pipeline/pipeline-generation';
import { toldName } from '../machine-learning/pipeline/private/told-name';
import type { IStorageContainer } from '../storage/storage-container';
import type { BlobCreatedTriggerProps } from './blob-created-trigger-props';
import {
  BLOB_CREATED_TRIGGER_RULES,
  BLOB_CREATED_TRIGGER_SHAPE,
  type ResolvedBlobCreatedTrigger,
} from './private/blob-created-trigger-rules';
import {
  DeleteMessageAction,
  EventQueueTrigger,
  ForgetDuplicateAction,
  MarkEventAction,
  ReadEventAction,
} from './private/event-operations';
import { EventStore } from './private/event-store';
import { renderEventSubscription } from './private/event-subscription-body';
import { type IStorageSystemTopic, StorageSystemTopic } from './storage-system-topic';

/** What the service answers until the roles of a fresh identity hold. */
const ROLE_NOT_THERE_YET = [
  '(?i)identity.*(access|permission|authoriz)',
  '(?i)(unauthorized|forbidden|authorizationfailed)',
];

/**
 * Runs a pipeline for each blob that is made or overwritten: Event Grid puts an event into a queue as soon as
 * it happens, and a Logic App takes it from there. All of it is Terraform's: topic and event subscription
 * (two `azapi_resource`), queue and containers, workflow and connection (two more), and role assignments. No
 * URL with a signature is needed, so that none is in the state.
 *
 * Beside {@link BlobTriggeredPipeline}, which lists the folder again and again: subfolders count, folders may
 * be of any size, a blob that is overwritten twice starts two runs, and nothing is lost while the workflow is
 * off. It costs a queue, and one mark for each event: Event Grid delivers at least once, and the mark, a blob
 * of the event's id that can be made once only, keeps a second delivery from starting a second run. Events
 * that cannot be delivered for a day are kept as dead letters.
 *
 * A run that could not be started fails the run of the workflow and is not tried again, since the pipeline
 * might have been started all the same; delete the mark before you resubmit. A v2 pipeline runs as the
 * identity of the workflow, which may read the container; grant it what it needs beside.
 *
 * @see https://learn.microsoft.com/azure/event-grid/managed-service-identity
 * @example
 * new BlobCreatedTrigger(stack, 'OnCsv', {
 *   pipeline: published,
 *   container,
 *   suffix: '.csv',
 *   assign: { raw: BlobReference.triggeringBlob() },
 * });
 */
export class BlobCreatedTrigger extends Construct implements IGrantable {
  /** The workflow, for further actions. */
  public readonly workflow: Workflow;
  /** The topic that brings the events. */
  public readonly systemTopic: IStorageSystemTopic;
  /** Where events go that could not be delivered. */
  public readonly deadLetterContainer: IStorageContainer;

  /**
   * @throws ValidationError BlobCreatedPathInvalid, BlobCreatedPollIntervalOutOfRange,
   *   BlobCreatedStoreUnreachable, BlobCreatedDeadLetterLoop, BlobCreatedCloudMismatch, and what the pipeline
   *   finds wrong with the request: ExperimentNameMissing, ArgumentNotForGeneration,
   *   TriggeringBlobDatastoreMissing
   */
  public constructor(scope: Construct, id: string, props: BlobCreatedTriggerProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      pollEvery: Duration.minutes(1),
      enabled: true,
      identity: WorkflowIdentity.systemAssigned(),
    });
    validateProps<ResolvedBlobCreatedTrigger>(
      this,
      resolved,
      BLOB_CREATED_TRIGGER_SHAPE,
      BLOB_CREATED_TRIGGER_RULES,
    );
    const run = this.checkedRun(resolved);

    const { container, pipeline } = resolved;
    const account = resolved.eventStore ?? container.storageAccount;
    const store = new EventStore(this, 'Store', account, resolved.deadLetterContainer);
    this.deadLetterContainer = store.deadLetters;
    this.systemTopic = resolved.systemTopic ?? topicOf(resolved);
    this.subscribe(resolved, store);
    this.workflow = this.take(resolved, store, run);
    if (resolved.identity.heldRoles === undefined) {
      store.grantTake(this.workflow);
      pipeline.grantInvoke(this.workflow);
      // A v1 pipeline reads through its datastore.
      if (pipeline.generation === PipelineGeneration.V2) container.grantRead(this.workflow);
    }
    const { workflow } = this;
    recordFact(this, 'trigger', () => ({
      when: `blob created in ${watched(resolved)}`,
      through: 'Event Grid and a Logic App',
      pipeline: toldName(pipeline),
      paused: !resolved.enabled || workflow._idle || pipeline.enabled === false,
    }));
  }

  /** The managed identity of the workflow. */
  public get grantPrincipal(): IPrincipal {
    return this.workflow.grantPrincipal;
  }

  private checkedRun(props: ResolvedBlobCreatedTrigger): RunPipelineAction {
    const action = new RunPipelineAction('Run_pipeline', {
      pipeline: props.pipeline,
      experimentName: props.experimentName,
      arguments: props.assign,
      outputs: props.outputs,
      continueOnStepFailure: props.continueOnStepFailure,
    });
    const host = new LogicAppHost(props.identity, eventBlob(props.container));
    const [first, ...rest] = operationProblems(action, host).map((found) => ({
      ...found,
      property: found.property.replace(/^arguments\b/, 'assign'),
    }));
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
    return action;
  }

  private subscribe(props: ResolvedBlobCreatedTrigger, store: EventStore): void {
    const { container, path, suffix } = props;
    const subscription = new AzapiResource(this, 'Subscription', {
      type: pinned('Microsoft.EventGrid/systemTopics/eventSubscriptions'),
      name: store.queueName,
      parentId: this.systemTopic.systemTopicId,
      body: renderEventSubscription({
        containerName: container.containerName,
        folder: watchedFolder(path),
        suffix,
        queueAccountId: store.storageAccount.storageAccountId,
        queueName: store.queueName,
        deadLetterAccountId: store.deadLetters.storageAccount.storageAccountId,
        deadLetterContainerName: store.deadLetters.containerName,
      }),
      retry: { errorMessageRegex: ROLE_NOT_THERE_YET },
    });
    for (const grant of store.grantDeliver(this.systemTopic)) grant.applyBefore(subscription);
  }

  private take(
    props: ResolvedBlobCreatedTrigger,
    store: EventStore,
    run: RunPipelineAction,
  ): Workflow {
    const { pipeline, container, identity, enabled, pollEvery, location, tags } = props;
    const placement = {
      resourceGroup: props.resourceGroup ?? pipeline.workspace.resourceGroup,
      ...(location === undefined ? {} : { location }),
      ...(tags === undefined ? {} : { tags }),
    };
    const connection = new ManagedIdentityConnection(this, 'Connection', {
      managedApi: ManagedApi.AZURE_QUEUES,
      ...placement,
    });
    const mark = new MarkEventAction(store.marks);
    return new Workflow(this, 'Workflow', {
      identity,
      // Without the run, messages would be marked and taken out of the queue.
      enabled: run.enabled ? enabled : false,
      triggers: [new EventQueueTrigger(store, connection, container, pollEvery)],
      actions: [
        new ReadEventAction(),
        mark,
        run,
        new DeleteMessageAction(store, connection),
        new ForgetDuplicateAction(mark, store, connection),
      ],
      ...placement,
    });
  }
}

/** The topic of an account, made when it is first asked for: an account has one at most. */
function topicOf(props: ResolvedBlobCreatedTrigger): IStorageSystemTopic {
  const { storageAccount } = props.container;
  const existing = storageAccount.node.tryFindChild('EventTopic');
  if (existing instanceof StorageSystemTopic) return existing;
  const { location, tags } = props;
  return new StorageSystemTopic(storageAccount, 'EventTopic', {
    storageAccount,
    resourceGroup: props.resourceGroup ?? props.pipeline.workspace.resourceGroup,
    ...(location === undefined ? {} : { location }),
    ...(tags === undefined ? {} : { tags }),
  });
}

function watched({ container, path, suffix }: ResolvedBlobCreatedTrigger): string {
  const folder = watchedFolder(path);
  const where = [container.containerName, ...(folder === undefined ? [] : [folder])].join('/');
  return suffix === undefined ? where : `${where}, named *${suffix}`;
}
