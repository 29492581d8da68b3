import { type Difference, DifferenceKind } from '../model';
import { alignedByContent, alignedByName, type ItemPair, nameKeyOf } from './alignment';
import { isSame } from './is-same';
import {
  isMarkedList,
  isMarkedObject,
  type MarkedObject,
  type MarkedValue,
  shownTogether,
} from './marked-value';

type Path = readonly string[];
type Maybe = MarkedValue | undefined;

/**
 * What differs, each value under its path. Absent and null are the same, as they are to Terraform; items of
 * lists of named things stand under their name.
 */
export function differencesBetween(before: Maybe, after: Maybe): readonly Difference[] {
  const found: Difference[] = [];
  collect(before, after, [], found);
  return found;
}

function collect(before: Maybe, after: Maybe, path: Path, found: Difference[]): void {
  if (isSame(before, after)) return;
  if (isMarkedObject(before) && isMarkedObject(after)) {
    collectMembers(before, after, path, found);
  } else if (isMarkedList(before) && isMarkedList(after)) {
    collectItems(before, after, path, found);
  } else {
    found.push(difference(before, after, path));
  }
}

function collectMembers(
  before: MarkedObject,
  after: MarkedObject,
  path: Path,
  found: Difference[],
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    collect(member(before, key), member(after, key), [...path, key], found);
  }
}

function member(object: MarkedObject, key: string): Maybe {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function collectItems(
  before: readonly MarkedValue[],
  after: readonly MarkedValue[],
  path: Path,
  found: Difference[],
): void {
  const key = nameKeyOf(before, after);
  const pairs: readonly ItemPair[] =
    key === undefined ? alignedByContent(before, after) : alignedByName(before, after, key);
  const known = found.length;
  for (const pair of pairs) collect(pair.before, pair.after, [...path, pair.label], found);
  if (found.length === known) found.push(difference(before, after, path));
}

function difference(before: Maybe, after: Maybe, path: Path): Difference {
  const shown = shownTogether(before ?? null, after ?? null);
  return {
    path,
    kind: kindOf(before, after),
    ...(before === undefined ? {} : { before: shown.before }),
    ...(after === undefined ? {} : { after: shown.after }),
  };
}

function kindOf(before: Maybe, after: Maybe): DifferenceKind {
  if (isNothing(before)) return DifferenceKind.ADDED;
  return isNothing(after) ? DifferenceKind.REMOVED : DifferenceKind.CHANGED;
}

function isNothing(value: Maybe): boolean {
  return value === undefined || value === null;
}
