import type { ArmObject } from '../../azapi/azapi-types';
import { UnscopedValidationError, ValidationError } from '../../core/errors';
import { ActionStatus } from '../action-status';
import type { WorkflowAction } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Stands in the place of an action that is disabled, so that those after it go on. */
const SKIPPED: ArmObject = { type: 'Compose', inputs: 'disabled' };

/**
 * Actions beside each other, by name, each with what it waits for. Pure.
 *
 * @returns `{ [name]: { type, …, runAfter } }`
 * @throws UnscopedValidationError what an action finds, with its name before the property
 */
export function renderActions(actions: readonly WorkflowAction[], host: IWorkflowHost): ArmObject {
  return Object.fromEntries(
    actions.map((action, index) => [
      action.name,
      {
        ...(action.enabled ? rendered(action, host) : SKIPPED),
        runAfter: runAfter(action, actions[index - 1]),
      },
    ]),
  );
}

function rendered(action: WorkflowAction, host: IWorkflowHost): ArmObject {
  try {
    return action.render(host);
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    const [first, ...rest] = error.problems.map((found) => ({
      ...found,
      property: `${action.name}.${found.property}`,
    }));
    throw first === undefined ? error : new UnscopedValidationError([first, ...rest]);
  }
}

function runAfter(action: WorkflowAction, previous: WorkflowAction | undefined): ArmObject {
  if (action.runAfter !== undefined) {
    return Object.fromEntries(
      action.runAfter.map(({ action: awaited, statuses }) => [awaited.name, statuses]),
    );
  }
  return previous === undefined ? {} : { [previous.name]: [ActionStatus.SUCCEEDED] };
}
