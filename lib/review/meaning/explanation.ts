import { at } from '../../policy/plan-state';
import type { PlanValue, ResourceChange } from '../model';
import type { Danger } from './danger';
import type { StackContext } from './stack-context';

/** What a change means. */
export interface Explanation {
  /** In words, what matters most first. */
  readonly lines: readonly string[];
  /** Paths whose differences the lines tell; what is below them is told as well. */
  readonly covered: readonly (readonly string[])[];
  /** How much care it asks for, beyond what the action alone does. */
  readonly danger?: Danger;
  /** Whether it goes with something else, where that is not as with others of its kind. */
  readonly isMinor?: boolean;
}

/** Tells what a change of one kind of resource means. */
export type Explainer = (change: ResourceChange, context: StackContext) => Explanation;

/** An explanation of which only the words take time: they are found when they are asked for. */
export function inWords(find: () => readonly string[]): Explanation {
  let lines: readonly string[] | undefined;
  return {
    covered: [],
    get lines() {
      return (lines ??= find());
    },
  };
}

/** Nothing to say beyond the differences. */
export const NOTHING: Explanation = { lines: [], covered: [] };

/** Several explanations as one. */
export function joined(...parts: readonly Explanation[]): Explanation {
  const dangers = parts.flatMap(({ danger }) => danger ?? []);
  const danger = dangers[0];
  return {
    lines: parts.flatMap(({ lines }) => lines),
    covered: parts.flatMap(({ covered }) => covered),
    ...(danger === undefined ? {} : { danger }),
  };
}

/** The value at a path before and after. */
export function both(
  { before, after }: ResourceChange,
  ...path: readonly string[]
): readonly [PlanValue | undefined, PlanValue | undefined] {
  return [at(before, ...path), at(after, ...path)];
}

/** Whether something differs at or below a path. */
export function differsAt({ differences }: ResourceChange, ...path: readonly string[]): boolean {
  return differences.some((one) => startsWith(one.path, path) || startsWith(path, one.path));
}

/** Whether a path is at or below another. The only block of a list is 0 in one and may be left out in another. */
export function startsWith(path: readonly string[], start: readonly string[]): boolean {
  let index = 0;
  for (const key of start) {
    if (path[index] === '0' && key !== '0') index += 1;
    if (path[index] !== key) return false;
    index += 1;
  }
  return true;
}
