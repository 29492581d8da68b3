import { ExpressionFault } from '../expression/expression-fault';
import type { Expression } from '../expression/syntax';
import { PLAIN, type Schema, type Shape } from '../schema/schema';

/** A path to an attribute, as Terraform's `ignore_changes` has it, as Pulumi writes it. */
export function propertyPath(expression: Expression, schema: Schema): string {
  return pathOf(expression, schema).text;
}

interface Path {
  readonly text: string;
  readonly shape: Shape;
}

function pathOf(expression: Expression, schema: Schema): Path {
  switch (expression.kind) {
    case 'name': {
      const { property, shape } = schema.member(expression.name);
      return { text: property, shape };
    }
    case 'member': {
      const { text, shape } = pathOf(expression.of, schema);
      if (shape.kind !== 'object') return { text: `${text}.${expression.name}`, shape: PLAIN };
      const member = shape.of.member(expression.name);
      return { text: `${text}.${member.property}`, shape: member.shape };
    }
    case 'index':
      return itemOf(pathOf(expression.of, schema), expression.key);
    default:
      throw new ExpressionFault('be a path to an attribute');
  }
}

function itemOf({ text, shape }: Path, key: Expression): Path {
  if (key.kind !== 'literal') throw new ExpressionFault('be a path to an attribute');
  if (shape.kind === 'object') return { text, shape };
  const inner = shape.kind === 'list' ? shape.of : undefined;
  return {
    text: `${text}[${JSON.stringify(key.value)}]`,
    shape: inner === undefined ? PLAIN : { kind: 'object', of: inner, isList: false },
  };
}
