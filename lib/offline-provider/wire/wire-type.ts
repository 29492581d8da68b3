/** Attribute types, keyed by attribute name. */
export interface AttributeTypes {
  readonly [attribute: string]: WireType;
}

/** A type as Terraform writes it in schemas and in dynamic values: the JSON form of a cty type. */
export type WireType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', WireType]
  | readonly ['object', AttributeTypes]
  | readonly ['object', AttributeTypes, readonly string[]]
  | readonly ['tuple', readonly WireType[]];

/** Attribute types of an object type, `undefined` for every other type. */
export function objectTypes(type: WireType): AttributeTypes | undefined {
  return typeof type !== 'string' && type[0] === 'object' ? type[1] : undefined;
}

/** Element type of a list, set or map, `undefined` for every other type. */
export function elementType(type: WireType): WireType | undefined {
  if (typeof type === 'string') return undefined;
  const [kind] = type;
  return kind === 'list' || kind === 'set' || kind === 'map' ? type[1] : undefined;
}

/** Whether a type is a set, whose items have no order. */
export function isSetType(type: WireType): boolean {
  return typeof type !== 'string' && type[0] === 'set';
}
