import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import { BuiltInRole } from '../../identity/built-in-role';
import { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { IStorageContainer } from '../../storage/storage-container';
import type { IApiConnection } from '../managed-identity-connection';
import { renderEventGridTrigger } from '../private/event-grid-trigger-body';
import {
  EVENT_GRID_TRIGGER_RULES,
  EVENT_GRID_TRIGGER_SHAPE,
  type ResolvedEventGridTrigger,
} from '../private/event-grid-trigger-rules';
import { eventBlob } from '../private/expressions';
import { watchedFolder } from '../private/watched-folder';
import type { IWorkflowHost } from '../workflow-host';
import { WorkflowTrigger } from '../workflow-trigger';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';

/** Properties of an {@link EventGridTrigger}. */
export interface EventGridTriggerProps extends WorkflowTriggerOptions {
  /** Connection to {@link ManagedApi.AZURE_EVENT_GRID}, in the region of the workflow. */
  readonly connection: IApiConnection;
  /** Container whose blobs make the events. */
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
   * Kinds of events, at least one.
   *
   * @default - `Microsoft.Storage.BlobCreated`
   * @see https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage
   */
  readonly eventTypes?: string[];
}

/**
 * Starts a workflow for each event that Event Grid tells of blobs in a container: the managed connector's
 * webhook "when a resource event occurs". Nothing is polled.
 *
 * The connector itself makes the event subscription when the workflow is deployed, with the identity of the
 * workflow: Terraform does not see it, and {@link grantSubscribe} must come first, so that it takes a
 * user-assigned identity to work at once. Events come at least once, so that a blob can start two runs.
 *
 * @see https://learn.microsoft.com/azure/event-grid/monitor-virtual-machine-changes-logic-app
 */
export class EventGridTrigger extends WorkflowTrigger {
  public override readonly connections: IApiConnection[];
  public override readonly triggeringBlob: TriggeringBlob;
  private readonly props: ResolvedEventGridTrigger;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, EventGridConnectionInvalid,
   *   EventGridPathInvalid, EventTypesMissing and the codes of {@link WorkflowTrigger}
   */
  public constructor(name: string, props: EventGridTriggerProps) {
    super(name, props);
    const resolved = withDefaults(props, { eventTypes: ['Microsoft.Storage.BlobCreated'] });
    validateValue<ResolvedEventGridTrigger>(
      resolved,
      EVENT_GRID_TRIGGER_SHAPE,
      EVENT_GRID_TRIGGER_RULES,
    );
    this.props = resolved;
    this.connections = [resolved.connection];
    this.triggeringBlob = eventBlob(resolved.container);
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { connection, container, path, suffix, eventTypes } = this.props;
    return renderEventGridTrigger({
      connectionReference: host.connectionReference(connection),
      storageAccountId: container.storageAccount.storageAccountId,
      containerName: container.containerName,
      folder: watchedFolder(path),
      suffix,
      eventTypes,
      escapeLiteral: (text) => host.escapeLiteral(text),
    });
  }

  /** Lets somebody, such as the identity of the workflow, make the event subscription on the account. */
  public grantSubscribe(grantee: IGrantable): Grant {
    const { storageAccount } = this.props.container;
    return Grant.ofRole({
      grantee,
      role: BuiltInRole.EVENT_GRID_EVENT_SUBSCRIPTION_CONTRIBUTOR,
      scopeId: storageAccount.storageAccountId,
      target: storageAccount,
      targetName: `storage account ${storageAccount.storageAccountName}`,
    });
  }
}
