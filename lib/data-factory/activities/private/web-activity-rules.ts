import { jsonTree } from '../../../core/json-tree';
import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { ActivityProps } from '../activity';
import type { WebActivityProps } from '../web-activity';
import { WebMethod } from '../web-method';
import { POLICY_RULES, POLICY_SHAPE } from './policy-rules';

/** Properties of a web activity with their defaults, apart from what all activities have. */
export type ResolvedWebActivityProps = Omit<WebActivityProps, keyof ActivityProps> &
  Required<
    Pick<WebActivityProps, 'timeout' | 'retry' | 'retryInterval' | 'secureInput' | 'secureOutput'>
  >;

export const WEB_ACTIVITY_SHAPE: Shape<ResolvedWebActivityProps> = {
  url: Is.text,
  method: Is.oneOf(Object.values(WebMethod)),
  headers: Is.optional(Is.map(Is.string)),
  body: Is.optional(Is.object),
  audience: Is.optional(Is.text),
  ...POLICY_SHAPE,
};

const WITH_BODY: readonly WebMethod[] = [WebMethod.PATCH, WebMethod.POST, WebMethod.PUT];

/** @see https://learn.microsoft.com/azure/data-factory/control-flow-web-activity#type-properties */
export const WEB_ACTIVITY_RULES: readonly Rule<ResolvedWebActivityProps>[] = [
  {
    code: 'WebActivityUrlInvalid',
    check: ({ url }) =>
      mismatches(url, /^(?:https?:\/\/\S|@)/)
        ? {
            property: 'url',
            must: 'start with https:// or http://, or with "@" for an expression',
            got: url,
          }
        : undefined,
  },
  {
    code: 'WebActivityBodyMismatch',
    check: ({ method, body }) => {
      if (isUnresolved(method)) return undefined;
      if (WITH_BODY.includes(method) && body === undefined) {
        return { property: 'body', must: `be given with ${method}`, got: body };
      }
      return method === WebMethod.GET && body !== undefined
        ? { property: 'body', must: 'not be given with GET', got: body }
        : undefined;
    },
  },
  {
    code: 'WebActivityBodyInvalid',
    check: ({ body }) =>
      isJson(body)
        ? undefined
        : {
            property: 'body',
            must: 'consist of text, finite numbers, booleans, null, lists and plain objects',
            got: body,
          },
  },
  ...POLICY_RULES,
];

function isJson(value: unknown): boolean {
  try {
    jsonTree(value, () => ({ value: null, text: 'plain' }));
    return true;
  } catch {
    return false;
  }
}
