import type { Value } from './values';

/** A Terraform expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      /** Whether it is an attribute of a provider, which is there also where it has no value. */
      readonly isAttribute?: true;
    }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
  | { readonly kind: 'item' }
  | { readonly kind: 'hole'; readonly index: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly members: readonly ObjectMember[] };

/** What has no parts. */
export type Primitive = string | number | boolean | null;

/** An operator between two operands. */
export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=';

/** A key with its value. */
export type ObjectMember = readonly [key: Expression, value: Expression];

/** An expression of one kind. */
export type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

type PartMap = (part: Expression) => Expression;

/** How each kind of expression is made anew of other parts; those that are not here have none. */
const WITH_PARTS: {
  readonly [K in Expression['kind']]?: (expression: ExpressionOf<K>, map: PartMap) => Expression;
} = {
  template: (given, map) => ({ ...given, parts: given.parts.map(map) }),
  member: (given, map) => ({ ...given, of: map(given.of) }),
  not: (given, map) => ({ ...given, of: map(given.of) }),
  negative: (given, map) => ({ ...given, of: map(given.of) }),
  index: (given, map) => ({ ...given, of: map(given.of), key: map(given.key) }),
  splat: (given, map) => ({ ...given, of: map(given.of), each: map(given.each) }),
  call: (given, map) => ({ ...given, args: given.args.map(map) }),
  conditional: (given, map) => ({
    ...given,
    test: map(given.test),
    yes: map(given.yes),
    no: map(given.no),
  }),
  binary: (given, map) => ({ ...given, left: map(given.left), right: map(given.right) }),
  list: (given, map) => ({ ...given, items: given.items.map(map) }),
  object: (given, map) => ({
    ...given,
    members: given.members.map(([key, value]) => [map(key), map(value)] as const),
  }),
};

/** The same expression with each of its parts replaced. */
export function mapParts(expression: Expression, map: PartMap): Expression {
  const make = WITH_PARTS[expression.kind] as
    ((given: Expression, map: PartMap) => Expression) | undefined;
  return make === undefined ? expression : make(expression, map);
}

/** Whether an expression has a value without anything from outside. */
export function isStatic(expression: Expression): boolean {
  let found = expression.kind !== 'hole';
  mapParts(expression, (part) => {
    found &&= isStatic(part);
    return part;
  });
  return found;
}
