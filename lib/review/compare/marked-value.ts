import { type ExactNumber, type PlanValue, Sensitive, Unknown } from '../model';
import { turnedItems, turnedMembers } from './shared-copies';

/** A sensitive value before it is given out: it can be compared, and is never shown. */
export class Hidden {
  public constructor(
    /** The same text for the same value. */
    public readonly fingerprint: string,
  ) {}
}

/** An object of marked values. */
export interface MarkedObject {
  readonly [key: string]: MarkedValue;
}

/** A value of a plan, with what is unknown and what is sensitive put into it. */
export type MarkedValue =
  | string
  | number
  | boolean
  | null
  | ExactNumber
  | Unknown
  | Hidden
  | readonly MarkedValue[]
  | MarkedObject;

/** The value as everybody may see it; the same one where nothing in it is hidden. */
export function published(value: MarkedValue): PlanValue {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Hidden) return Sensitive.VALUE;
  if (isMarkedList(value)) return turnedItems(value, published);
  if (!isMarkedObject(value)) return value;
  return turnedMembers(value, published);
}

/**
 * Two values of one place as everybody may see them: where one of them is hidden, so is the other, which may be the
 * same.
 */
export function shownTogether(
  before: MarkedValue,
  after: MarkedValue,
): { readonly before: PlanValue; readonly after: PlanValue } {
  const isEither = before instanceof Hidden || after instanceof Hidden;
  const shown = (value: MarkedValue) =>
    isEither && value !== null && !isUnknown(value) ? Sensitive.VALUE : published(value);
  return { before: shown(before), after: shown(after) };
}

function isUnknown(value: MarkedValue): boolean {
  return value === Unknown.VALUE;
}

/** Whether it is a list. */
export function isMarkedList(value: MarkedValue | undefined): value is readonly MarkedValue[] {
  return Array.isArray(value);
}

/** Whether it is an object with members, and no mark. */
export function isMarkedObject(value: MarkedValue | undefined): value is MarkedObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
