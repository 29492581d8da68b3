import { validateValue } from '../core/validation';
import type { TriggeringBlob } from '../machine-learning/pipeline/invocation/invocation-host';
import type { CallerAccess } from './access-control';
import { TRIGGER_OPTIONS_RULES, TRIGGER_OPTIONS_SHAPE } from './private/trigger-options-rules';
import { WorkflowOperation } from './workflow-operation';
import type { WorkflowTriggerOptions } from './workflow-trigger-options';

/** What starts a workflow. */
export abstract class WorkflowTrigger extends WorkflowOperation {
  /**
   * The blob that it fires for; `undefined` where it does not fire for blobs.
   *
   * @jsii ignore
   */
  public readonly triggeringBlob?: TriggeringBlob;
  /** Who may call it, which holds for all triggers of the workflow; `undefined` where it does not say. */
  public readonly access?: CallerAccess | undefined;
  /** What every trigger takes, to which {@link render} need not pay heed. */
  public readonly options: WorkflowTriggerOptions;

  /**
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, TriggerConditionsOutOfRange,
   *   ConcurrentRunsOutOfRange, WaitingRunsOutOfRange, WaitingRunsNotLimited
   */
  protected constructor(name: string, options: WorkflowTriggerOptions = {}) {
    super(name);
    validateValue(options, TRIGGER_OPTIONS_SHAPE, TRIGGER_OPTIONS_RULES);
    const { conditions, maxConcurrentRuns, maxWaitingRuns, secureInputs, secureOutputs } = options;
    this.options = { conditions, maxConcurrentRuns, maxWaitingRuns, secureInputs, secureOutputs };
  }
}
