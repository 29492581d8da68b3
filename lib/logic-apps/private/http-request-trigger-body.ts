import type { ArmObject } from '../../azapi/azapi-types';

/** What the definition of a request trigger is made of. */
export interface HttpRequestTriggerBodyProps {
  readonly schema: ArmObject | undefined;
  readonly method: string;
  readonly relativePath: string | undefined;
  /** Whether a call without a token is refused. */
  readonly tokensOnly: boolean;
}

const HAS_TOKEN = "@startsWith(triggerOutputs()?['headers']?['Authorization'], 'Bearer')";

/**
 * The definition of a request trigger. Pure.
 *
 * @returns `{ type: 'Request', kind: 'Http', inputs: { schema, method, relativePath? }, operationOptions?, conditions? }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#request-trigger
 */
export function renderHttpRequestTrigger(props: HttpRequestTriggerBodyProps): ArmObject {
  const { schema, method, relativePath, tokensOnly } = props;
  return {
    type: 'Request',
    kind: 'Http',
    inputs: {
      schema: schema ?? {},
      method,
      ...(relativePath === undefined ? {} : { relativePath }),
    },
    // Policies alone let a call pass that has the signature of the URL in place of a token.
    ...(tokensOnly
      ? {
          operationOptions: 'IncludeAuthorizationHeadersInOutputs',
          conditions: [{ expression: HAS_TOKEN }],
        }
      : {}),
  };
}
