import { ExpressionFault } from '../expression/expression-fault';
import type { Expression } from '../expression/syntax';
import { PLAIN } from '../schema/schema';
import type { Resolved } from './resolved';

/** A value, with what names in it depend on. */
type ShapedValue = Extract<Resolved, { kind: 'value' }>;

/** A member of a value; members of blocks have the names that Pulumi gives them. */
export function memberOfValue({ expression, shape }: ShapedValue, name: string): Resolved {
  switch (shape.kind) {
    case 'plain':
      return { kind: 'value', expression: { kind: 'member', of: expression, name }, shape };
    case 'object': {
      const { property, shape: inner } = shape.of.member(name);
      const member: Expression = {
        kind: 'member',
        of: expression,
        name: property,
        isAttribute: true,
      };
      return { kind: 'value', expression: member, shape: inner };
    }
    case 'list':
      throw new ExpressionFault(`say which item of the list it reads ${name} of`);
  }
}

/** An item of a value; a block that is there once at most is in Pulumi no list, but itself. */
export function indexOf({ expression, shape }: ShapedValue, key: Expression): Resolved {
  if (shape.kind === 'object') {
    if (key.kind === 'literal' && Number(key.value) === 0)
      return { kind: 'value', expression, shape };
    throw new ExpressionFault('read item 0 of a block that is there once at most');
  }
  const inner = shape.kind === 'list' ? shape.of : undefined;
  return {
    kind: 'value',
    expression: { kind: 'index', of: expression, key },
    shape: inner === undefined ? PLAIN : { kind: 'object', of: inner, isList: false },
  };
}
