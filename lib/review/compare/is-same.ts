import { ExactNumber } from '../model';
import {
  Hidden,
  isMarkedList,
  isMarkedObject,
  type MarkedObject,
  type MarkedValue,
} from './marked-value';

type Maybe = MarkedValue | undefined;

/** Whether two values are the same; absent and null members are. What is unknown is the same as itself only. */
export function isSame(before: Maybe, after: Maybe): boolean {
  if (before === after) return true;
  if (before instanceof Hidden) return isSameSecret(before, after);
  if (before instanceof ExactNumber) return isSameNumber(before, after);
  if (isMarkedList(before)) return isSameList(before, after);
  if (isMarkedObject(before)) return isMarkedObject(after) && isSameObject(before, after);
  return (before ?? null) === (after ?? null);
}

function isSameSecret({ fingerprint }: Hidden, after: Maybe): boolean {
  return after instanceof Hidden && fingerprint === after.fingerprint;
}

function isSameNumber({ digits }: ExactNumber, after: Maybe): boolean {
  return after instanceof ExactNumber && digits === after.digits;
}

function isSameList(before: readonly MarkedValue[], after: Maybe): boolean {
  return (
    isMarkedList(after) &&
    before.length === after.length &&
    before.every((item, index) => isSame(item, after[index]))
  );
}

function isSameObject(before: MarkedObject, after: MarkedObject): boolean {
  return (
    Object.keys(before).every((key) => isSame(before[key], own(after, key))) &&
    Object.keys(after).every((key) => Object.hasOwn(before, key) || after[key] === null)
  );
}

function own(object: Readonly<Record<string, MarkedValue>>, key: string): Maybe {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
