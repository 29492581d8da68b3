import { UnscopedValidationError } from '../../core/errors';
import { findCycle } from '../../core/dependency-graph';
import { problem } from '../../core/validation';
import type { RemoteState } from './remote-states';
import type { SynthesizedStack } from './synthesized-stacks';

/** A stack with what is known of its neighbours. */
export interface OrderedStack extends SynthesizedStack {
  /** Names of the stacks that come before it: cdktf's dependencies, and those whose state it reads. */
  readonly after: readonly string[];
  readonly states: readonly RemoteState[];
}

/**
 * Groups of stacks that depend on each other, each in the order in which they are applied.
 *
 * Stacks of different groups do not see each other's resources: two environments may give the same names.
 *
 * @param chosen those that are wanted; what they depend on comes with them
 * @throws UnscopedValidationError RehearsalOrderCyclic
 */
export function stackGroups(
  stacks: readonly SynthesizedStack[],
  chosen: readonly SynthesizedStack[],
  states: ReadonlyMap<string, readonly RemoteState[]>,
): readonly (readonly OrderedStack[])[] {
  const ordered = stacks.map((stack) => withNeighbours(stack, stacks, states));
  const byName = new Map(ordered.map((stack) => [stack.name, stack]));
  checkOrder(ordered);
  let groups: readonly (readonly OrderedStack[])[] = [];
  for (const { name } of chosen) {
    const needed = withDependencies(name, byName);
    const isJoined = (group: readonly OrderedStack[]) => group.some((stack) => needed.has(stack));
    const joined = [...new Set([...groups.filter(isJoined).flat(), ...needed])];
    groups = [...groups.filter((group) => !isJoined(group)), joined];
  }
  return groups;
}

function withNeighbours(
  stack: SynthesizedStack,
  stacks: readonly SynthesizedStack[],
  allStates: ReadonlyMap<string, readonly RemoteState[]>,
): OrderedStack {
  const states = allStates.get(stack.name) ?? [];
  const read = states.flatMap(({ source }) =>
    source !== undefined && 'stack' in source ? [source.stack] : [],
  );
  const known = new Set(stacks.map(({ name }) => name));
  const after = [...new Set([...stack.dependencies, ...read])].filter((name) => known.has(name));
  return { ...stack, after, states };
}

/** A stack behind everything that it depends on. */
function withDependencies(
  name: string,
  stacks: ReadonlyMap<string, OrderedStack>,
  found = new Set<OrderedStack>(),
): ReadonlySet<OrderedStack> {
  const stack = stacks.get(name);
  if (stack === undefined || found.has(stack)) return found;
  for (const dependency of stack.after) withDependencies(dependency, stacks, found);
  return found.add(stack);
}

function checkOrder(stacks: readonly OrderedStack[]): void {
  const cycle = findCycle(new Map(stacks.map(({ name, after }) => [name, after])));
  if (cycle === undefined) return;
  throw new UnscopedValidationError([
    problem('RehearsalOrderCyclic', {
      property: 'stacks',
      must: 'not wait for each other',
      got: cycle.join(' after '),
    }),
  ]);
}
