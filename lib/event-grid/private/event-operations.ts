import type { ArmObject } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';
import type { IApiConnection } from '../../logic-apps/managed-identity-connection';
import { ActionStatus } from '../../logic-apps/action-status';
import { eventBlob } from '../../logic-apps/private/expressions';
import { RunAfter } from '../../logic-apps/run-after';
import { WorkflowAction } from '../../logic-apps/workflow-action';
import type { IWorkflowHost } from '../../logic-apps/workflow-host';
import { WorkflowTrigger } from '../../logic-apps/workflow-trigger';
import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { IStorageContainer } from '../../storage/storage-container';
import {
  renderDelete,
  renderEvent,
  renderForget,
  renderMark,
  renderQueueTrigger,
} from './event-operations-body';
import type { EventStore } from './event-store';

/** Starts a workflow for each message of a queue of events. */
export class EventQueueTrigger extends WorkflowTrigger {
  public override readonly connections: IApiConnection[];
  public override readonly triggeringBlob: TriggeringBlob;

  public constructor(
    private readonly store: EventStore,
    private readonly connection: IApiConnection,
    container: IStorageContainer,
    private readonly pollEvery: Duration,
  ) {
    super('When_there_are_messages_in_a_queue_(V2)');
    this.connections = [connection];
    const { uri, relativePath } = eventBlob(container);
    this.triggeringBlob = { uri: ofEvent(uri), relativePath: ofEvent(relativePath) };
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { store, connection, pollEvery } = this;
    return renderQueueTrigger({
      ...queueOf(store),
      connectionReference: host.connectionReference(connection),
      pollEvery,
    });
  }
}

/** Reads the event out of the message. */
export class ReadEventAction extends WorkflowAction {
  public constructor() {
    super('Event');
  }

  public override render(): ArmObject {
    return renderEvent();
  }
}

/** Leaves a mark for the event; fails where it has been left before. */
export class MarkEventAction extends WorkflowAction {
  public constructor(private readonly marks: IStorageContainer) {
    super('First_delivery');
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { containerUri, storageAccount } = this.marks;
    return renderMark({
      containerUri,
      authentication: {
        ...host.authentication,
        audience: storageAccount.cloud.storageAudience,
      },
    });
  }
}

/** Takes the message out of the queue, once its run is started. */
export class DeleteMessageAction extends WorkflowAction {
  public override readonly connections: IApiConnection[];

  public constructor(
    private readonly store: EventStore,
    private readonly connection: IApiConnection,
  ) {
    super('Delete_message');
    this.connections = [connection];
  }

  public override render(host: IWorkflowHost): ArmObject {
    return renderDelete({
      ...queueOf(this.store),
      connectionReference: host.connectionReference(this.connection),
    });
  }
}

/** Takes the message of an event that came before out of the queue. */
export class ForgetDuplicateAction extends WorkflowAction {
  public override readonly connections: IApiConnection[];

  public constructor(
    private readonly mark: MarkEventAction,
    private readonly store: EventStore,
    private readonly connection: IApiConnection,
  ) {
    super('Forget_duplicate', [RunAfter.of(mark, [ActionStatus.FAILED])]);
    this.connections = [connection];
  }

  public override render(host: IWorkflowHost): ArmObject {
    return renderForget({
      ...queueOf(this.store),
      connectionReference: host.connectionReference(this.connection),
      mark: this.mark.name,
    });
  }
}

function queueOf({ storageAccount, queueName }: EventStore) {
  return { storageAccountName: storageAccount.storageAccountName, queueName };
}

/** The message holds the event, so what is said of the body of a trigger holds for what was read out of it. */
function ofEvent(expression: string): string {
  return expression.replaceAll('triggerBody()', "outputs('Event')");
}
