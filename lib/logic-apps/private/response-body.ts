import type { ArmObject, StringMap } from '../../azapi/azapi-types';

/** What the definition of an answer is made of. */
export interface ResponseBodyProps {
  readonly statusCode: number;
  readonly headers: StringMap | undefined;
  readonly body: ArmObject | undefined;
}

/**
 * The definition of an answer. Pure.
 *
 * @returns `{ type: 'Response', kind: 'Http', inputs: { statusCode, headers?, body? } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#response-action
 */
export function renderResponse({ statusCode, headers, body }: ResponseBodyProps): ArmObject {
  return {
    type: 'Response',
    kind: 'Http',
    inputs: {
      statusCode,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    },
  };
}
