import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import { renderTerminate } from '../private/terminate-body';
import { TERMINATE_RULES, TERMINATE_SHAPE } from '../private/terminate-rules';
import type { TerminateStatus } from '../terminate-status';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link TerminateAction}. */
export interface TerminateActionProps extends WorkflowActionProps {
  /** How the run ends. */
  readonly status: TerminateStatus;
  /**
   * Code of the error, for runs that fail; text or an expression.
   *
   * @default - none
   */
  readonly errorCode?: string;
  /**
   * What went wrong, for runs that fail; text or an expression.
   *
   * @default - none
   */
  readonly errorMessage?: string;
}

/**
 * Ends the run at once: actions that have not started are skipped. Not for loops.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#terminate-action
 */
export class TerminateAction extends WorkflowAction {
  public override readonly endsRun = true;
  private readonly props: TerminateActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, TerminateErrorUnexpected
   */
  public constructor(name: string, props: TerminateActionProps) {
    validateValue(props, TERMINATE_SHAPE, TERMINATE_RULES);
    super(name, props.runAfter);
    this.props = { ...props };
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { status, errorCode, errorMessage } = this.props;
    return renderTerminate({ status, errorCode, errorMessage });
  }
}
