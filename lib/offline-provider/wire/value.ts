import type { WireType } from './wire-type';

/** An object or map on the wire: every attribute is present, null where unset. */
export interface ObjectValue {
  readonly [attribute: string]: Value;
}

/** Anything that Terraform sends or receives; sets are arrays. */
export type Value =
  null | string | number | boolean | Unknown | DynamicValue | readonly Value[] | ObjectValue;

/** A value that only applying will tell; refinements are dropped, which Terraform allows. */
export class Unknown {
  /** @internal */
  public readonly isUnknown = true;
}

/** The one unknown value. */
export const UNKNOWN = new Unknown();

/** A value of an attribute typed `dynamic`, together with the type that it has. */
export class DynamicValue {
  public constructor(
    public readonly type: WireType,
    public readonly value: Value,
  ) {}
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return value instanceof Unknown;
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof DynamicValue)
  );
}

/** Whether a value is known all the way down. */
export function isWhollyKnown(value: Value | undefined): boolean {
  if (isUnknown(value)) return false;
  if (value instanceof DynamicValue) return isWhollyKnown(value.value);
  if (isList(value)) return value.every(isWhollyKnown);
  if (isObject(value)) return Object.values(value).every(isWhollyKnown);
  return true;
}

/** A string attribute, `undefined` where it is null, unknown or of another type. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A string attribute, empty where {@link textOf} finds none. */
export function textOrEmpty(value: Value | undefined): string {
  return textOf(value) ?? '';
}
