import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';
import { validateValue } from '../../core/validation';
import type { HttpMethod } from '../http-method';
import { renderHttp } from '../private/http-body';
import { HTTP_RULES, HTTP_SHAPE } from '../private/http-rules';
import { RetryPolicy } from '../retry-policy';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/**
 * Properties of a {@link HttpAction}. Text that starts with `@`, and what stands in `@{…}` within text, is an
 * expression; other text goes through `WorkflowExpression.escapeLiteral`.
 */
export interface HttpActionProps extends WorkflowActionProps {
  /** What is asked of the service. */
  readonly method: HttpMethod;
  /** Where the request goes: an `http://` or `https://` URL, or an expression. */
  readonly uri: string;
  /**
   * Headers beside the authorization, which `audience` makes.
   *
   * @default - none
   */
  readonly headers?: StringMap;
  /** @default - none */
  readonly queries?: StringMap;
  /**
   * JSON that is sent.
   *
   * @default - none
   */
  readonly body?: ArmObject;
  /**
   * Audience of the token with which the identity of the workflow signs in, such as
   * `https://management.azure.com/`. Roles that it needs there are for you to grant. For `https://` only.
   *
   * @default - the request is not authenticated
   */
  readonly audience?: string;
  /**
   * How often a request that failed is sent again.
   *
   * @default - never for POST and PATCH, since what they do may be done twice then; else four times with
   *   growing waits, decided by the service
   */
  readonly retryPolicy?: RetryPolicy;
  /**
   * How long the answer may take: 1 second to 90 days, inclusive. One request takes 2 minutes at most; more is
   * for services that answer 202 and are asked again.
   *
   * @default - 2 minutes for a request, decided by the service
   */
  readonly timeout?: Duration;
  /**
   * Whether an answer 202 makes the action ask again until the work is done.
   *
   * @default true
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#asynchronous-patterns
   */
  readonly waitForCompletion?: boolean;
  /** Whether the run history hides the request. @default false */
  readonly secureInputs?: boolean;
  /** Whether the run history hides the answer. @default false */
  readonly secureOutputs?: boolean;
}

/**
 * Sends an HTTP request with the identity of the workflow, and waits for the answer.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#http-action
 */
export class HttpAction extends WorkflowAction {
  private readonly props: HttpActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, HttpUriInvalid, HttpHeaderHoldsSecret,
   *   HttpAudienceUnencrypted, HttpTimeoutOutOfRange
   */
  public constructor(name: string, props: HttpActionProps) {
    validateValue(props, HTTP_SHAPE, HTTP_RULES);
    super(name, props.runAfter);
    this.props = { ...props };
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { audience, retryPolicy, method, timeout, waitForCompletion, ...request } = this.props;
    return renderHttp({
      ...request,
      method,
      authentication: audience === undefined ? undefined : { ...host.authentication, audience },
      retryPolicy: (retryPolicy ?? defaultPolicy(method))?._renderRetryPolicy(),
      timeout: timeout?.toIsoString(),
      isAsynchronous: waitForCompletion !== false,
    });
  }
}

/** The service's own default, four retries, is none for what may be done twice then. */
function defaultPolicy(method: HttpMethod): RetryPolicy | undefined {
  return ['POST', 'PATCH'].includes(method) ? RetryPolicy.none() : undefined;
}
