import { armIdRule } from '../../core/arm-id-rule';
import { type Finding, Is, type Rule, type Shape } from '../../core/validation';
import type { WorkflowAttributes, WorkflowProps } from '../workflow';
import type { WorkflowAction } from '../workflow-action';
import type { WorkflowOperations } from './logic-app-host';
import { RESOURCE_GROUP, TAGS, Typed } from './prop-types';
import { resourceNameRule } from './resource-name-rule';

const TRIGGERS = Typed.listOf(Is.having('a WorkflowTrigger', 'name', 'render', 'connections'));
const ACTIONS = Typed.listOf(Is.having('a WorkflowAction', 'name', 'render', 'connections'));

export const WORKFLOW_IDENTITY = Is.having(
  'a WorkflowIdentity',
  'userAssignedIdentity',
  'heldRoles',
);

export const WORKFLOW_SHAPE: Shape<
  WorkflowProps &
    Required<Pick<WorkflowProps, 'name' | 'identity' | 'enabled' | 'triggers' | 'actions'>>
> = {
  resourceGroup: RESOURCE_GROUP,
  name: Typed.text,
  location: Is.optional(Typed.text),
  identity: WORKFLOW_IDENTITY,
  enabled: Typed.boolean,
  tags: Is.optional(TAGS),
  triggers: TRIGGERS,
  actions: ACTIONS,
};

export const WORKFLOW_RULES: readonly Rule<WorkflowProps>[] = [
  resourceNameRule('WorkflowNameInvalid', 'name'),
];

export const OPERATIONS_SHAPE: Shape<WorkflowOperations> = { triggers: TRIGGERS, actions: ACTIONS };

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#workflow-definition-limits */
const MAX_TRIGGERS = 10;
const MAX_ACTIONS = 500;

export const OPERATIONS_RULES: readonly Rule<WorkflowOperations>[] = [
  {
    code: 'WorkflowTriggersTooMany',
    check: ({ triggers }) => tooMany('triggers', triggers, MAX_TRIGGERS),
  },
  {
    code: 'WorkflowActionsTooMany',
    check: ({ actions }) => tooMany('actions', actions, MAX_ACTIONS),
  },
  {
    code: 'WorkflowOperationNameTaken',
    check: ({ triggers, actions }) => repeated([...triggers, ...actions].map(({ name }) => name)),
  },
  {
    code: 'RunAfterUnknown',
    check: ({ actions }) => notBefore(actions),
  },
];

/** What a workflow must have once it is complete. */
export const COMPLETENESS_RULES: readonly Rule<WorkflowOperations>[] = [
  {
    code: 'WorkflowTriggerMissing',
    check: ({ triggers }) =>
      triggers.length === 0
        ? { property: 'triggers', must: 'have at least one', got: triggers, fix: 'call addTrigger' }
        : undefined,
  },
  {
    code: 'WorkflowActionMissing',
    check: ({ actions }) =>
      actions.length === 0
        ? { property: 'actions', must: 'have at least one', got: actions, fix: 'call addAction' }
        : undefined,
  },
];

export const WORKFLOW_ATTRIBUTES_SHAPE: Shape<WorkflowAttributes> = {
  workflowId: Typed.text,
  principalId: Typed.text,
};

export const WORKFLOW_ATTRIBUTES_RULES: readonly Rule<WorkflowAttributes>[] = [
  armIdRule({
    code: 'WorkflowIdInvalid',
    property: 'workflowId',
    type: 'Microsoft.Logic/workflows',
  }),
];

function tooMany(property: string, list: readonly unknown[], max: number): Finding | undefined {
  return list.length <= max
    ? undefined
    : { property, must: `be at most ${String(max)}`, got: list.length };
}

function repeated(names: readonly string[]): Finding | undefined {
  const seen = new Set<string>();
  const got = names.find((name) => seen.size === seen.add(name.toLowerCase()).size);
  return got === undefined
    ? undefined
    : {
        property: 'name',
        must: 'be unique among the triggers and actions of the workflow, cases ignored',
        got,
      };
}

function notBefore(actions: readonly WorkflowAction[]): Finding | undefined {
  const unknown = actions
    .flatMap(({ runAfter = [] }, index) =>
      runAfter.filter(({ action }) => !actions.slice(0, index).includes(action)),
    )
    .at(0);
  return unknown === undefined
    ? undefined
    : {
        property: 'runAfter',
        must: 'name actions that were added to the workflow before',
        got: unknown.action.name,
      };
}
