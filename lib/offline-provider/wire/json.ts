import { itemType, memberType } from './codec';
import { DynamicValue, isList, isObject, isUnknown, type ObjectValue, type Value } from './value';
import { elementType, objectTypes, type WireType } from './wire-type';

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Any JSON value. */
export type Json = null | string | number | boolean | readonly Json[] | JsonObject;

export function isJsonObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

export function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

/** A value as plain JSON; what is absent or unknown becomes null. */
export function toJson(value: Value | undefined): Json {
  if (value === undefined || value === null || isUnknown(value)) return null;
  if (value instanceof DynamicValue) return toJson(value.value);
  if (isList(value)) return value.map((item) => toJson(item));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  }
  return value;
}

/** A state as Terraform's state file holds it, where dynamic values carry their type beside them. */
export function fromStateJson(json: Json, type: WireType): Value {
  if (json === null) return null;
  if (type === 'dynamic') return dynamicFromStateJson(json);
  if (type === 'number') return Number(json);
  if (isJsonList(json))
    return json.map((item, index) => fromStateJson(item, itemType(type, index)));
  if (!isJsonObject(json)) return json;
  const keys = Object.keys(objectTypes(type) ?? json);
  return Object.fromEntries(
    keys.map((key) => [key, fromStateJson(json[key] ?? null, memberType(type, key))]),
  );
}

function dynamicFromStateJson(json: Json): Value {
  const holder = isJsonObject(json) ? json : {};
  const type = (holder['type'] ?? 'dynamic') as WireType;
  const value = holder['value'] ?? null;
  return value === null ? null : new DynamicValue(type, fromStateJson(value, type));
}

/** A dynamic value made of JSON; keeps the types of an earlier value of it where they still fit. */
export function dynamicFromJson(json: Json, earlier?: WireType): Value {
  if (json === null) return null;
  const type = earlier !== undefined && fits(json, earlier) ? earlier : impliedType(json);
  return new DynamicValue(type, fromJson(json, type));
}

/** The type that Terraform gives a JSON value: objects and tuples, never maps and lists. */
export function impliedType(json: Json): WireType {
  if (json === null) return 'dynamic';
  if (typeof json === 'boolean') return 'bool';
  if (typeof json === 'string' || typeof json === 'number')
    return typeof json as 'string' | 'number';
  if (isJsonList(json)) return ['tuple', json.map(impliedType)];
  return ['object', Object.fromEntries(Object.entries(json).map(([k, v]) => [k, impliedType(v)]))];
}

function fromJson(json: Json, type: WireType): Value {
  if (json === null) return null;
  if (type === 'dynamic') return dynamicFromJson(json);
  if (isJsonList(json)) return json.map((item, index) => fromJson(item, itemType(type, index)));
  if (!isJsonObject(json)) return json;
  const keys = Object.keys(objectTypes(type) ?? json);
  return Object.fromEntries(
    keys.map((key) => [key, fromJson(json[key] ?? null, memberType(type, key))]),
  );
}

/** Whether a JSON value can be held by a type without loss. */
function fits(json: Json, type: WireType): boolean {
  if (json === null || type === 'dynamic') return true;
  if (typeof type === 'string') return typeof json === (type === 'bool' ? 'boolean' : type);
  if (isJsonList(json)) return fitsList(json, type);
  return isJsonObject(json) && fitsObject(json, type);
}

function fitsList(json: readonly Json[], type: WireType): boolean {
  if (typeof type === 'string' || type[0] === 'map' || type[0] === 'object') return false;
  const isLength = type[0] !== 'tuple' || type[1].length === json.length;
  return isLength && json.every((item, index) => fits(item, itemType(type, index)));
}

function fitsObject(json: JsonObject, type: WireType): boolean {
  const types = objectTypes(type);
  if (types === undefined) {
    const element = elementType(type);
    return element !== undefined && Object.values(json).every((member) => fits(member, element));
  }
  const known = Object.entries(json).every(([key, member]) => {
    const expected = types[key];
    return expected !== undefined && fits(member, expected);
  });
  return known && Object.keys(types).every((key) => key in json);
}

/** The members of an object that are not null, as JSON. */
export function presentMembers(value: ObjectValue): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, toJson(member)] as const)
      .filter(([, member]) => member !== null),
  );
}

/** A JSON value as text: a text as it is, everything else as JSON. */
export function jsonText(json: Json | undefined): string {
  return typeof json === 'string' ? json : JSON.stringify(json ?? null);
}

/** The members of an object as texts, such as tags. */
export function textMembers(json: JsonObject): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, jsonText(value)]));
}
