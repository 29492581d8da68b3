import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';

interface Literal {
  readonly text: string;
}

interface NumberLiteral {
  readonly value: number;
}

interface Named {
  readonly name: string;
}

interface OutputOf {
  readonly activity: string;
  readonly path: readonly string[];
}

interface Call extends Named {
  readonly args: readonly unknown[];
}

interface Parts {
  readonly parts: readonly unknown[];
}

const EXPRESSION = Is.having('a DataFactoryExpression', 'source', 'toInterpolation');

export const LITERAL_SHAPE: Shape<Literal> = { text: Is.string };

export const NUMBER_SHAPE: Shape<NumberLiteral> = { value: Is.number };

export const NAMED_SHAPE: Shape<Named> = { name: Is.text };

export const ACTIVITY_SHAPE: Shape<OutputOf> = {
  activity: Is.text,
  path: Is.known(Is.list(Is.string)),
};

export const ACTIVITY_RULES: readonly Rule<OutputOf>[] = [
  {
    code: 'ExpressionPathInvalid',
    check: ({ path }) =>
      path.includes('')
        ? { property: 'path', must: 'hold names that are not empty', got: path }
        : undefined,
  },
];

export const CALL_SHAPE: Shape<Call> = {
  name: Is.known(Is.text),
  args: Is.known(Is.list(EXPRESSION)),
};

export const CALL_RULES: readonly Rule<Call>[] = [
  {
    code: 'ExpressionFunctionInvalid',
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

export const PARTS_SHAPE: Shape<Parts> = { parts: Is.known(Is.list(EXPRESSION)) };

export const PARTS_RULES: readonly Rule<Parts>[] = [
  {
    code: 'ExpressionPartsMissing',
    check: ({ parts }) =>
      parts.length < 2
        ? { property: 'parts', must: 'be two expressions or more', got: parts }
        : undefined,
  },
];
