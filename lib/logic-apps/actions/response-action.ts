import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import { renderResponse } from '../private/response-body';
import { RESPONSE_RULES, RESPONSE_SHAPE } from '../private/response-rules';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link ResponseAction}. */
export interface ResponseActionProps extends WorkflowActionProps {
  /** Status code of the answer: 200 to 599, inclusive. */
  readonly statusCode: number;
  /** @default - none */
  readonly headers?: StringMap;
  /**
   * JSON that is answered; text in it may be an expression.
   *
   * @default - nothing
   */
  readonly body?: ArmObject;
}

/**
 * Answers who called the workflow: for workflows with a {@link HttpRequestTrigger}, which wait 2 minutes for
 * it. Not for loops.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#response-action
 */
export class ResponseAction extends WorkflowAction {
  public override readonly endsRun = true;
  private readonly props: ResponseActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, ResponseStatusOutOfRange
   */
  public constructor(name: string, props: ResponseActionProps) {
    validateValue(props, RESPONSE_SHAPE, RESPONSE_RULES);
    super(name, props.runAfter);
    this.props = { ...props };
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { statusCode, headers, body } = this.props;
    return renderResponse({ statusCode, headers, body });
  }
}
