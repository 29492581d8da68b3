import type { ArmObject, StringMap } from '../../azapi/azapi-types';
import { type SecuredData, withSecureData } from './secure-data-body';

/** What the definition of a request is made of. */
export interface HttpBodyProps extends SecuredData {
  readonly method: string;
  readonly uri: string;
  readonly headers?: StringMap;
  readonly queries?: StringMap;
  readonly body?: ArmObject;
  readonly authentication: ArmObject | undefined;
  readonly retryPolicy: ArmObject | undefined;
  /** ISO 8601. */
  readonly timeout: string | undefined;
  readonly isAsynchronous: boolean;
}

/**
 * The definition of an HTTP action. Pure.
 *
 * @returns `{ type: 'Http', inputs, limit?: { timeout }, operationOptions?, runtimeConfiguration? }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#http-action
 */
export function renderHttp(props: HttpBodyProps): ArmObject {
  const { method, uri, headers, queries, body, authentication, retryPolicy, timeout } = props;
  const optional = { headers, queries, body, authentication, retryPolicy };
  return withSecureData(
    {
      type: 'Http',
      inputs: {
        method,
        uri,
        ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
      },
      ...(timeout === undefined ? {} : { limit: { timeout } }),
      ...(props.isAsynchronous ? {} : { operationOptions: 'DisableAsyncPattern' }),
    },
    props,
  );
}
