import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import type { CallerAccess } from '../access-control';
import { HttpMethod } from '../http-method';
import { renderHttpRequestTrigger } from '../private/http-request-trigger-body';
import {
  HTTP_REQUEST_TRIGGER_RULES,
  HTTP_REQUEST_TRIGGER_SHAPE,
} from '../private/http-request-trigger-rules';
import { WorkflowTrigger } from '../workflow-trigger';
import type { WorkflowTriggerOptions } from '../workflow-trigger-options';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link HttpRequestTrigger}. */
export interface HttpRequestTriggerProps extends WorkflowTriggerOptions, CallerAccess {
  /**
   * JSON schema of the body, which names what of it expressions can read.
   *
   * @default - any body
   */
  readonly schema?: ArmObject;
  /** @default HttpMethod.POST */
  readonly method?: HttpMethod;
  /**
   * What follows the path of the URL, such as `jobs/{id}`; `triggerOutputs()['relativePathParameters']` holds
   * the parts in braces.
   *
   * @default - nothing
   */
  readonly relativePath?: string;
  /**
   * Whether a call with the signature of the URL is accepted beside those with a token that a policy accepts;
   * only where there are `authorizationPolicies`. Where it is not, the trigger sees the headers of calls, and
   * the run history hides what it brought unless `secureOutputs` is `false`.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app#enable-microsoft-entra-id-open-authentication
   */
  readonly allowSignature?: boolean;
}

/**
 * Starts a workflow when its URL is called.
 *
 * The URL holds a signature, which is a secret: it is read with `listCallbackUrl`, not written anywhere here.
 * Policies and IP ranges are those of all triggers of the workflow.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#request-trigger
 */
export class HttpRequestTrigger extends WorkflowTrigger {
  public override readonly access: CallerAccess | undefined;
  private readonly props: HttpRequestTriggerProps & { readonly method: HttpMethod };

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RequestPathInvalid, RequestPolicyMissing,
   *   IpRangeInvalid, AuthorizationPoliciesOutOfRange, AuthorizationPolicyNameInvalid,
   *   AuthorizationIssuerInvalid, AuthorizationClaimsInvalid and the codes of {@link WorkflowTrigger}
   */
  public constructor(name: string, props: HttpRequestTriggerProps = {}) {
    super(name, guarded(props));
    const resolved = withDefaults(props, { method: HttpMethod.POST });
    validateValue<HttpRequestTriggerProps & { readonly method: HttpMethod }>(
      resolved,
      HTTP_REQUEST_TRIGGER_SHAPE,
      HTTP_REQUEST_TRIGGER_RULES,
    );
    this.props = resolved;
    this.access = accessOf(resolved);
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { schema, method, relativePath } = this.props;
    return renderHttpRequestTrigger({
      schema,
      method,
      relativePath,
      tokensOnly: isGuarded(this.props),
    });
  }
}

/** Whether only tokens are accepted. */
function isGuarded({ authorizationPolicies, allowSignature }: HttpRequestTriggerProps): boolean {
  return authorizationPolicies !== undefined && allowSignature !== true;
}

/** The headers that the trigger then brings hold the token. */
function guarded(props: HttpRequestTriggerProps): HttpRequestTriggerProps {
  const isObject = typeof props === 'object' && (props as unknown) !== null;
  return isObject && isGuarded(props) ? withDefaults(props, { secureOutputs: true }) : props;
}

function accessOf(props: HttpRequestTriggerProps): CallerAccess | undefined {
  const { allowedIpRanges, authorizationPolicies } = props;
  if (allowedIpRanges === undefined && authorizationPolicies === undefined) return undefined;
  return {
    ...(allowedIpRanges === undefined ? {} : { allowedIpRanges }),
    ...(authorizationPolicies === undefined ? {} : { authorizationPolicies }),
  };
}
