import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type { WorkflowAction } from '../workflow-action';
import { Typed } from './prop-types';

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Parts {
  readonly parts: readonly unknown[];
}

export const EXPRESSION = Is.having('a WorkflowExpression', 'source', 'toInterpolation');

export const TEXT_SHAPE: Shape<{ readonly text: string }> = { text: Typed.string };

export const NUMBER_SHAPE: Shape<{ readonly value: number }> = { value: Typed.number };

export const BOOLEAN_SHAPE: Shape<{ readonly value: boolean }> = { value: Typed.knownBoolean };

export const MEMBER_SHAPE: Shape<{ readonly property: string | undefined }> = {
  property: Is.optional(Typed.text),
};

export const NAMED_SHAPE: Shape<{ readonly name: string }> = { name: Typed.text };

export const ACTION_MEMBER_SHAPE: Shape<{
  readonly action: WorkflowAction;
  readonly property: string | undefined;
}> = {
  ...MEMBER_SHAPE,
  action: Is.having('a WorkflowAction', 'name', 'render', 'connections'),
};

export const CALL_SHAPE: Shape<Call> = {
  name: Is.known(Typed.text),
  args: Typed.listOf(EXPRESSION),
};

export const CALL_RULES: readonly Rule<Call>[] = [
  {
    code: 'WorkflowFunctionNameInvalid',
    check: ({ name }) =>
      mismatches(name, /^[A-Za-z][A-Za-z0-9]*$/)
        ? {
            property: 'name',
            must: 'be the name of a function, letters and digits',
            got: name,
            fix: 'write the name alone, without "@" and parentheses',
          }
        : undefined,
  },
];

export const PARTS_SHAPE: Shape<Parts> = { parts: Typed.listOf(EXPRESSION) };

export const PARTS_RULES: readonly Rule<Parts>[] = [
  {
    code: 'WorkflowExpressionPartsMissing',
    check: ({ parts }) =>
      parts.length === 0
        ? { property: 'parts', must: 'be at least one expression', got: parts }
        : undefined,
  },
];
