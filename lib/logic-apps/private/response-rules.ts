import { Is, isOutside, type Rule, type Shape } from '../../core/validation';
import type { ResponseActionProps } from '../actions/response-action';
import { JSON_OBJECT } from './content-rules';
import { Typed } from './prop-types';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const RESPONSE_SHAPE: Shape<ResponseActionProps> = {
  ...ACTION_SHAPE,
  statusCode: Typed.integer,
  headers: Is.optional(Typed.mapOf(Typed.string)),
  body: Is.optional(JSON_OBJECT),
};

export const RESPONSE_RULES: readonly Rule<ResponseActionProps>[] = [
  {
    code: 'ResponseStatusOutOfRange',
    check: ({ statusCode }) =>
      isOutside(statusCode, 200, 599)
        ? { property: 'statusCode', must: 'be between 200 and 599, inclusive', got: statusCode }
        : undefined,
  },
];
