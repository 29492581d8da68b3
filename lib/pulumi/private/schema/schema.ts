import { camelCase } from '../names/camel-case';
import { plural } from '../names/plural';

/** What an attribute is, as far as names depend on it. */
export type Shape =
  | { readonly kind: 'plain' }
  | { readonly kind: 'list'; readonly of?: Schema }
  | { readonly kind: 'object'; readonly of: Schema; readonly isList: boolean };

/** An attribute or block with its name in Pulumi. */
export interface Member {
  readonly property: string;
  readonly shape: Shape;
  /** Whether anything says what it is. */
  readonly isKnown: boolean;
}

/** The attributes and blocks of a resource, or of a block. */
export interface Schema {
  /** The attribute of a name; one that nothing is known of is taken for a plain one. */
  member(name: string): Member;
}

/** A value without attributes of the provider: text, numbers, booleans, maps, any JSON. */
export const PLAIN: Shape = { kind: 'plain' };

/** Lists that hold more than one item have plural names, unless that is the name of another attribute. */
export function memberOf(
  name: string,
  shape: Shape | undefined,
  isTaken: (name: string) => boolean,
): Member {
  if (shape === undefined) return { property: camelCase(name), shape: PLAIN, isKnown: false };
  if (shape.kind !== 'list') return { property: camelCase(name), shape, isKnown: true };
  const candidate = plural(name);
  const chosen = candidate !== name && isTaken(candidate) ? name : candidate;
  return { property: camelCase(chosen), shape, isKnown: true };
}

/** A schema of nothing. */
export const UNKNOWN_SCHEMA: Schema = {
  member: (name) => memberOf(name, undefined, () => false),
};

/** What the first of two schemas knows, else what the second does. */
export function eitherSchema(first: Schema, second: Schema): Schema {
  return {
    member: (name) => {
      const found = first.member(name);
      return found.isKnown ? found : second.member(name);
    },
  };
}
