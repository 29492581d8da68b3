import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { connectionKey, connectionsOf } from './connection-names';
import { isBlobConnection } from './connectors';
import { parseText } from './expression-parser';
import { at, isTemplateExpression } from './json';
import type { Operation, ReadWorkflow } from './workflow-reader';

/** That blob triggers have the path of their connector, what they watch, and one run for each blob. */
export function blobTriggerProblems(workflow: ReadWorkflow): readonly Problem[] {
  return workflow.triggers.flatMap((trigger) => triggerProblems(workflow, trigger));
}

const BATCH = /\/triggers\/batch\//i;
const UPDATED_FILE = /\/triggers\/batch\/onupdatedfile/i;

function triggerProblems(workflow: ReadWorkflow, trigger: Operation): readonly Problem[] {
  const { path, json } = trigger;
  const url = at(json, 'inputs.path');
  if (typeof url !== 'string' || !BATCH.test(url)) return [];
  const key = connectionKey(at(json, 'inputs.host.connection.name'));
  if (!isBlobConnection(key, connectionsOf(workflow)?.[key ?? ''])) return [];
  return [
    ...(UPDATED_FILE.test(url) ? watchProblems(workflow, trigger, url) : []),
    ...(json['splitOn'] === undefined && !workflow.actions.some(takesList)
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

/** Without an identity a connection has a key, which the first version of the connector takes as well. */
function watchProblems(
  { hasNoIdentity }: ReadWorkflow,
  { path, json }: Operation,
  url: string,
): readonly Problem[] {
  const isFirstVersion = !/^\/v2\//i.test(url);
  return [
    ...(hasNoIdentity && isFirstVersion ? [] : pathProblems(path, url)),
    ...folderProblems(path, json),
  ];
}

/** Whether an action is a loop over all blobs that the trigger found. */
function takesList({ json: { foreach } }: Operation): boolean {
  const expressions = typeof foreach === 'string' ? parseText(foreach).expressions : [];
  return expressions.some(
    (expression) => expression.kind === 'call' && /^triggerBody$/i.test(expression.name),
  );
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
  if (isTemplateExpression(folder)) return [];
  const isEncoded = Buffer.from(folder, 'base64')
    .toString('latin1')
    .toLowerCase()
    .startsWith('%2f');
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
