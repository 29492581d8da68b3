import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { connectionKey, connectionsOf, isComputed, PARAMETER } from './connection-names';
import { mayUseIdentity } from './connectors';
import { at, objectOf, spelling } from './json';
import type { Operation, ReadWorkflow } from './workflow-reader';

const AUTHENTICATION = 'connectionProperties.authentication';

/** That connections are declared, given and authenticated. */
export function connectionProblems(workflow: ReadWorkflow): readonly Problem[] {
  const used = [...workflow.triggers, ...workflow.actions].flatMap((operation) => {
    const name = at(operation.json, 'inputs.host.connection.name');
    return typeof name === 'string' ? [{ operation, name }] : [];
  });
  return [
    ...declarationProblems(workflow, used.length > 0),
    ...used.flatMap(({ operation, name }) => keyProblems(workflow, operation, name)),
    ...valueProblems(workflow),
  ];
}

function declarationProblems(
  { definition, path }: ReadWorkflow,
  isUsed: boolean,
): readonly Problem[] {
  const declared = objectOf(definition['parameters'])?.[PARAMETER];
  if (declared === undefined && !isUsed) return [];
  const type = at(declared, 'type');
  if (spelling(['Object', 'SecureObject'], type) !== undefined) return [];
  return [
    problem('WorkflowConnectionsUndeclared', {
      property: `${path}parameters.${PARAMETER}`,
      must: 'be declared as { "defaultValue": {}, "type": "Object" } where connections are used',
      got: declared,
    }),
  ];
}

function keyProblems(
  workflow: ReadWorkflow,
  { path }: Operation,
  name: string,
): readonly Problem[] {
  if (isComputed(name)) return [];
  const property = `${path}.inputs.host.connection.name`;
  const key = connectionKey(name);
  const given = connectionsOf(workflow);
  const keys = Object.keys(given ?? {});
  if (key !== undefined && (given === undefined || keys.includes(key))) return [];
  return [
    problem('WorkflowConnectionUnknown', {
      property,
      must: `be @parameters('$connections')['KEY']['connectionId'] with a KEY that has a value: ${choices(keys)}`,
      got: key ?? name,
      ...(key === undefined ? {} : nearestFix(key, keys)),
    }),
  ];
}

function valueProblems(workflow: ReadWorkflow): readonly Problem[] {
  const { path, hasNoIdentity } = workflow;
  const connections = connectionsOf(workflow) ?? {};
  const place = path.replace(/definition\.$/, `parameters.${PARAMETER}.value`);
  return Object.entries(connections).flatMap(([key, connection]) =>
    ['connectionId', 'id', `${AUTHENTICATION}.type`]
      .filter(
        (needed) =>
          !needed.startsWith(AUTHENTICATION) || (!hasNoIdentity && mayUseIdentity(connection)),
      )
      .filter((needed) => at(connection, needed) === undefined)
      .map((needed) =>
        needed.startsWith(AUTHENTICATION)
          ? problem('WorkflowConnectionUnauthenticated', {
              property: `${place}.${key}.${AUTHENTICATION}`,
              must: 'be there: without it the workflow is accepted, and fails when it runs',
              got: undefined,
              fix: 'give { "type": "ManagedServiceIdentity" }, with "identity" for a user-assigned one',
            })
          : problem('WorkflowConnectionUnknown', {
              property: `${place}.${key}.${needed}`,
              must: 'be there',
              got: undefined,
            }),
      ),
  );
}
