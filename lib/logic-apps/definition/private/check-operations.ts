import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { ACTION_TYPES, type OperationType, TRIGGER_TYPES } from './operation-types';
import { at, isTemplateExpression, spelling } from './json';
import type { Operation, ReadWorkflow } from './workflow-reader';

/** How deep actions may stand in each other, and how many there may be. */
const LIMITS = { depth: 8, actions: 500, triggers: 10, name: 80 };

/** Types and the keys that they require, names, limits. */
export function operationProblems(workflow: ReadWorkflow): readonly Problem[] {
  const { triggers, actions } = workflow;
  return [
    ...triggers.flatMap((trigger) => typeProblems(trigger, TRIGGER_TYPES, 'trigger')),
    ...actions.flatMap((action) => typeProblems(action, ACTION_TYPES, 'action')),
    ...actions.flatMap(statusProblems),
    ...nameProblems([triggers, actions]),
    ...limitProblems(workflow),
  ];
}

function typeProblems(
  { path, json }: Operation,
  types: ReadonlyMap<string, OperationType>,
  kind: string,
): readonly Problem[] {
  const type = json['type'];
  const known = types.get(spelling(types.keys(), type) ?? '');
  if (known === undefined) {
    return [
      problem('WorkflowTypeUnknown', {
        property: `${path}.type`,
        must: `be a type of ${kind} of Consumption workflows`,
        got: type,
        ...(typeof type === 'string' ? nearestFix(type, [...types.keys()]) : {}),
      }),
    ];
  }
  return known.needs
    .filter((key) => at(json, key) === undefined)
    .map((key) =>
      problem('WorkflowKeyMissing', {
        property: `${path}.${key}`,
        must: `be there, as every ${kind} of type ${String(type)} requires`,
        got: undefined,
      }),
    );
}

const RUN_STATUSES = ['Cancelled', 'Failed', 'Succeeded'];

function statusProblems({ path, json }: Operation): readonly Problem[] {
  const status = at(json, 'inputs.runStatus');
  if (typeof status !== 'string' || spelling(['Terminate'], json['type']) === undefined) return [];
  if (spelling(RUN_STATUSES, status) !== undefined) return [];
  if (status.startsWith('@') || isTemplateExpression(status)) return [];
  return [
    problem('WorkflowRunStatusUnknown', {
      property: `${path}.inputs.runStatus`,
      must: `be one of ${choices(RUN_STATUSES)}`,
      got: status,
      ...nearestFix(status, RUN_STATUSES),
    }),
  ];
}

/** Names are unique among all triggers, and among all actions, also across those that hold others. */
function nameProblems(kinds: readonly (readonly Operation[])[]): readonly Problem[] {
  return kinds.flatMap((operations) => {
    const first = new Map<string, string>();
    return operations.flatMap(({ name, path }) => {
      const taken = first.get(name.toLowerCase());
      first.set(name.toLowerCase(), taken ?? path);
      const tooLong = name.length > LIMITS.name;
      if (taken === undefined && !tooLong) return [];
      return [
        problem('WorkflowDefinitionNameInvalid', {
          property: path,
          must: tooLong
            ? `have a name of at most ${String(LIMITS.name)} characters`
            : `have a name of its own, which ${taken ?? ''} has`,
          got: name,
        }),
      ];
    });
  });
}

function limitProblems({ triggers, actions, scopes, path }: ReadWorkflow): readonly Problem[] {
  const deepest = scopes.reduce((one, other) => (other.depth > one.depth ? other : one));
  const checks = [
    {
      property: `${path}triggers`,
      what: 'triggers',
      count: triggers.length,
      most: LIMITS.triggers,
    },
    { property: `${path}actions`, what: 'actions', count: actions.length, most: LIMITS.actions },
    {
      property: deepest.path,
      what: 'levels of actions in each other',
      count: deepest.depth,
      most: LIMITS.depth,
    },
  ];
  return checks
    .filter(({ count, most }) => count > most)
    .map(({ property, what, count, most }) =>
      problem('WorkflowLimitExceeded', {
        property,
        must: `hold at most ${String(most)} ${what}`,
        got: count,
      }),
    );
}
