import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { HttpMethod } from '../http-method';
import type { HttpRequestTriggerProps } from '../triggers/http-request-trigger';
import { CALLER_ACCESS_RULES, CALLER_ACCESS_SHAPE } from './access-control-rules';
import { JSON_OBJECT } from './content-rules';
import { Typed } from './prop-types';
import { TRIGGER_OPTIONS_SHAPE } from './trigger-options-rules';

type Props = HttpRequestTriggerProps & { readonly method: HttpMethod };

export const HTTP_REQUEST_TRIGGER_SHAPE: Shape<Props> = {
  ...TRIGGER_OPTIONS_SHAPE,
  ...CALLER_ACCESS_SHAPE,
  schema: Is.optional(JSON_OBJECT),
  method: Is.known(Is.oneOf(Object.values(HttpMethod))),
  relativePath: Is.optional(Typed.text),
  allowSignature: Is.optional(Typed.knownBoolean),
};

export const HTTP_REQUEST_TRIGGER_RULES: readonly Rule<Props>[] = [
  ...CALLER_ACCESS_RULES,
  {
    code: 'RequestPathInvalid',
    check: ({ relativePath }) =>
      mismatches(relativePath, /^[^/?#\s][^?#\s]*$/)
        ? {
            property: 'relativePath',
            must: 'be a path without a leading slash, blanks, "?" and "#"',
            got: relativePath,
          }
        : undefined,
  },
  {
    code: 'RequestPolicyMissing',
    check: ({ allowSignature, authorizationPolicies }) =>
      allowSignature === false && authorizationPolicies === undefined
        ? {
            property: 'allowSignature',
            must: 'not be false without authorizationPolicies: nobody could call',
            got: allowSignature,
            fix: 'give authorizationPolicies',
          }
        : undefined,
  },
];
