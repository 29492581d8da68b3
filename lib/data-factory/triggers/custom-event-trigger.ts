import { DataFactoryTriggerCustomEvent } from '@cdktf/provider-azurerm/lib/data-factory-trigger-custom-event';
import { Construct } from 'constructs';
import { escapeTemplates, escapeText } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { activation } from '../private/activation';
import { takeName } from '../private/factory-names';
import { messagesOf } from '../private/messages-of';
import { PipelineLinks } from '../private/pipeline-links';
import type { DataFactoryTriggerProps } from './data-factory-trigger-props';
import { CUSTOM_EVENT_RULES, CUSTOM_EVENT_SHAPE } from './private/custom-event-trigger-rules';
import { triggerParameterProblems } from './private/trigger-rules';

/** Properties of a {@link CustomEventTrigger}. */
export interface CustomEventTriggerProps extends DataFactoryTriggerProps {
  /** ARM id of the Event Grid topic that events are published to. Changing it replaces the trigger. */
  readonly topicId: string;
  /** Types of events that are waited for, at least one. */
  readonly events: string[];
  /**
   * How the subjects of events begin.
   *
   * @default - any
   */
  readonly subjectBeginsWith?: string;
  /**
   * How the subjects of events end.
   *
   * @default - any
   */
  readonly subjectEndsWith?: string;
}

/**
 * Starts a pipeline when an event is published to an Event Grid topic:
 * `azurerm_data_factory_trigger_custom_event`, `Microsoft.DataFactory/factories/triggers` of type
 * `CustomEventsTrigger`. `@triggerBody().event` is the event, for parameters.
 *
 * Whoever deploys it needs the role EventGrid EventSubscription Contributor, or more, on the topic, and
 * the subscription the resource provider Microsoft.EventGrid.
 *
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-custom-event-trigger
 */
export class CustomEventTrigger extends Construct {
  /** Name. */
  public readonly triggerName: string;
  /** What is started. */
  public readonly pipeline: IDataFactoryPipeline;

  /**
   * @throws ValidationError DataFactoryTriggerNameInvalid, CustomEventTopicIdInvalid, CustomEventsMissing,
   *   DataFactoryNameTaken; at synthesis TriggerParameterUnknown,
   *   TriggerParameterMissing
   */
  public constructor(scope: Construct, id: string, props: CustomEventTriggerProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: id,
      annotations: [],
      enabled: true,
      parameters: {},
    });
    validateProps(this, resolved, CUSTOM_EVENT_SHAPE, CUSTOM_EVENT_RULES);
    const { pipeline, name, events, parameters, annotations, enabled } = resolved;
    const { subjectBeginsWith, subjectEndsWith } = escapeTemplates(resolved);
    takeName(this, pipeline.factory, 'trigger', name);
    this.triggerName = name;
    this.pipeline = pipeline;

    const resource = new DataFactoryTriggerCustomEvent(this, 'Resource', {
      name: escapeText(name),
      dataFactoryId: pipeline.factory.factoryId,
      eventgridTopicId: resolved.topicId,
      events: [...escapeTemplates(events)],
      ...(subjectBeginsWith === undefined ? {} : { subjectBeginsWith }),
      ...(subjectEndsWith === undefined ? {} : { subjectEndsWith }),
      pipeline: [{ name: pipeline.pipelineName, parameters: escapeTemplates(parameters) }],
      activated: activation(pipeline, enabled),
      description: escapeTemplates(resolved.description),
      ...(annotations.length === 0 ? {} : { annotations: [...escapeTemplates(annotations)] }),
    });
    this.node.addValidation({
      validate: () => messagesOf(triggerParameterProblems(parameters, pipeline.parameters)),
    });
    const when = `an event ${events.join(' or ')} is published`;
    PipelineLinks.of(pipeline).addStarter({ scope: this, resource, when, enabled });
  }
}
