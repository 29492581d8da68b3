import { Is, type Rule, type Shape } from '../../core/validation';
import type { TerminateActionProps } from '../actions/terminate-action';
import { TerminateStatus } from '../terminate-status';
import { Typed } from './prop-types';
import { ACTION_SHAPE } from './workflow-operation-rules';

export const TERMINATE_SHAPE: Shape<TerminateActionProps> = {
  ...ACTION_SHAPE,
  status: Is.known(Is.oneOf(Object.values(TerminateStatus))),
  errorCode: Is.optional(Typed.text),
  errorMessage: Is.optional(Typed.text),
};

export const TERMINATE_RULES: readonly Rule<TerminateActionProps>[] = [
  {
    code: 'TerminateErrorUnexpected',
    check: ({ status, errorCode, errorMessage }) =>
      status !== TerminateStatus.FAILED && (errorCode ?? errorMessage) !== undefined
        ? {
            property: errorCode === undefined ? 'errorMessage' : 'errorCode',
            must: 'be given for runs that fail only',
            got: errorCode ?? errorMessage,
            fix: 'use TerminateStatus.FAILED, or leave it out',
          }
        : undefined,
  },
];
