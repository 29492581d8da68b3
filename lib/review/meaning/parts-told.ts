import type { Difference, PlanValue, ResourceChange } from '../model';
import { Sensitive } from '../model';
import { both, differsAt, type Explanation, NOTHING, startsWith } from './explanation';
import { comparedParts } from './named-parts';
import { counted, listed, oneLine, toldPath } from './told';

/** What became of the actions, triggers or activities at a path, by name. */
export function explainParts(
  change: ResourceChange,
  path: readonly string[],
  noun: string,
): Explanation {
  if (!differsAt(change, ...path)) return NOTHING;
  const [before, after] = both(change, ...path);
  if (!isThere(before) || !isThere(after)) return NOTHING;
  const { added, removed, changed, holdsSensitive } = comparedParts(before, after);
  const lines = [
    ...(added.length === 0 ? [] : [`${noun} added: ${listed(added)}`]),
    ...(removed.length === 0 ? [] : [`${noun} removed: ${listed(removed)}`]),
    ...changed.map(([name, keys]) => `${noun} changed: ${name} (${listed(keys)})`),
    ...(holdsSensitive ? sensitiveLines(change.differences, path) : []),
  ];
  return lines.length === 0 ? NOTHING : { lines, covered: [path] };
}

/** The names of what is there, in words. */
export function toldParts(value: PlanValue | undefined, noun: string): readonly string[] {
  if (!isThere(value)) return [];
  const names = comparedParts(undefined, value).added;
  if (names.length === 0) return [];
  return [`${counted(names.length, noun)}: ${listed(names.map((name) => oneLine(name)))}`];
}

function isThere(value: PlanValue | undefined): boolean {
  return typeof value === 'object' && value !== null;
}

function sensitiveLines(
  differences: readonly Difference[],
  path: readonly string[],
): readonly string[] {
  return differences
    .filter(
      (one) =>
        startsWith(one.path, path) &&
        (one.before === Sensitive.VALUE || one.after === Sensitive.VALUE),
    )
    .map((one) => `a sensitive value changes at ${toldPath(one.path)}`);
}
