import type { ArmObject } from '../../azapi/azapi-types';
import { ActionStatus } from '../action-status';
import type { WorkflowAction } from '../workflow-action';
import type { WorkflowIdentity } from '../workflow-identity';
import { withTriggerOptions } from './trigger-options-body';
import { LogicAppHost, type WorkflowOperations } from './logic-app-host';

/** What the body of a workflow is made of. */
export interface WorkflowBodyProps extends WorkflowOperations {
  /** `Enabled` or `Disabled`, or an expression of it. */
  readonly state: string;
  readonly identity: WorkflowIdentity;
}

const SCHEMA =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/** Stands in the place of an action that is disabled, so that those after it go on. */
const SKIPPED: ArmObject = { type: 'Compose', inputs: 'disabled' };

/**
 * The body of a workflow. Pure.
 *
 * @returns `{ properties: { state, definition, parameters?: { $connections } } }`
 * @see https://learn.microsoft.com/azure/templates/microsoft.logic/2019-05-01/workflows
 */
export function renderWorkflowBody(props: WorkflowBodyProps): ArmObject {
  const host = LogicAppHost.of(props.identity, props);
  const connections = Object.fromEntries(
    [...host.connectionKeys].map(([connection, key]) => [
      key,
      {
        connectionId: connection.connectionId,
        connectionName: connection.connectionName,
        id: connection.managedApiId,
        // Without it the workflow deploys, and then cannot authenticate when it runs.
        connectionProperties: { authentication: host.authentication },
      },
    ]),
  );
  const connected = host.connectionKeys.size > 0;
  return {
    properties: {
      state: props.state,
      definition: {
        $schema: SCHEMA,
        contentVersion: '1.0.0.0',
        ...(connected
          ? { parameters: { $connections: { defaultValue: {}, type: 'Object' } } }
          : {}),
        triggers: Object.fromEntries(
          props.triggers.map((trigger) => [
            trigger.name,
            withTriggerOptions(trigger.render(host), trigger.options),
          ]),
        ),
        actions: Object.fromEntries(
          props.actions.map((action, index) => [
            action.name,
            {
              ...(action.enabled ? action.render(host) : SKIPPED),
              runAfter: runAfter(action, props.actions[index - 1]),
            },
          ]),
        ),
        outputs: {},
      },
      ...(connected ? { parameters: { $connections: { value: connections } } } : {}),
    },
  };
}

function runAfter(action: WorkflowAction, previous: WorkflowAction | undefined): ArmObject {
  if (action.runAfter !== undefined) {
    return Object.fromEntries(
      action.runAfter.map(({ action: awaited, statuses }) => [awaited.name, statuses]),
    );
  }
  return previous === undefined ? {} : { [previous.name]: [ActionStatus.SUCCEEDED] };
}
