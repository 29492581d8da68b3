import { findCycle } from '../../../core/dependency-graph';
import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { ActionStatus } from '../../action-status';
import { objectOf, spelling } from './json';
import type { Operation, ReadWorkflow, Scope } from './workflow-reader';

const STATES: readonly string[] = Object.values(ActionStatus);

/** What actions wait for: actions beside them, in states that there are, and not in a circle. */
export function orderProblems({ scopes }: ReadWorkflow): readonly Problem[] {
  return scopes.flatMap((scope) => [
    ...scope.actions.flatMap((action) => runAfterProblems(action, scope)),
    ...cycleProblems(scope),
  ]);
}

function runAfterProblems({ name, path, json }: Operation, scope: Scope): readonly Problem[] {
  const others = scope.actions.map((other) => other.name).filter((other) => other !== name);
  return Object.entries(objectOf(json['runAfter']) ?? {}).flatMap(([awaited, states]) => {
    const property = `${path}.runAfter.${awaited}`;
    if (awaited !== name && !others.includes(awaited)) {
      return [
        problem('WorkflowRunAfterUnknown', {
          property,
          must: `be an action beside it: ${choices(others)}`,
          got: awaited,
          ...nearestFix(awaited, others),
        }),
      ];
    }
    return stateProblems(property, states);
  });
}

function stateProblems(property: string, states: unknown): readonly Problem[] {
  const given: readonly unknown[] = Array.isArray(states) ? states : [];
  const must = `hold states: ${choices(STATES)}`;
  if (given.length === 0) {
    return [problem('WorkflowRunAfterStateUnknown', { property, must, got: states })];
  }
  return given
    .filter((state) => spelling(STATES, state) === undefined)
    .map((state) =>
      problem('WorkflowRunAfterStateUnknown', {
        property,
        must,
        got: state,
        ...nearestFix(String(state), STATES),
      }),
    );
}

function cycleProblems({ path, actions }: Scope): readonly Problem[] {
  const cycle = findCycle(
    new Map(actions.map(({ name, json }) => [name, Object.keys(objectOf(json['runAfter']) ?? {})])),
  );
  return cycle === undefined
    ? []
    : [
        problem('WorkflowRunAfterCycle', {
          property: path,
          must: 'not wait for each other in a circle',
          got: cycle.join(' waits for '),
        }),
      ];
}
