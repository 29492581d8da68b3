import { type TopologyEdgeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, membersOf } from '../read/json';

/** Data that text is about: its node, and where in it. */
interface DataTarget {
  readonly node: DrawnNode;
  readonly path: string;
}

/** What text of a request or definition may say about data. */
interface DataText {
  readonly text: string;
  /** ARM id of the workspace in which names hold. */
  readonly workspaceId: string | undefined;
}

const DATASTORES = [
  'azurerm_machine_learning_datastore_blobstorage',
  'azurerm_machine_learning_datastore_datalake_gen2',
  'azurerm_machine_learning_datastore_fileshare',
  'microsoft.machinelearningservices/workspaces/datastores',
];
const TYPE_KEYS = ['JobInputType', 'JobOutputType', 'jobInputType', 'jobOutputType'];
const URI_KEYS = ['uri', 'Uri', 'value', 'path'];

/** Adds an edge to the data of each input or output that names some. */
export function addDataEdges(
  drawing: Drawing,
  resource: DeclaredResource,
  from: DrawnNode,
  kind: TopologyEdgeKind,
  given: unknown,
  workspaceId: string | undefined,
): void {
  for (const [, value] of membersOf(given)) {
    const uri = URI_KEYS.map((key) => at(value, key)).find((found) => typeof found === 'string');
    const text = drawing.resolver.text(resource, uri);
    const targets =
      text === undefined && isUnknownUri(value)
        ? referredDatastores(drawing, resource)
        : [text === undefined ? undefined : dataTarget(drawing, { text, workspaceId })];
    for (const target of targets) {
      if (target !== undefined) drawing.edge(from, target.node, kind, target.path);
    }
  }
}

/** An input or output of files whose place only an apply will tell. */
function isUnknownUri(value: unknown): boolean {
  const type = TYPE_KEYS.map((key) => at(value, key)).find((found) => typeof found === 'string');
  return typeof type === 'string' && /^uri|^mltable/i.test(type);
}

function referredDatastores(drawing: Drawing, resource: DeclaredResource): readonly DataTarget[] {
  return drawing.resolver
    .referredBy(resource, DATASTORES)
    .map((datastore) => ({ node: drawing.nodeOfId(drawing.resolver.idOf(datastore)), path: '' }));
}

/** The data that a URI is about. */
export function dataTarget(drawing: Drawing, data: DataText): DataTarget | undefined {
  return inDatastore(drawing, data) ?? inStorage(drawing, data.text) ?? asset(drawing, data);
}

function inDatastore(drawing: Drawing, { text, workspaceId }: DataText): DataTarget | undefined {
  const match = /^azureml:(\/\/)?(.*?)\/?datastores\/([^/]+)(?:\/paths\/?(.*))?$/i.exec(text);
  if (match === null) return undefined;
  const [, , prefix = '', name = '', path = ''] = match;
  const workspace = /\/workspaces\/[^/]+$/i.test(prefix) ? absolute(prefix) : workspaceId;
  if (workspace === undefined) return undefined;
  return { node: drawing.nodeOfId(`${workspace}/datastores/${name}`), path: printable(path) };
}

function inStorage(drawing: Drawing, text: string): DataTarget | undefined {
  const web = /^https:\/\/([^./]+)\.(?:blob|dfs|file)\.[^/]+\/([^/?]+)\/?([^?]*)/.exec(text);
  const driver = /^(?:abfss?|wasbs?):\/\/([^@/]+)@([^./]+)\.[^/]+\/?(.*)$/.exec(text);
  const [account, container, path] = web?.slice(1) ?? [driver?.[2], driver?.[1], driver?.[3]];
  if (account === undefined || container === undefined) return undefined;
  return { node: containerNode(drawing, account, container), path: printable(path ?? '') };
}

function asset(drawing: Drawing, { text, workspaceId }: DataText): DataTarget | undefined {
  const byId = /^(?:azureml:)?(\/.*\/workspaces\/[^/]+\/data\/[^/]+)(?:\/versions\/[^/]+)?$/i.exec(
    text,
  );
  const id = byId?.[1];
  if (id !== undefined) return { node: drawing.nodeOfId(id), path: '' };
  const name = /^azureml:([\w.-]+)[:@][\w.-]+$/.exec(text)?.[1];
  if (name === undefined || workspaceId === undefined) return undefined;
  return { node: drawing.nodeOfId(`${workspaceId}/data/${name}`), path: '' };
}

/** The node of a container by the names of its account and of itself. */
export function containerNode(drawing: Drawing, account: string, container: string): DrawnNode {
  const accountId = drawing.resolver.accountId(account);
  return drawing.nodeOfId(`${accountId}/blobServices/default/containers/${container}`);
}

function absolute(prefix: string): string {
  return prefix.startsWith('/') ? prefix : `/${prefix}`;
}

/** A path is worth a label where people wrote it. */
function printable(path: string): string {
  return path.includes('@{') ? '' : path;
}
