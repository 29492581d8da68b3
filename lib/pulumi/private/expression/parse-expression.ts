import type { Cursor } from './cursor';
import { parseOperand } from './parse-operand';
import type { BinaryOperator, Expression } from './syntax';

/** Operators that bind alike, from the weakest to the strongest. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
];

const ARITHMETIC = /[-+*/%]/y;

/** Reads an expression. */
export function parseExpression(cursor: Cursor): Expression {
  const test = binaryAt(cursor, 0);
  if (!cursor.takeNext('?')) return test;
  const yes = cursor.nested(() => parseExpression(cursor));
  cursor.expect(':');
  const no = cursor.nested(() => parseExpression(cursor));
  return { kind: 'conditional', test, yes, no };
}

function binaryAt(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return unaryAt(cursor);
  let left = binaryAt(cursor, level + 1);
  for (let found = operatorAt(cursor, operators); found !== undefined;) {
    left = { kind: 'binary', operator: found, left, right: binaryAt(cursor, level + 1) };
    found = operatorAt(cursor, operators);
  }
  return left;
}

function operatorAt(
  cursor: Cursor,
  operators: readonly BinaryOperator[],
): BinaryOperator | undefined {
  cursor.skip();
  return operators.find((operator) => cursor.take(operator));
}

function unaryAt(cursor: Cursor): Expression {
  const expression = operandAt(cursor);
  if (cursor.skip().match(ARITHMETIC) !== undefined) {
    cursor.fail('do without arithmetic', 'compute the number in TypeScript');
  }
  return expression;
}

function operandAt(cursor: Cursor): Expression {
  cursor.skip();
  if (cursor.sees('!') && !cursor.sees('!=')) {
    cursor.take('!');
    return { kind: 'not', of: cursor.nested(() => operandAt(cursor)) };
  }
  if (cursor.take('-')) {
    return { kind: 'negative', of: cursor.nested(() => operandAt(cursor)) };
  }
  return parseOperand(cursor, parseExpression);
}
