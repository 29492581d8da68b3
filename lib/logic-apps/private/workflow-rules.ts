import { armIdRule } from '../../core/arm-id-rule';
import { type Finding, Is, type Rule, type Shape } from '../../core/validation';
import type { WorkflowAttributes, WorkflowProps } from '../workflow';
import { ACCESS_CONTROL, ACCESS_CONTROL_RULES } from './access-control-rules';
import { ACTIONS, allActions, notBefore } from './container-rules';
import type { WorkflowOperations } from './logic-app-host';
import { PARAMETERS, PARAMETERS_RULES } from './parameter-rules';
import { RESOURCE_GROUP, TAGS, Typed } from './prop-types';
import { resourceNameRule } from './resource-name-rule';

const TRIGGERS = Typed.listOf(Is.having('a WorkflowTrigger', 'name', 'render', 'connections'));
export const WORKFLOW_IDENTITY = Is.having(
  'a WorkflowIdentity',
  'userAssignedIdentity',
  'heldRoles',
);

export const WORKFLOW_SHAPE: Shape<
  WorkflowProps &
    Required<
      Pick<
        WorkflowProps,
        'name' | 'identity' | 'enabled' | 'triggers' | 'actions' | 'accessControl' | 'parameters'
      >
    >
> = {
  resourceGroup: RESOURCE_GROUP,
  name: Typed.text,
  location: Is.optional(Typed.text),
  identity: WORKFLOW_IDENTITY,
  enabled: Typed.boolean,
  tags: Is.optional(TAGS),
  triggers: TRIGGERS,
  actions: ACTIONS,
  accessControl: ACCESS_CONTROL,
  parameters: PARAMETERS,
  diagnosticsWorkspaceId: Is.optional(Typed.text),
  integrationServiceEnvironmentId: Is.optional(Typed.string),
};

export const WORKFLOW_RULES: readonly Rule<WorkflowProps>[] = [
  resourceNameRule('WorkflowNameInvalid', 'name'),
  ...ACCESS_CONTROL_RULES,
  ...PARAMETERS_RULES,
  armIdRule({
    code: 'DiagnosticsWorkspaceIdInvalid',
    property: 'diagnosticsWorkspaceId',
    type: 'Microsoft.OperationalInsights/workspaces',
  }),
  {
    code: 'IntegrationServiceEnvironmentRetired',
    check: ({ integrationServiceEnvironmentId: got }) =>
      got === undefined
        ? undefined
        : {
            property: 'integrationServiceEnvironmentId',
            must: 'not be given: Azure retired integration service environments on 31 August 2024',
            got,
            fix: 'use a workflow of the Consumption plan without it; private networks and keys of your own need the Standard plan, which is not made here',
          },
  },
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
    check: ({ actions }) => tooMany('actions', allActions(actions), MAX_ACTIONS),
  },
  {
    code: 'WorkflowOperationNameTaken',
    check: ({ triggers, actions }) =>
      repeated([...triggers, ...allActions(actions)].map(({ name }) => name)),
  },
  {
    code: 'RunAfterUnknown',
    check: ({ actions }) =>
      notBefore(actions, 'name actions that were added to the workflow before'),
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
