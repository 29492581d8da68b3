import type { ArmObject } from '../../azapi/azapi-types';

/** What the definition of a loop until something is true is made of. */
export interface UntilBodyProps {
  readonly condition: string;
  readonly actions: ArmObject;
  readonly maxIterations: number;
  /** ISO 8601. */
  readonly timeout: string;
}

/**
 * The definition of a loop until something is true. Pure.
 *
 * @returns `{ type: 'Until', expression, limit: { count, timeout }, actions }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#until-action
 */
export function renderUntil(props: UntilBodyProps): ArmObject {
  return {
    type: 'Until',
    expression: props.condition,
    limit: { count: props.maxIterations, timeout: props.timeout },
    actions: props.actions,
  };
}
