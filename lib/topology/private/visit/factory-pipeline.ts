import { TopologyEdgeKind, TopologyNodeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, isObject, listOf, membersOf, parsed, textAt } from '../read/json';
import { ownerOf } from '../resolve/arm-kinds';
import { addCall, v1PipelineNode } from './call-targets';
import { containerNode } from './data-targets';

/** A pipeline of Data Factory while its activities are read. */
interface FactoryPipeline {
  readonly drawing: Drawing;
  readonly resource: DeclaredResource;
  readonly self: DrawnNode;
  readonly factoryId: string;
}

/** Where in what a linked service leads to. */
interface Place {
  readonly container?: string | undefined;
  readonly path: string;
}

/** What a linked service is for who uses it so. */
const LINKED_KIND: ReadonlyMap<TopologyEdgeKind, TopologyNodeKind> = new Map([
  [TopologyEdgeKind.RUNS_ON, TopologyNodeKind.COMPUTE],
]);

/** A pipeline of Data Factory: what its activities start, read and write, and where they run. */
export function visitFactoryPipeline(drawing: Drawing, resource: DeclaredResource): void {
  const id = drawing.resolver.idOf(resource);
  const self = drawing.nodeOfId(id);
  const pipeline = { drawing, resource, self, factoryId: ownerOf(id)?.id ?? '' };
  for (const activity of activitiesIn(activitiesOf(resource))) addActivity(pipeline, activity);
}

/** The activities of a pipeline that are not run. */
export function inactiveActivities(resource: DeclaredResource): string | undefined {
  const names = listOf(activitiesOf(resource))
    .filter((activity) => at(activity, 'state') === 'Inactive')
    .map((activity) => textAt(activity, 'name') ?? '');
  return names.length === 0 ? undefined : `inactive: ${names.join(', ')}`;
}

function activitiesOf({ values }: DeclaredResource): unknown {
  return at(values, 'body', 'properties', 'activities') ?? parsed(values['activities_json']);
}

/** The pipeline of a factory that has a name. */
export function factoryPipelineNode(drawing: Drawing, factoryId: string, name: string): DrawnNode {
  return drawing.nodeOfId(`${factoryId}/pipelines/${name}`);
}

function addActivity(pipeline: FactoryPipeline, activity: unknown): void {
  const { drawing, resource, self, factoryId } = pipeline;
  const type = textAt(activity, 'type') ?? '';
  const given = at(activity, 'typeProperties');
  if (type === 'ExecutePipeline') {
    const name = drawing.resolver.text(resource, at(given, 'pipeline', 'referenceName'));
    if (name !== undefined) {
      const target = factoryPipelineNode(drawing, factoryId, name);
      drawing.edge(self, target, TopologyEdgeKind.STARTS);
    }
  } else if (type === 'AzureMLExecutePipeline') {
    addV1Run(pipeline, activity);
  } else if (/^Web(?:Activity|Hook)$/.test(type) && textAt(given, 'method') !== 'GET') {
    const url = at(given, 'url', 'value') ?? at(given, 'url');
    addCall(drawing, resource, self, { url, body: parsed(at(given, 'body')) });
  } else if (type.startsWith('Databricks')) {
    addLinked(pipeline, at(activity, 'linkedServiceName'), TopologyEdgeKind.RUNS_ON);
  } else {
    addDatasets(pipeline, activity);
  }
}

function addV1Run(
  { drawing, resource, self, factoryId }: FactoryPipeline,
  activity: unknown,
): void {
  const { resolver } = drawing;
  const given = at(activity, 'typeProperties');
  const id = resolver.text(
    resource,
    at(given, 'mlPipelineId') ?? at(given, 'mlPipelineEndpointId'),
  );
  const service = resolver.text(resource, at(activity, 'linkedServiceName', 'referenceName'));
  const linked = resolver.find(`${factoryId}/linkedservices/${service ?? ''}`);
  const typeProperties = at(linked?.values, 'body', 'properties', 'typeProperties');
  if (id === undefined || linked === undefined) return;
  const [subscription, group, name] = [
    'subscriptionId',
    'resourceGroupName',
    'mlWorkspaceName',
  ].map((key) => resolver.text(linked, at(typeProperties, key)) ?? '-');
  const workspaceId = `/subscriptions/${subscription ?? '-'}/resourceGroups/${group ?? '-'}/providers/Microsoft.MachineLearningServices/workspaces/${name ?? '-'}`;
  drawing.edge(self, v1PipelineNode(drawing, workspaceId, id), TopologyEdgeKind.STARTS);
}

function addDatasets(pipeline: FactoryPipeline, activity: unknown): void {
  const { READS, WRITES } = TopologyEdgeKind;
  const given = at(activity, 'typeProperties');
  const isDelete = textAt(activity, 'type') === 'Delete';
  for (const input of [...listOf(at(activity, 'inputs')), at(given, 'dataset')]) {
    addDataset(pipeline, input, isDelete ? WRITES : READS);
  }
  for (const output of listOf(at(activity, 'outputs'))) addDataset(pipeline, output, WRITES);
}

function addDataset(pipeline: FactoryPipeline, reference: unknown, kind: TopologyEdgeKind): void {
  const { drawing, resource, factoryId } = pipeline;
  const name = drawing.resolver.text(resource, at(reference, 'referenceName'));
  const dataset = drawing.resolver.find(`${factoryId}/datasets/${name ?? ''}`);
  if (dataset === undefined) return;
  const properties = at(dataset.values, 'body', 'properties');
  const location = at(properties, 'typeProperties', 'location');
  const container = drawing.resolver.text(
    dataset,
    at(location, 'container') ?? at(location, 'fileSystem'),
  );
  const path = drawing.resolver.text(dataset, at(location, 'folderPath')) ?? '';
  const linkedService = at(properties, 'linkedServiceName');
  addLinked({ ...pipeline, resource: dataset }, linkedService, kind, { container, path });
}

function addLinked(
  pipeline: FactoryPipeline,
  reference: unknown,
  kind: TopologyEdgeKind,
  place: Place = { path: '' },
): void {
  const { drawing, resource, self, factoryId } = pipeline;
  const name = drawing.resolver.text(resource, at(reference, 'referenceName'));
  if (name === undefined) return;
  const linked = drawing.resolver.find(`${factoryId}/linkedservices/${name}`);
  const url = urlOf(drawing, linked);
  const account = /^https:\/\/([^./]+)\.(?:blob|dfs)\./.exec(url ?? '')?.[1];
  const target =
    account !== undefined && place.container !== undefined
      ? containerNode(drawing, account, place.container)
      : linkedNode(pipeline, name, linked, kind);
  drawing.edge(self, target, kind, place.path);
}

/** A linked service itself, where it leads to no container. */
function linkedNode(
  { drawing, factoryId }: FactoryPipeline,
  name: string,
  linked: DeclaredResource | undefined,
  usedTo: TopologyEdgeKind,
): DrawnNode {
  const host = urlOf(drawing, linked)?.replace(/^https:\/\//, '');
  const node = drawing.node({
    id: `${factoryId}/linkedservices/${name}`,
    kind: LINKED_KIND.get(usedTo) ?? TopologyNodeKind.SERVICE,
    label: name,
    details: host === undefined ? [] : [host],
    stack: linked?.stack,
  });
  if (linked !== undefined) node.resources.add(linked);
  return node;
}

/** Where a linked service leads. */
function urlOf(drawing: Drawing, linked: DeclaredResource | undefined): string | undefined {
  if (linked === undefined) return undefined;
  const given = at(linked.values, 'body', 'properties', 'typeProperties');
  return ['serviceEndpoint', 'url', 'domain']
    .map((key) => drawing.resolver.text(linked, at(given, key)))
    .find((text) => text !== undefined);
}

/** All activities of a pipeline, those inside others too. */
function* activitiesIn(activities: unknown): Iterable<unknown> {
  for (const activity of listOf(activities)) {
    yield activity;
    const given = at(activity, 'typeProperties');
    for (const [, member] of membersOf(given)) {
      if (!Array.isArray(member)) continue;
      const items: readonly unknown[] = member;
      yield* activitiesIn(items.filter((item) => isObject(item) && 'type' in item));
      for (const branch of items) yield* activitiesIn(at(branch, 'activities'));
    }
  }
}
