import { DataFactoryTriggerSchedule } from '@cdktf/provider-azurerm/lib/data-factory-trigger-schedule';
import { Construct } from 'constructs';
import { escapeTemplates, escapeText } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { Recurrence } from '../../machine-learning/schedule/recurrence';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { takeName } from '../private/factory-names';
import { messagesOf } from '../private/messages-of';
import { PipelineLinks } from '../private/pipeline-links';
import type { DataFactoryTriggerProps } from './data-factory-trigger-props';
import { renderTriggerSchedule } from './private/schedule-trigger-body';
import { SCHEDULE_TRIGGER_RULES, SCHEDULE_TRIGGER_SHAPE } from './private/schedule-trigger-rules';
import { triggerParameterProblems } from './private/trigger-rules';

/** Properties of a {@link ScheduleTrigger}. */
export interface ScheduleTriggerProps extends DataFactoryTriggerProps {
  /**
   * When it fires. Without a start time it counts from Monday, 1 January 2024, 00:00 in its time zone:
   * that decides which weeks `every 2 weeks` are, and the time of day where none is given. Runs in the
   * past are not made up for.
   */
  readonly recurrence: Recurrence;
}

/**
 * Starts a pipeline by the clock: `azurerm_data_factory_trigger_schedule`,
 * `Microsoft.DataFactory/factories/triggers` of type `ScheduleTrigger`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger
 */
export class ScheduleTrigger extends Construct {
  /** Name. */
  public readonly triggerName: string;
  /** What is started. */
  public readonly pipeline: IDataFactoryPipeline;

  /**
   * @throws ValidationError DataFactoryTriggerNameInvalid, DataFactoryNameTaken; at synthesis
   *   TriggerParameterUnknown, TriggerParameterMissing
   */
  public constructor(scope: Construct, id: string, props: ScheduleTriggerProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: id,
      annotations: [],
      enabled: true,
      parameters: {},
    });
    validateProps(this, resolved, SCHEDULE_TRIGGER_SHAPE, SCHEDULE_TRIGGER_RULES);
    const { pipeline, name, recurrence, parameters, annotations } = resolved;
    takeName(this, pipeline.factory, 'trigger', name);
    this.triggerName = name;
    this.pipeline = pipeline;

    // The provider forgets all but the first pipeline of a trigger when it updates it: so there is one.
    const resource = new DataFactoryTriggerSchedule(this, 'Resource', {
      name: escapeText(name),
      dataFactoryId: pipeline.factory.factoryId,
      ...renderTriggerSchedule(recurrence),
      pipeline: [{ name: pipeline.pipelineName, parameters: escapeTemplates(parameters) }],
      activated: resolved.enabled,
      description: escapeTemplates(resolved.description),
      ...(annotations.length === 0 ? {} : { annotations: [...escapeTemplates(annotations)] }),
    });
    this.node.addValidation({
      validate: () => messagesOf(triggerParameterProblems(parameters, pipeline.parameters)),
    });
    if (resolved.enabled) {
      const when = recurrence.describe();
      PipelineLinks.of(pipeline).addStarter({ scope: this, resource, when });
    }
  }
}
