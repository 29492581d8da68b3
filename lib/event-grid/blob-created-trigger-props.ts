import type { StringMap } from '../azapi/azapi-types';
import type { Duration } from '../core/duration';
import type { WorkflowIdentity } from '../logic-apps/workflow-identity';
import type { IInvokablePipeline } from '../machine-learning/pipeline/invokable-pipeline';
import type {
  PipelineArguments,
  PipelineOutputs,
} from '../machine-learning/pipeline/invocation/pipeline-request';
import type { IResourceGroup } from '../resource-manager/resource-group';
import type { IStorageAccount } from '../storage/storage-account';
import type { IStorageContainer } from '../storage/storage-container';
import type { IStorageSystemTopic } from './storage-system-topic';

/** Properties of a `BlobCreatedTrigger`. */
export interface BlobCreatedTriggerProps {
  /** What is run. */
  readonly pipeline: IInvokablePipeline;
  /** Container whose new and overwritten blobs count. Its account may have a firewall. */
  readonly container: IStorageContainer;
  /**
   * Folder whose blobs count, with its subfolders: names between single slashes, such as `incoming/daily`; a
   * slash at either end is dropped.
   *
   * @default - the whole container
   */
  readonly path?: string;
  /**
   * What the names of blobs end with, such as `.csv`; cases ignored.
   *
   * @default - every name
   */
  readonly suffix?: string;
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
   * How often the queue is looked at: 1 second to 500 days, inclusive. This is the longest that an event
   * waits; every look is paid for, and none of them lists blobs.
   *
   * @default Duration.minutes(1)
   */
  readonly pollEvery?: Duration;
  /**
   * Account that holds the queue, the marks of events and the dead letters. It must be open to all networks:
   * the connector to queues passes no firewall.
   *
   * @default - the account of the container
   */
  readonly eventStore?: IStorageAccount;
  /**
   * Container for events that could not be delivered; not the one that is watched.
   *
   * @default - one that is made in the event store
   */
  readonly deadLetterContainer?: IStorageContainer;
  /**
   * The topic of the container's account, of which there is one at most.
   *
   * @default - one that is made here and shared by all triggers on the account
   */
  readonly systemTopic?: IStorageSystemTopic;
  /**
   * Whether runs are started. While not, and while the pipeline is disabled, events wait in the queue for up
   * to 7 days and are caught up with.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /** @default WorkflowIdentity.systemAssigned() */
  readonly identity?: WorkflowIdentity;
  /**
   * Where topic, workflow and connection live.
   *
   * @default - the resource group of the pipeline's workspace
   */
  readonly resourceGroup?: IResourceGroup;
  /**
   * Region of topic, workflow and connection; that of the topic must be the account's. Changing it replaces
   * them.
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
