import { ExpressionFault } from './expression-fault';
import type { BinaryOperator } from './syntax';
import { booleanOf, nameOf, numberOf, type Value } from './values';

/** What an operator makes of its operands. */
export function compare(operator: BinaryOperator, left: Value, right: Value): boolean {
  switch (operator) {
    case '&&':
      return both(booleanOf(left), booleanOf(right));
    case '||':
      return !both(!booleanOf(left), !booleanOf(right));
    case '==':
      return isEqual(left, right);
    case '!=':
      return !isEqual(left, right);
    default:
      return ordered(operator, numberOf(left), numberOf(right));
  }
}

function both(left: boolean, right: boolean): boolean {
  return left && right;
}

function ordered(operator: '<' | '<=' | '>' | '>=', left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** Values of two types are never equal in Terraform, and of a list only Terraform knows the type. */
function isEqual(left: Value, right: Value): boolean {
  for (const one of [left, right]) {
    if (typeof one === 'object' && one !== null) {
      throw new ExpressionFault(`compare text, numbers, booleans and null, not ${nameOf(one)}`);
    }
  }
  return left === right;
}
