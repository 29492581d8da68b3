import { Construct } from 'constructs';
import { pinned } from '../../azapi/api-versions';
import { AzapiResource } from '../../azapi/azapi-resource';
import { BuiltInRole } from '../../identity/built-in-role';
import { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import { defaultName } from '../../logic-apps/private/default-name';
import type { IStorageAccount } from '../../storage/storage-account';
import { type IStorageContainer, StorageContainer } from '../../storage/storage-container';

/** Where the events of a trigger are kept: a queue, marks of those that were acted on, and dead letters. */
export class EventStore extends Construct {
  public readonly storageAccount: IStorageAccount;
  public readonly queueName: string;
  /** One blob for each event that a run was started for, so that none starts two. */
  public readonly marks: IStorageContainer;
  public readonly deadLetters: IStorageContainer;
  private readonly queue: AzapiResource;

  public constructor(
    scope: Construct,
    id: string,
    storageAccount: IStorageAccount,
    deadLetters: IStorageContainer | undefined,
  ) {
    super(scope, id);
    this.storageAccount = storageAccount;
    this.queueName = defaultName('events', this);
    this.queue = new AzapiResource(this, 'Queue', {
      type: pinned('Microsoft.Storage/storageAccounts/queueServices/queues'),
      name: this.queueName,
      parentId: `${storageAccount.storageAccountId}/queueServices/default`,
      body: { properties: {} },
    });
    this.marks = new StorageContainer(this, 'Marks', {
      name: defaultName('marks', this),
      storageAccount,
    });
    this.deadLetters =
      deadLetters ??
      new StorageContainer(this, 'DeadLetters', {
        name: defaultName('dead', this),
        storageAccount,
      });
  }

  /** Lets a topic deliver events, and put away those that it cannot deliver. */
  public grantDeliver(topic: IGrantable): readonly Grant[] {
    return [
      this.grantQueue(topic, BuiltInRole.STORAGE_QUEUE_DATA_MESSAGE_SENDER),
      this.deadLetters.grantReadWrite(topic),
    ];
  }

  /** Lets a workflow take events out of the queue, and mark them. */
  public grantTake(workflow: IGrantable): readonly Grant[] {
    return [
      this.grantQueue(workflow, BuiltInRole.STORAGE_QUEUE_DATA_MESSAGE_PROCESSOR),
      this.marks.grantReadWrite(workflow),
    ];
  }

  private grantQueue(grantee: IGrantable, role: BuiltInRole): Grant {
    return Grant.ofRole({
      grantee,
      role,
      scopeId: this.queue.id,
      target: this,
      targetName: `queue ${this.queueName}`,
    });
  }
}
