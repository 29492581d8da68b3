import { Construct } from 'constructs';
import { pinned } from '../../azapi/api-versions';
import { AzapiResource } from '../../azapi/azapi-resource';
import { escapeText } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { Recurrence } from '../../machine-learning/schedule/recurrence';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { takeName } from '../private/factory-names';
import { messagesOf } from '../private/messages-of';
import { PipelineLinks } from '../private/pipeline-links';
import type { DataFactoryTriggerProps } from './data-factory-trigger-props';
import { renderScheduleTriggerBody } from './private/schedule-trigger-body';
import { SCHEDULE_TRIGGER_RULES, SCHEDULE_TRIGGER_SHAPE } from './private/schedule-trigger-rules';
import { switchTrigger } from './private/switch-trigger';
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
 * Starts a pipeline by the clock: `azapi_resource`, `Microsoft.DataFactory/factories/triggers` of type
 * `ScheduleTrigger`. azurerm writes every moment as UTC, also beside another time zone.
 *
 * It fires at the times on the clock of the recurrence's zone, with daylight saving where the zone has it.
 * The service refuses to change or delete a trigger that is started: a change replaces it, and a request
 * stops it first.
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
    const { pipeline, name, recurrence, parameters } = resolved;
    takeName(this, pipeline.factory, 'trigger', name);
    this.triggerName = name;
    this.pipeline = pipeline;

    const type = pinned('Microsoft.DataFactory/factories/triggers');
    const resource = new AzapiResource(this, 'Resource', {
      type,
      name: escapeText(name),
      parentId: pipeline.factory.factoryId,
      body: renderScheduleTriggerBody({ ...resolved, pipelineName: pipeline.pipelineName }),
      replaceTriggersRefs: ['properties'],
    });
    const { state } = switchTrigger(this, { resource, type, pipeline, enabled: resolved.enabled });
    this.node.addValidation({
      validate: () => messagesOf(triggerParameterProblems(parameters, pipeline.parameters)),
    });
    const when = recurrence.describe();
    const { enabled } = resolved;
    PipelineLinks.of(pipeline).addStarter({ scope: this, resource: state, when, enabled });
  }
}
