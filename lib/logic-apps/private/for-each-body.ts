import type { ArmObject } from '../../azapi/azapi-types';

/** What the definition of a loop over a list is made of. */
export interface ForEachBodyProps {
  readonly items: string;
  readonly actions: ArmObject;
  readonly maxConcurrent: number | undefined;
}

/**
 * The definition of a loop over a list. Pure.
 *
 * @returns `{ type: 'Foreach', foreach, actions, runtimeConfiguration?: { concurrency: { repetitions } } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#foreach-action
 */
export function renderForEach({ items, actions, maxConcurrent }: ForEachBodyProps): ArmObject {
  return {
    type: 'Foreach',
    foreach: items,
    actions,
    ...(maxConcurrent === undefined
      ? {}
      : { runtimeConfiguration: { concurrency: { repetitions: maxConcurrent } } }),
  };
}
