import { TopologyEdgeKind, TopologyNodeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at } from '../read/json';
import { drawnId, ownerOf } from '../resolve/arm-kinds';
import { addDataEdges } from './data-targets';
import { ENDPOINT } from './declared-nodes';

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** A request that a definition sends. */
export interface Call {
  readonly url: unknown;
  readonly body: unknown;
}

/** Adds what a request starts, and what it hands over to read and write. */
export function addCall(
  drawing: Drawing,
  resource: DeclaredResource,
  from: DrawnNode,
  { url, body }: Call,
  source?: DrawnNode,
): void {
  for (const target of targetsOf(drawing, resource, url)) {
    drawing.edge(from, target, TopologyEdgeKind.STARTS);
    if (target.kind !== TopologyNodeKind.SERVICE) {
      addArguments(drawing, resource, target, body, source);
    }
  }
}

/** Id of a pipeline of the v1 SDK. */
export function v1PipelineNode(drawing: Drawing, workspaceId: string, id: string): DrawnNode {
  return drawing.node({
    id: `${workspaceId}/pipelines/${id}`,
    kind: TopologyNodeKind.PIPELINE,
    label: `v1 ${id.slice(0, 8)}`,
  });
}

function targetsOf(
  drawing: Drawing,
  resource: DeclaredResource,
  url: unknown,
): readonly DrawnNode[] {
  const { resolver } = drawing;
  const text = resolver.text(resource, url);
  if (text === undefined || text === '') {
    return resolver
      .referredBy(resource, [ENDPOINT])
      .map((endpoint) => drawing.nodeOfId(resolver.idOf(endpoint)));
  }
  const target =
    batchEndpoint(drawing, text) ??
    v1Pipeline(drawing, text) ??
    factoryPipeline(drawing, text) ??
    service(drawing, text);
  return target === undefined ? [] : [target];
}

function batchEndpoint(drawing: Drawing, text: string): DrawnNode | undefined {
  const id = /^\/[^#]*\/batchEndpoints\/[^/#]+/i.exec(text)?.[0];
  if (id !== undefined) return drawing.nodeOfId(drawnId(id));
  const name = /^https:\/\/([^./]+)\.[^./]+\.inference\.ml\./.exec(text)?.[1];
  if (name === undefined) return undefined;
  const ending = `/batchendpoints/${name.toLowerCase()}`;
  for (const node of drawing.nodes.values()) if (node.id.endsWith(ending)) return node;
  return drawing.node({ id: `/endpoints${ending}`, kind: TopologyNodeKind.ENDPOINT, label: name });
}

function v1Pipeline(drawing: Drawing, text: string): DrawnNode | undefined {
  if (!/\/pipelines\/v1\.0\//i.test(text)) return undefined;
  const workspace = /(\/subscriptions\/.*?\/workspaces\/[^/]+)/i.exec(text)?.[1];
  const id = GUID.exec(workspace === undefined ? '' : (text.split(workspace).at(-1) ?? ''))?.[0];
  return workspace === undefined || id === undefined
    ? undefined
    : v1PipelineNode(drawing, workspace, id);
}

function factoryPipeline(drawing: Drawing, text: string): DrawnNode | undefined {
  const id = /(\/subscriptions\/.*?\/factories\/[^/]+\/pipelines\/[^/]+)\/createRun/i.exec(
    text,
  )?.[1];
  return id === undefined ? undefined : drawing.nodeOfId(id);
}

/** Anything else that has a host, but for Azure Resource Manager, which is asked rather than started. */
function service(drawing: Drawing, text: string): DrawnNode | undefined {
  const host = /^https?:\/\/([\w.-]+)/.exec(text)?.[1];
  return host === undefined || host.startsWith('management.')
    ? undefined
    : drawing.node({ id: `/services/${host}`, kind: TopologyNodeKind.SERVICE, label: host });
}

function addArguments(
  drawing: Drawing,
  resource: DeclaredResource,
  target: DrawnNode,
  body: unknown,
  source: DrawnNode | undefined,
): void {
  const workspaceId = ownerOf(target.id)?.id;
  const { READS, WRITES } = TopologyEdgeKind;
  const inputs = at(body, 'properties', 'InputData');
  const outputs = at(body, 'properties', 'OutputData');
  addDataEdges(drawing, resource, target, READS, inputs, workspaceId);
  addDataEdges(drawing, resource, target, WRITES, outputs, workspaceId);
  const paths = at(body, 'DataPathAssignments');
  for (const path of typeof paths === 'object' && paths !== null ? Object.values(paths) : []) {
    const datastore = drawing.resolver.text(resource, at(path, 'DataStoreName'));
    if (datastore === undefined || workspaceId === undefined) continue;
    drawing.edge(target, drawing.nodeOfId(`${workspaceId}/datastores/${datastore}`), READS);
  }
  if (source !== undefined && /trigger(?:Body|Outputs)\(\)/.test(JSON.stringify(body ?? ''))) {
    drawing.edge(target, source, READS, 'the blob that started it');
  }
}
