import { decode, encode, ExtData } from '@msgpack/msgpack';
import { AssumptionError } from '../../core/errors';
import { DynamicValue, isList, isObject, isUnknown, UNKNOWN, type Value } from './value';
import { elementType, objectTypes, type WireType } from './wire-type';

/** Unknown is extension type 0 with one zero byte; a refined unknown is type 12. */
const UNKNOWN_EXTENSION = new ExtData(0, new Uint8Array([0]));

/** What msgpack reads and writes. */
type Raw = null | string | number | boolean | Uint8Array | ExtData | readonly Raw[] | RawObject;
interface RawObject {
  readonly [key: string]: Raw;
}

/** A value of a type as Terraform's msgpack. */
export function encodeValue(value: Value, type: WireType): Uint8Array {
  return encode(toRaw(value, type));
}

/** Terraform's msgpack as a value of a type. */
export function decodeValue(bytes: Uint8Array, type: WireType): Value {
  return fromRaw(decode(bytes) as Raw, type);
}

function toRaw(value: Value, type: WireType): Raw {
  if (value === null) return null;
  if (isUnknown(value)) return UNKNOWN_EXTENSION;
  if (value instanceof DynamicValue) {
    return [Buffer.from(JSON.stringify(value.type)), toRaw(value.value, value.type)];
  }
  if (isList(value)) return value.map((item, index) => toRaw(item, itemType(type, index)));
  if (isObject(value)) return objectToRaw(value, type);
  return typeof value === 'number' ? numberToRaw(value) : value;
}

function objectToRaw(value: { readonly [key: string]: Value }, type: WireType): Raw {
  const types = objectTypes(type);
  const keys = types === undefined ? Object.keys(value) : Object.keys(types);
  return Object.fromEntries(
    keys.map((key) => [key, toRaw(value[key] ?? null, memberType(type, key))]),
  );
}

/** Fractions travel as text, since Terraform's numbers are decimal: 0.1 as a float would be another number. */
function numberToRaw(value: number): Raw {
  return Number.isSafeInteger(value) ? value : String(value);
}

function fromRaw(raw: Raw, type: WireType): Value {
  if (raw === null) return null;
  if (raw instanceof ExtData) return UNKNOWN;
  if (type === 'dynamic') return dynamicFromRaw(raw);
  if (type === 'number') return Number(raw);
  if (typeof raw !== 'object') return raw;
  if (raw instanceof Uint8Array) throw new AssumptionError('Terraform sent bytes as a value');
  if (isRawList(raw)) return raw.map((item, index) => fromRaw(item, itemType(type, index)));
  return Object.fromEntries(
    Object.entries(raw).map(([key, member]) => [key, fromRaw(member, memberType(type, key))]),
  );
}

function dynamicFromRaw(raw: Raw): Value {
  if (!isRawList(raw)) throw new AssumptionError('a dynamic value came without its type');
  const [type, value] = raw;
  if (!(type instanceof Uint8Array) || value === undefined) {
    throw new AssumptionError('a dynamic value came without its type');
  }
  const actual = JSON.parse(Buffer.from(type).toString('utf8')) as WireType;
  return new DynamicValue(actual, fromRaw(value, actual));
}

function isRawList(raw: Raw): raw is readonly Raw[] {
  return Array.isArray(raw);
}

/** Type of the item at an index of a list, set or tuple. */
export function itemType(type: WireType, index: number): WireType {
  if (typeof type !== 'string' && type[0] === 'tuple') return type[1][index] ?? 'dynamic';
  return elementType(type) ?? 'dynamic';
}

/** Type of a member of an object or map. */
export function memberType(type: WireType, key: string): WireType {
  return objectTypes(type)?.[key] ?? elementType(type) ?? 'dynamic';
}
