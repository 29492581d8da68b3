import type { ArmObject } from '../../azapi/azapi-types';
import type { WorkflowAccessControl } from '../access-control';
import type { WorkflowParameters } from '../workflow-parameter';
import type { WorkflowIdentity } from '../workflow-identity';
import { renderAccessControl } from './access-control-body';
import { declarationsOf, valuesOf } from './parameters-body';
import { renderActions } from './render-actions';
import { withTriggerOptions } from './trigger-options-body';
import { LogicAppHost, type WorkflowOperations } from './logic-app-host';

/** What the body of a workflow is made of. */
export interface WorkflowBodyProps extends WorkflowOperations {
  /** `Enabled` or `Disabled`, or an expression of it. */
  readonly state: string;
  readonly identity: WorkflowIdentity;
  readonly accessControl: WorkflowAccessControl;
  readonly parameters: WorkflowParameters;
}

const SCHEMA =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/**
 * The body of a workflow. Pure.
 *
 * @returns `{ properties: { state, accessControl?, definition, parameters? } }`; values of secret parameters are
 *   not in it
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
  const accessControl = renderAccessControl(props.accessControl);
  const declarations = {
    ...(connected ? { $connections: { defaultValue: {}, type: 'Object' } } : {}),
    ...declarationsOf(props.parameters),
  };
  const values = {
    ...(connected ? { $connections: { value: connections } } : {}),
    ...valuesOf(props.parameters),
  };
  return {
    properties: {
      state: props.state,
      ...(accessControl === undefined ? {} : { accessControl }),
      definition: {
        $schema: SCHEMA,
        contentVersion: '1.0.0.0',
        ...(Object.keys(declarations).length === 0 ? {} : { parameters: declarations }),
        triggers: Object.fromEntries(
          props.triggers.map((trigger) => [
            trigger.name,
            withTriggerOptions(trigger.render(host), trigger.options),
          ]),
        ),
        actions: renderActions(props.actions, host),
        outputs: {},
      },
      ...(Object.keys(values).length === 0 ? {} : { parameters: values }),
    },
  };
}
