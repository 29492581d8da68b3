import { accessAttribute, accessIndex, accessMember } from './access';
import { ExpressionFault } from './expression-fault';
import { callFunction } from './functions/call-function';
import { compare } from './operators';
import type { Expression, ExpressionOf, ObjectMember } from './syntax';
import { booleanOf, isList, numberOf, textOf, type Value, type ValueMap } from './values';

/** What an expression is evaluated with. */
export interface Evaluation {
  /** Values for its holes. */
  readonly holes: readonly Value[];
  /** Reads a file that the expression names, from the folder of the synthesized stack. */
  readonly readFile: (path: string) => Buffer;
}

/** What is evaluated with, and how. */
interface Context extends Evaluation {
  /** The item of a splat, inside of one. */
  readonly item: Value;
  readonly of: (part: Expression) => Value;
}

const EVALUATORS: {
  readonly [K in Expression['kind']]: (expression: ExpressionOf<K>, context: Context) => Value;
} = {
  literal: ({ value }) => value,
  template: ({ parts }, { of }) => parts.map((part) => textOf(of(part))).join(''),
  hole: ({ index }, { holes }) => holes[index] ?? null,
  item: (_item, { item }) => item,
  member: ({ of, name, isAttribute }, context) =>
    isAttribute === true
      ? accessAttribute(context.of(of), name)
      : accessMember(context.of(of), name),
  index: ({ of, key }, context) => accessIndex(context.of(of), context.of(key)),
  splat: ({ of, each }, context) => splat(context.of(of), (item) => evaluate(each, context, item)),
  call: (call, context) => callFunction(call, context.of, context),
  conditional: (expression, { of }) => conditional(expression, of),
  not: ({ of }, context) => !booleanOf(context.of(of)),
  negative: ({ of }, context) => -numberOf(context.of(of)),
  binary: ({ operator, left, right }, { of }) => compare(operator, of(left), of(right)),
  list: ({ items }, { of }) => items.map(of),
  object: ({ members }, { of }) => objectFrom(members, of),
  name: ({ name }) => {
    throw new ExpressionFault(`use no name that stands for nothing here: ${name}`);
  },
};

/**
 * What a bound expression comes to, by Terraform's rules. Pure, but for files that it reads.
 *
 * @throws ExpressionFault where Terraform would refuse it as well
 */
export function evaluate(expression: Expression, given: Evaluation, item: Value = null): Value {
  const of = (part: Expression): Value => evaluate(part, given, item);
  const evaluator = EVALUATORS[expression.kind] as (of: Expression, context: Context) => Value;
  return evaluator(expression, { holes: given.holes, readFile: given.readFile, item, of });
}

function objectFrom(members: readonly ObjectMember[], of: (part: Expression) => Value): ValueMap {
  return Object.fromEntries(members.map(([key, value]) => [textOf(of(key)), of(value)]));
}

function splat(of: Value, each: (item: Value) => Value): Value {
  if (of === null) return [];
  return (isList(of) ? of : [of]).map(each);
}

/** Terraform gives both results one type: text, where one of two primitives is text. */
function conditional(
  { test, yes, no }: ExpressionOf<'conditional'>,
  of: (part: Expression) => Value,
): Value {
  const [chosen, other] = booleanOf(of(test)) ? [yes, no] : [no, yes];
  const result = of(chosen);
  const isText = typeof result === 'string' || typeof result === 'object';
  return isText || typeof unlessFaulty(other, of) !== 'string' ? result : textOf(result);
}

function unlessFaulty(expression: Expression, of: (part: Expression) => Value): Value | undefined {
  try {
    return of(expression);
  } catch (error) {
    if (error instanceof ExpressionFault) return undefined;
    throw error;
  }
}
