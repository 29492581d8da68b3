import type { ArmObject } from '../../azapi/azapi-types';
import { Duration } from '../../core/duration';
import { validateValue, withDefaults } from '../../core/validation';
import { renderActions } from '../private/render-actions';
import { renderUntil } from '../private/until-body';
import { type ResolvedUntil, UNTIL_RULES, UNTIL_SHAPE } from '../private/until-rules';
import type { WorkflowAction, WorkflowActionProps } from '../workflow-action';
import type { WorkflowExpression } from '../workflow-expression';
import type { IWorkflowHost } from '../workflow-host';
import { ContainerAction } from './container-action';

/** Properties of an {@link UntilAction}. */
export interface UntilActionProps extends WorkflowActionProps {
  /** What ends the loop once it is true; looked at after each time. */
  readonly condition: WorkflowExpression;
  /** What is done again and again. */
  readonly actions: WorkflowAction[];
  /**
   * After how many times the loop ends anyway: 1 to 5,000, inclusive.
   *
   * @default 60
   */
  readonly maxIterations?: number;
  /**
   * After how long it ends anyway: 1 second to 90 days, inclusive.
   *
   * @default Duration.hours(1)
   */
  readonly timeout?: Duration;
}

/**
 * Does something until a condition is true. Where it ends without that, what comes after goes on all the same:
 * let it look at the condition again.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#until-action
 */
export class UntilAction extends ContainerAction {
  private readonly props: ResolvedUntil;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside, UntilIterationsOutOfRange,
   *   UntilActionTimeoutOutOfRange, UntilActionEndsRun
   */
  public constructor(name: string, props: UntilActionProps) {
    const resolved = withDefaults(props, { maxIterations: 60, timeout: Duration.hours(1) });
    validateValue<ResolvedUntil>(resolved, UNTIL_SHAPE, UNTIL_RULES);
    super(name, [resolved.actions], resolved.runAfter);
    this.props = resolved;
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { condition, actions, maxIterations, timeout } = this.props;
    return renderUntil({
      condition: condition.toText(),
      actions: renderActions(actions, host),
      maxIterations,
      timeout: timeout.toIsoString(),
    });
  }
}
