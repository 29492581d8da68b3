import { DataFactoryTriggerTumblingWindow } from '@cdktf/provider-azurerm/lib/data-factory-trigger-tumbling-window';
import { Construct } from 'constructs';
import type { Duration } from '../../core/duration';
import { escapeTemplates, escapeText } from '../../core/terraform-text';
import { validateProps, withDefaults } from '../../core/validation';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { activation } from '../private/activation';
import { takeName } from '../private/factory-names';
import { messagesOf } from '../private/messages-of';
import { PipelineLinks } from '../private/pipeline-links';
import type { DataFactoryTriggerProps } from './data-factory-trigger-props';
import { describeWindows, renderWindows } from './private/tumbling-window-trigger-body';
import {
  TUMBLING_WINDOW_RULES,
  TUMBLING_WINDOW_SHAPE,
} from './private/tumbling-window-trigger-rules';
import { triggerParameterProblems } from './private/trigger-rules';
import type { WindowUnit } from './window-unit';

/** That a window waits for windows of another trigger, or for earlier ones of its own. */
export interface WindowDependency {
  /**
   * The other trigger, of the same factory.
   *
   * @default - the trigger itself, whose earlier windows are waited for
   */
  readonly trigger?: TumblingWindowTrigger;
  /**
   * By how much the windows waited for are earlier, at least 1 second; needed for windows of its own.
   *
   * @default - windows at the same time
   */
  readonly earlierBy?: Duration;
  /**
   * How long the stretch of windows waited for is, at least 1 second.
   *
   * @default - as long as one window
   */
  readonly size?: Duration;
}

/** Properties of a {@link TumblingWindowTrigger}. */
export interface TumblingWindowTriggerProps extends DataFactoryTriggerProps {
  /** Unit of {@link interval}. Changing it replaces the trigger. */
  readonly unit: WindowUnit;
  /** Length of a window: at least 5 minutes, 1 hour or 1 month. Changing it replaces the trigger. */
  readonly interval: number;
  /**
   * Start of the first window, `YYYY-MM-DDThh:mm:ss` in UTC, without an offset. Windows in the past are
   * made up for, one after the other. Changing it replaces the trigger.
   */
  readonly startTime: string;
  /**
   * End of the last window, `YYYY-MM-DDThh:mm:ss` in UTC, without an offset.
   *
   * @default - never ends
   */
  readonly endTime?: string;
  /**
   * How long after its end a window is begun with.
   *
   * @default - at once
   */
  readonly delay?: Duration;
  /**
   * Most windows at the same time, between 1 and 50, inclusive.
   *
   * @default 50
   */
  readonly maxConcurrency?: number;
  /**
   * How often a failed run is started again, at least 0.
   *
   * @default 0
   */
  readonly retry?: number;
  /**
   * Wait before it is, between 30 seconds and 1 day, inclusive.
   *
   * @default Duration.seconds(30)
   */
  readonly retryInterval?: Duration;
  /**
   * What a window waits for, at most 5.
   *
   * @default - nothing
   */
  readonly dependencies?: WindowDependency[];
}

/**
 * Starts a pipeline for each stretch of time without gaps, past ones too:
 * `azurerm_data_factory_trigger_tumbling_window`, `Microsoft.DataFactory/factories/triggers` of type
 * `TumblingWindowTrigger`. `@trigger().outputs.windowStartTime` and `windowEndTime` are the window.
 *
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger
 */
export class TumblingWindowTrigger extends Construct {
  /** Name, as a reference. */
  public readonly triggerName: string;
  /** What is started. */
  public readonly pipeline: IDataFactoryPipeline;

  /**
   * @throws ValidationError DataFactoryTriggerNameInvalid, WindowIntervalOutOfRange, WindowTimeInvalid,
   *   WindowEndBeforeStart, WindowConcurrencyOutOfRange, WindowRetryOutOfRange, WindowRetryIntervalOutOfRange,
   *   WindowDependenciesTooMany, WindowDependencyInvalid, DataFactoryNameTaken; at synthesis
   *   TriggerParameterUnknown, TriggerParameterMissing
   */
  public constructor(scope: Construct, id: string, props: TumblingWindowTriggerProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: id,
      annotations: [],
      enabled: true,
      parameters: {},
      maxConcurrency: 50,
      dependencies: [],
    });
    validateProps(this, resolved, TUMBLING_WINDOW_SHAPE, TUMBLING_WINDOW_RULES);
    const { pipeline, name, parameters, annotations, enabled } = resolved;
    takeName(this, pipeline.factory, 'trigger', name);
    this.pipeline = pipeline;

    const resource = new DataFactoryTriggerTumblingWindow(this, 'Resource', {
      name: escapeText(name),
      dataFactoryId: pipeline.factory.factoryId,
      ...renderWindows(resolved),
      pipeline: { name: pipeline.pipelineName, parameters: escapeTemplates(parameters) },
      activated: activation(pipeline, enabled),
      description: escapeTemplates(resolved.description),
      ...(annotations.length === 0 ? {} : { annotations: [...escapeTemplates(annotations)] }),
    });
    this.triggerName = resource.name;
    this.node.addValidation({
      validate: () => messagesOf(triggerParameterProblems(parameters, pipeline.parameters)),
    });
    const when = describeWindows(resolved);
    PipelineLinks.of(pipeline).addStarter({ scope: this, resource, when, enabled });
  }
}
