import type { ArmObject } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { UnscopedValidationError } from '../../core/errors';
import { problem, validateValue, withDefaults } from '../../core/validation';
import type { TriggeringBlob } from '../../machine-learning/pipeline/invocation/invocation-host';
import type { BlobWatchProps } from '../blob-watch';
import type { IApiConnection } from '../managed-identity-connection';
import { renderBlobTrigger } from '../private/blob-trigger-body';
import { BLOB_TRIGGER_RULES, BLOB_TRIGGER_SHAPE } from '../private/blob-trigger-rules';
import type { ResolvedBlobWatch } from '../private/blob-watch-rules';
import { triggeringBlob } from '../private/expressions';
import { FIREWALL_RULE } from '../private/firewall-rules';
import { folderIdOf, watchedFolder } from '../private/watched-folder';
import type { IWorkflowHost } from '../workflow-host';
import { WorkflowTrigger } from '../workflow-trigger';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';

/** Properties of a {@link BlobTrigger}. */
export interface BlobTriggerProps extends BlobWatchProps, WorkflowTriggerOptions {
  /** Connection to {@link ManagedApi.AZURE_BLOB}, in the region of the workflow. */
  readonly connection: IApiConnection;
}

/**
 * Starts a workflow for each blob that is added or modified directly in a folder, not below it: the polling
 * trigger "when a blob is added or modified (properties only) (V2)".
 *
 * The identity of the workflow must be able to read the container. A folder may hold 30,000 blobs and
 * folders at most. The first poll that succeeds only notes what is there; blobs that came before it start
 * nothing.
 *
 * @see https://learn.microsoft.com/connectors/custom-connectors/create-polling-trigger
 * @see https://learn.microsoft.com/connectors/azureblob/#when-a-blob-is-added-or-modified-(properties-only)-(v2)
 */
export class BlobTrigger extends WorkflowTrigger {
  public override readonly connections: IApiConnection[];
  public override readonly triggeringBlob: TriggeringBlob;
  private readonly props: BlobTriggerProps & ResolvedBlobWatch;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, BlobTriggerPathInvalid,
   *   BlobTriggerPathUnsupported, PollIntervalOutOfRange, MaxFileCountOutOfRange,
   *   BlobTriggerStorageUnreachable, BlobTriggerConnectionInvalid and the codes of {@link WorkflowTrigger}
   */
  public constructor(name: string, props: BlobTriggerProps) {
    super(name, props);
    const resolved = withDefaults(props, { pollEvery: Duration.minutes(5), maxFileCount: 10 });
    validateValue<BlobTriggerProps & ResolvedBlobWatch>(
      resolved,
      BLOB_TRIGGER_SHAPE,
      BLOB_TRIGGER_RULES,
    );
    this.props = resolved;
    this.connections = [resolved.connection];
    this.triggeringBlob = triggeringBlob(resolved.container, watchedFolder(resolved.path));
  }

  /** @throws UnscopedValidationError BlobTriggerIdentityBehindFirewall */
  public override render(host: IWorkflowHost): ArmObject {
    const { container, path, connection, pollEvery, maxFileCount, filter } = this.props;
    const finding = FIREWALL_RULE.check({ container, identity: host.identity });
    if (finding !== undefined) {
      throw new UnscopedValidationError([problem(FIREWALL_RULE.code, finding)]);
    }
    return renderBlobTrigger({
      ...folderIdOf(container.containerName, watchedFolder(path)),
      connectionReference: host.connectionReference(connection),
      storageAccountName: container.storageAccount.storageAccountName,
      pollEvery,
      maxFileCount,
      conditions: filter?._conditions.map((condition) => condition.toText()) ?? [],
    });
  }
}
