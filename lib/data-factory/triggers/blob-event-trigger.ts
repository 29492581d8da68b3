import { DataFactoryTriggerBlobEvent } from '@cdktf/provider-azurerm/lib/data-factory-trigger-blob-event';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import type { StringMap } from '../../azapi/azapi-types';
import { escapeTemplates, escapeText } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { IStorageContainer } from '../../storage/storage-container';
import { BlobEvent } from '../blob-event';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { activation } from '../private/activation';
import { takeName } from '../private/factory-names';
import { messagesOf } from '../private/messages-of';
import { PipelineLinks } from '../private/pipeline-links';
import { blobParameterValues } from '../private/triggering-blob';
import type { DataFactoryTriggerProps } from './data-factory-trigger-props';
import { describeBlobEvents, renderBlobEventWatch } from './private/blob-event-trigger-body';
import {
  BLOB_EVENT_TRIGGER_RULES,
  BLOB_EVENT_TRIGGER_SHAPE,
} from './private/blob-event-trigger-rules';
import { triggerParameterProblems } from './private/trigger-rules';

/** Properties of a {@link BlobEventTrigger}. */
export interface BlobEventTriggerProps extends DataFactoryTriggerProps {
  /** The container that is watched. Changing it to one of another account replaces the trigger. */
  readonly container: IStorageContainer;
  /**
   * Folder within the container, such as `incoming/daily`, with all folders below it.
   *
   * @default - the whole container
   */
  readonly path?: string;
  /**
   * How the names of blobs end, such as `.csv`.
   *
   * @default - any name
   */
  readonly endsWith?: string;
  /**
   * What is waited for, at least one.
   *
   * @default [BlobEvent.CREATED]
   */
  readonly events?: BlobEvent[];
  /**
   * Whether blobs of no bytes are left out.
   *
   * @default true, where azurerm would choose false
   */
  readonly ignoreEmptyBlobs?: boolean;
}

/**
 * Starts a pipeline when a blob appears or goes: `azurerm_data_factory_trigger_blob_event`,
 * `Microsoft.DataFactory/factories/triggers` of type `BlobEventsTrigger`.
 *
 * The parameters that {@link BlobReference.triggeringBlob} adds to the pipeline are filled. Whoever
 * deploys it needs the role EventGrid EventSubscription Contributor, or more, on the storage account,
 * and the subscription the resource provider Microsoft.EventGrid.
 *
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger
 */
export class BlobEventTrigger extends Construct {
  /** Name. */
  public readonly triggerName: string;
  /** What is started. */
  public readonly pipeline: IDataFactoryPipeline;
  private readonly container: IStorageContainer;
  private readonly given: StringMap;

  /**
   * @throws ValidationError DataFactoryTriggerNameInvalid, BlobEventPathInvalid, BlobEventEndInvalid,
   *   BlobEventsMissing, BlobEventOtherCloud, BlobEventStorageUnreachable, DataFactoryNameTaken; at
   *   synthesis TriggerParameterUnknown, TriggerParameterMissing
   */
  public constructor(scope: Construct, id: string, props: BlobEventTriggerProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: id,
      annotations: [],
      enabled: true,
      parameters: {},
      events: [BlobEvent.CREATED],
      ignoreEmptyBlobs: true,
    });
    validateProps(this, resolved, BLOB_EVENT_TRIGGER_SHAPE, BLOB_EVENT_TRIGGER_RULES);
    const { pipeline, name, container, annotations } = resolved;
    takeName(this, pipeline.factory, 'trigger', name);
    this.triggerName = name;
    this.pipeline = pipeline;
    this.container = container;
    this.given = resolved.parameters;

    const resource = new DataFactoryTriggerBlobEvent(this, 'Resource', {
      name: escapeText(name),
      dataFactoryId: pipeline.factory.factoryId,
      storageAccountId: container.storageAccount.storageAccountId,
      ...escapeTemplates(renderBlobEventWatch(resolved)),
      pipeline: Lazy.anyValue({
        produce: () => [
          { name: pipeline.pipelineName, parameters: escapeTemplates(this.parameters) },
        ],
      }),
      activated: activation(pipeline, resolved.enabled),
      description: escapeTemplates(resolved.description),
      ...(annotations.length === 0 ? {} : { annotations: [...escapeTemplates(annotations)] }),
    });
    this.node.addValidation({
      validate: () => messagesOf(triggerParameterProblems(this.parameters, pipeline.parameters)),
    });
    const when = describeBlobEvents(resolved);
    const { enabled } = resolved;
    PipelineLinks.of(pipeline).addStarter({ scope: this, resource, when, enabled });
  }

  /** Those given, and those of the blob that the pipeline takes and nobody gives. */
  private get parameters(): StringMap {
    const taken = this.pipeline.parameters ?? {};
    const ofBlob = Object.entries(blobParameterValues(this.container.storageAccount)).filter(
      ([name]) => Object.hasOwn(taken, name),
    );
    return { ...Object.fromEntries(ofBlob), ...this.given };
  }
}
