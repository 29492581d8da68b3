import { ExpressionFault } from './expression-fault';
import type { Primitive } from './syntax';

/** What an expression comes to. */
export type Value = Primitive | readonly Value[] | ValueMap;

/** A map or an object. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** Whether a value is a map or an object. */
export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Text that a value becomes where Terraform wants text. */
export function textOf(value: Value | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  throw new ExpressionFault(`have text where text is needed, not ${nameOf(value)}`);
}

/** A number, also one written as text. */
export function numberOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) {
    const number = Number(value);
    if (value.replaceAll(/\D/g, '').length <= 15 && Number.isFinite(number)) return number;
  }
  throw new ExpressionFault(`have a number where one is needed, not ${nameOf(value)}`);
}

/** A whole number, such as an index. */
export function wholeOf(value: Value | undefined): number {
  const number = numberOf(value);
  if (Number.isInteger(number)) return number;
  throw new ExpressionFault('have a whole number where one is needed');
}

/** A boolean, also one written as text. */
export function booleanOf(value: Value | undefined): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new ExpressionFault(`have true or false where one is needed, not ${nameOf(value)}`);
}

/** A list. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (isList(value)) return value;
  throw new ExpressionFault(`have a list where one is needed, not ${nameOf(value)}`);
}

/** A map or an object. */
export function mapOf(value: Value | undefined): ValueMap {
  if (isMap(value)) return value;
  throw new ExpressionFault(`have a map where one is needed, not ${nameOf(value)}`);
}

/** The keys of a map in Terraform's order, by their UTF-8 bytes. */
export function sortedKeys(map: ValueMap): readonly string[] {
  return Object.keys(map).sort(byBytes);
}

/** Compares text as Terraform sorts it. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** A value of unknown origin, such as an output of a resource; what is absent is `null`. */
export function valueOf(given: unknown): Value {
  return (given ?? null) as Value;
}

/** What an error calls a value, which may be secret. */
export function nameOf(value: Value | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (isList(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}

/** Terraform writes numbers without exponents. */
function numberText(value: number): string {
  const text = String(value);
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const shift = Number(exponent);
  return shift > 0
    ? `${sign}${whole}${fraction.padEnd(shift, '0')}`
    : `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
}
