import { findCycle } from '../../core/dependency-graph';
import type { Problem } from '../../core/errors';
import { nearest } from '../../core/nearest';
import { problem } from '../../core/validation';

/** An activity and the names of those it waits for. */
export interface GraphNode {
  readonly name: string;
  readonly waitsFor: readonly string[];
}

/** What is wrong with the order of activities. Pure. */
export function graphProblems(nodes: readonly GraphNode[]): readonly Problem[] {
  const unknown = unknownProblems(nodes);
  return unknown.length > 0 ? unknown : cycleProblems(nodes);
}

function unknownProblems(nodes: readonly GraphNode[]): readonly Problem[] {
  const names = nodes.map(({ name }) => name);
  return nodes.flatMap(({ name, waitsFor }) =>
    waitsFor
      .filter((other) => !names.includes(other))
      .map((other) => {
        const similar = nearest(other, names);
        return problem('ActivityDependencyUnknown', {
          property: `dependsOn of activity "${name}"`,
          must: 'name an activity of the same pipeline',
          got: other,
          fix:
            similar === undefined
              ? 'add that activity to the pipeline'
              : `did you mean "${similar}"?`,
        });
      }),
  );
}

function cycleProblems(nodes: readonly GraphNode[]): readonly Problem[] {
  const cycle = findCycle(new Map(nodes.map(({ name, waitsFor }) => [name, waitsFor])));
  return cycle === undefined
    ? []
    : [
        problem('ActivityDependencyCycle', {
          property: 'activities',
          must: 'not wait for themselves',
          got: cycle.join(' -> '),
          fix: `remove one of: ${stepsOf(cycle).join(', ')}`,
        }),
      ];
}

function stepsOf(cycle: readonly string[]): readonly string[] {
  const names = cycle.map((name) => `"${name}"`);
  return names.slice(1).map((name, index) => [names[index], name].join(' waits for '));
}
