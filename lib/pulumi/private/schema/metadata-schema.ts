import { memberOf, PLAIN, type Schema, type Shape, UNKNOWN_SCHEMA } from './schema';

/** What cdktf's bindings say of an attribute that has a value. */
interface AttributeMetadata {
  readonly type: string;
  readonly value: unknown;
  readonly isBlock: boolean;
}

/** Attributes with what the bindings say of them, by name. */
export interface Metadata {
  readonly [name: string]: unknown;
}

/**
 * A schema of what the bindings write of the attributes that have values: a block whose value is one
 * object is one that Terraform allows once, and stands in Pulumi as that object.
 */
export function metadataSchema(metadata: Metadata, isTaken: (name: string) => boolean): Schema {
  return {
    member: (name) => {
      const found = metadata[name];
      return memberOf(name, isMetadata(found) ? shapeOf(found) : undefined, isTaken);
    },
  };
}

function shapeOf({ type, value, isBlock }: AttributeMetadata): Shape {
  switch (type) {
    case 'list':
    case 'set':
      return listShape(value, isBlock);
    case 'struct':
      return { kind: 'object', of: nestedSchema([value]), isList: true };
    default:
      return PLAIN;
  }
}

function listShape(value: unknown, isBlock: boolean): Shape {
  if (isBlock && isObject(value))
    return { kind: 'object', of: nestedSchema([value]), isList: true };
  const items = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const holdsObjects = isBlock || items.some(isObject);
  return holdsObjects ? { kind: 'list', of: nestedSchema(items) } : { kind: 'list' };
}

/** What all items together say: each has metadata of the attributes that it has. */
function nestedSchema(items: readonly unknown[]): Schema {
  const objects = items.filter(isObject);
  if (objects.length === 0) return UNKNOWN_SCHEMA;
  const merged: Metadata = Object.assign({}, ...objects) as Metadata;
  return metadataSchema(merged, (name) => name in merged);
}

function isMetadata(value: unknown): value is AttributeMetadata {
  return isObject(value) && 'isBlock' in value && 'type' in value && 'value' in value;
}

function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
