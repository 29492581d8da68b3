import {
  Is,
  isOutside,
  isUnresolved,
  mismatches,
  type Rule,
  type Shape,
} from '../../core/validation';
import type { HttpActionProps } from '../actions/http-action';
import { HttpMethod } from '../http-method';
import { JSON_OBJECT } from './content-rules';
import { Typed } from './prop-types';
import { DURATION, MAX_RUN_SECONDS } from './until-rules';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const HTTP_SHAPE: Shape<HttpActionProps> = {
  ...ACTION_SHAPE,
  method: Is.known(Is.oneOf(Object.values(HttpMethod))),
  uri: Typed.text,
  headers: Is.optional(Typed.mapOf(Typed.string)),
  queries: Is.optional(Typed.mapOf(Typed.string)),
  body: Is.optional(JSON_OBJECT),
  audience: Is.optional(Typed.text),
  retryPolicy: Is.optional(Is.having('a RetryPolicy', '_renderRetryPolicy')),
  timeout: Is.optional(DURATION),
  waitForCompletion: Is.optional(Typed.knownBoolean),
  secureInputs: Is.optional(Typed.knownBoolean),
  secureOutputs: Is.optional(Typed.knownBoolean),
};

const SECRET_HEADERS = [
  'authorization',
  'x-api-key',
  'ocp-apim-subscription-key',
  'x-functions-key',
];

export const HTTP_RULES: readonly Rule<HttpActionProps>[] = [
  {
    code: 'HttpUriInvalid',
    check: ({ uri }) =>
      mismatches(uri, /^(?:https?:\/\/\S|@)/)
        ? { property: 'uri', must: 'be an http:// or https:// URL, or an expression', got: uri }
        : undefined,
  },
  {
    code: 'HttpHeaderHoldsSecret',
    check: ({ headers = {} }) => {
      const name = Object.keys(headers).find((key) => SECRET_HEADERS.includes(key.toLowerCase()));
      return name === undefined || headers[name]?.startsWith('@') === true
        ? undefined
        : {
            property: `headers.${name}`,
            must: 'be an expression: what is written here is in the state and in the definition',
            got: 'text',
            fix: 'use audience, or a parameter of the workflow that is a secret',
          };
    },
  },
  {
    code: 'HttpAudienceUnencrypted',
    check: ({ uri, audience }) =>
      audience !== undefined && !isUnresolved(uri) && uri.toLowerCase().startsWith('http://')
        ? { property: 'uri', must: 'be an https:// URL where a token is sent', got: uri }
        : undefined,
  },
  {
    code: 'HttpTimeoutOutOfRange',
    check: ({ timeout }) =>
      isOutside(timeout?.toSeconds(), 1, MAX_RUN_SECONDS)
        ? {
            property: 'timeout',
            must: 'be between 1 second and 90 days, inclusive',
            got: timeout?.toHuman(),
          }
        : undefined,
  },
];
