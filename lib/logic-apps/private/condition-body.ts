import type { ArmObject } from '../../azapi/azapi-types';

/** What the definition of a condition is made of. */
export interface ConditionBodyProps {
  readonly condition: string;
  readonly actions: ArmObject;
  readonly otherwise: ArmObject;
}

/**
 * The definition of a condition. Pure.
 *
 * @returns `{ type: 'If', expression: { and: [{ equals: [condition, '@true'] }] }, actions, else: { actions } }`,
 *   in the form that the designer reads
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#if-action
 */
export function renderCondition(props: ConditionBodyProps): ArmObject {
  return {
    type: 'If',
    expression: { and: [{ equals: [props.condition, '@true'] }] },
    actions: props.actions,
    else: { actions: props.otherwise },
  };
}
