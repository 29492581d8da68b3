import type { WorkflowTrigger } from '../workflow-trigger';

/**
 * Where in the body a limit of runs would be, for triggers without one: once it was there, it cannot be taken
 * away from a workflow, so that the workflow is replaced when something vanishes there. A limit that is added or
 * changed is not looked for, and so is an update.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#change-trigger-concurrency
 */
export function concurrencyPaths(triggers: readonly WorkflowTrigger[]): string[] {
  return triggers
    .filter(({ options }) => options.maxConcurrentRuns === undefined)
    .map(({ name }) => `properties.definition.triggers."${name}".runtimeConfiguration.concurrency`);
}
