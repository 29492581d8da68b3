import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { parseText, partsOf } from './expression-parser';
import { at, objectOf } from './json';
import type { Operation, ReadWorkflow } from './workflow-reader';

const PARAMETER = '$connections';
const AUTHENTICATION = 'connectionProperties.authentication';

/** That connections are declared, given and authenticated, and that connectors are asked rightly. */
export function connectionProblems(workflow: ReadWorkflow): readonly Problem[] {
  const used = [...workflow.triggers, ...workflow.actions].flatMap((operation) => {
    const name = at(operation.json, 'inputs.host.connection.name');
    return typeof name === 'string' ? [{ operation, key: connectionKey(name), name }] : [];
  });
  return [
    ...declarationProblems(workflow, used.length > 0),
    ...used.flatMap(({ operation, key, name }) => keyProblems(workflow, operation, key, name)),
    ...valueProblems(workflow),
    ...workflow.triggers.flatMap(blobTriggerProblems),
  ];
}

/** `azureblob` of `@parameters('$connections')['azureblob']['connectionId']`. */
function connectionKey(name: string): string | undefined {
  const parts = parseText(name).expressions.flatMap((expression) => [...partsOf(expression)]);
  const found = parts.find(
    (part) =>
      part.kind === 'member' &&
      part.of.kind === 'call' &&
      part.of.name.toLowerCase() === 'parameters',
  );
  return found?.kind === 'member' && found.key.kind === 'value'
    ? String(found.key.value)
    : undefined;
}

function declarationProblems(
  { definition, path }: ReadWorkflow,
  isUsed: boolean,
): readonly Problem[] {
  const declared = objectOf(definition['parameters'])?.[PARAMETER];
  if (declared === undefined && !isUsed) return [];
  const type = at(declared, 'type');
  if (typeof type === 'string' && type.toLowerCase() === 'object') return [];
  return [
    problem('WorkflowConnectionsUndeclared', {
      property: `${path}parameters.${PARAMETER}`,
      must: 'be declared as { "defaultValue": {}, "type": "Object" } where connections are used',
      got: declared,
    }),
  ];
}

function keyProblems(
  { values }: ReadWorkflow,
  { path }: Operation,
  key: string | undefined,
  name: string,
): readonly Problem[] {
  const property = `${path}.inputs.host.connection.name`;
  const keys = Object.keys(objectOf(at(objectOf(values?.[PARAMETER]), 'value')) ?? {});
  if (key !== undefined && (values === undefined || keys.includes(key))) return [];
  return [
    problem('WorkflowConnectionUnknown', {
      property,
      must: `be @parameters('$connections')['KEY']['connectionId'] with a KEY that has a value: ${choices(keys)}`,
      got: key ?? name,
      ...(key === undefined ? {} : nearestFix(key, keys)),
    }),
  ];
}

function valueProblems({ values, path }: ReadWorkflow): readonly Problem[] {
  const connections = objectOf(at(objectOf(values?.[PARAMETER]), 'value')) ?? {};
  const place = path.replace(/definition\.$/, `parameters.${PARAMETER}.value`);
  return Object.entries(connections).flatMap(([key, connection]) =>
    ['connectionId', 'id', `${AUTHENTICATION}.type`]
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

const BATCH = /\/triggers\/batch\//i;
const UPDATED_FILE = /\/triggers\/batch\/onupdatedfile/i;

/** The blob trigger: its path, what it watches, and one run for each blob. */
function blobTriggerProblems({ path, json }: Operation): readonly Problem[] {
  const url = at(json, 'inputs.path');
  if (typeof url !== 'string' || !BATCH.test(url)) return [];
  return [
    ...(UPDATED_FILE.test(url) ? [...pathProblems(path, url), ...folderProblems(path, json)] : []),
    ...(json['splitOn'] === undefined
      ? [
          problem('WorkflowSplitOnMissing', {
            property: `${path}.splitOn`,
            must: 'be there: without it one run gets a list of blobs, and triggerBody() is no blob',
            got: undefined,
            fix: 'give "@triggerBody()"',
          }),
        ]
      : []),
  ];
}

function pathProblems(path: string, url: string): readonly Problem[] {
  const isV2 = /^\/v2\//i.test(url);
  const isDefault = /\/datasets\/default\//i.test(url);
  if (isV2 && !isDefault) return [];
  return [
    problem('WorkflowBlobPathOutdated', {
      property: `${path}.inputs.path`,
      must: isV2
        ? 'name a storage account after /v2/datasets/, which "default" of the first version is not'
        : 'be that of the second version, /v2/datasets/ACCOUNT/triggers/batch/onupdatedfile',
      got: url,
      fix: "use /v2/datasets/@{encodeURIComponent(encodeURIComponent('ACCOUNT'))}/triggers/batch/onupdatedfile",
    }),
  ];
}

function folderProblems(path: string, json: Operation['json']): readonly Problem[] {
  const folder = at(json, 'inputs.queries.folderId');
  if (typeof folder !== 'string' || folder.includes('@') || folder.includes('${')) return [];
  const isEncoded = Buffer.from(folder, 'base64').toString('latin1').startsWith('%2f');
  return isEncoded
    ? []
    : [
        problem('WorkflowFolderIdBare', {
          property: `${path}.inputs.queries.folderId`,
          must: 'be the Base64 of the path from the account, slashes written as %2f',
          got: folder,
          fix: `use ${encodedFolder(folder)}`,
        }),
      ];
}

function encodedFolder(folder: string): string {
  const path = `/${folder.replace(/^\/|\/$/g, '')}`.replaceAll('/', '%2f');
  return Buffer.from(path).toString('base64');
}
