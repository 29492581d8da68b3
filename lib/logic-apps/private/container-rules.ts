import { type Finding, Is, type Rule, type Shape } from '../../core/validation';
import type { RunAfter } from '../run-after';
import type { WorkflowAction } from '../workflow-action';
import { Typed } from './prop-types';
import { ACTION_SHAPE } from './workflow-operation-rules';

/** Actions beside each other. */
export const ACTIONS = Typed.listOf(
  Is.having('a WorkflowAction', 'name', 'render', 'connections', 'innerActions'),
);

interface Parts {
  readonly parts: readonly (readonly WorkflowAction[])[];
}

export const PARTS_SHAPE: Shape<Parts> = { parts: Typed.listOf(ACTIONS) };

export const PARTS_RULES: readonly Rule<Parts>[] = [
  {
    code: 'RunAfterOutside',
    check: ({ parts }) =>
      parts
        .map((actions) => notBefore(actions, 'name actions before it in the same list of actions'))
        .find((found) => found !== undefined),
  },
];

/** An action in a list that waits for one that does not stand before it there. */
export function notBefore(actions: readonly WorkflowAction[], must: string): Finding | undefined {
  const unknown = actions
    .flatMap(({ runAfter = [] }, index) =>
      runAfter.filter(({ action }) => !actions.slice(0, index).includes(action)),
    )
    .at(0);
  return unknown === undefined
    ? undefined
    : { property: 'runAfter', must, got: unknown.action.name };
}

/** Actions, and those in them, outermost first. */
export function allActions(actions: readonly WorkflowAction[]): readonly WorkflowAction[] {
  return actions.flatMap((action) => [action, ...allActions(action.innerActions.flat())]);
}

/** A loop holds nothing that ends or answers the run: the service refuses that. */
export function loopRule(code: string): Rule<{ readonly actions: readonly WorkflowAction[] }> {
  return {
    code,
    check: ({ actions }) => {
      const found = [...allActions(actions)].reverse().find(({ endsRun }) => endsRun);
      return found === undefined
        ? undefined
        : {
            property: 'actions',
            must: 'hold no action that ends or answers the run: loops cannot',
            got: found.name,
            fix: 'put it after the loop; a RunPipelineAction in a loop cannot wait for completion',
          };
    },
  };
}

export const ACTIONS_SHAPE: Shape<{
  readonly actions: readonly WorkflowAction[];
  readonly runAfter?: readonly RunAfter[];
}> = { ...ACTION_SHAPE, actions: ACTIONS };
