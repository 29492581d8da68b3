import type {
  TopologyChange,
  TopologyEdge,
  TopologyGraph,
  TopologyGroup,
  TopologyNode,
} from '../topology-graph';
import { TopologyChange as Change, TopologyGroupKind, TopologyNodeKind } from '../topology-graph';
import { Drawing, type DrawnEdge, type DrawnGroup, type DrawnNode } from './drawing';
import { type DeclaredResource, type DeclaredStack, isRequest } from './read/declared-stack';
import { drawnId } from './resolve/arm-kinds';
import { Resolver } from './resolve/resolver';
import { visitIdentity, visitRoleAssignment } from './visit/access';
import { addDeclaredNode, COMPONENT, DEPLOYMENT } from './visit/declared-nodes';
import { visitFactoryPipeline } from './visit/factory-pipeline';
import { visitTrigger } from './visit/factory-trigger';
import {
  visitComponent,
  visitData,
  visitDatastore,
  visitDeployment,
  visitSchedule,
} from './visit/machine-learning';
import { visitWorkflow } from './visit/workflow';

type Visit = (drawing: Drawing, resource: DeclaredResource) => void;

const VISITS: ReadonlyMap<string, Visit> = new Map([
  ['microsoft.machinelearningservices/workspaces/schedules', visitSchedule],
  [COMPONENT, visitComponent],
  [DEPLOYMENT, visitDeployment],
  ['microsoft.machinelearningservices/workspaces/datastores', visitDatastore],
  ['azurerm_machine_learning_datastore_blobstorage', visitDatastore],
  ['azurerm_machine_learning_datastore_datalake_gen2', visitDatastore],
  ['azurerm_machine_learning_datastore_fileshare', visitDatastore],
  ['microsoft.machinelearningservices/workspaces/data/versions', visitData],
  ['microsoft.logic/workflows', visitWorkflow],
  ['microsoft.datafactory/factories/pipelines', visitFactoryPipeline],
  ['azurerm_data_factory_pipeline', visitFactoryPipeline],
  ['microsoft.datafactory/factories/triggers', visitTrigger],
  ['azurerm_data_factory_trigger_schedule', visitTrigger],
  ['azurerm_data_factory_trigger_tumbling_window', visitTrigger],
  ['azurerm_data_factory_trigger_blob_event', visitTrigger],
  ['azurerm_data_factory_trigger_custom_event', visitTrigger],
  ['azurerm_role_assignment', visitRoleAssignment],
  ['microsoft.authorization/roleassignments', visitRoleAssignment],
]);

/** What is worth drawing only where something else has to do with it. */
const ONLY_WITH_EDGES: ReadonlySet<TopologyNodeKind> = new Set([
  TopologyNodeKind.WORKSPACE,
  TopologyNodeKind.FACTORY,
  TopologyNodeKind.STORAGE_ACCOUNT,
  TopologyNodeKind.CONTAINER,
  TopologyNodeKind.IDENTITY,
  TopologyNodeKind.EVENT,
]);

/**
 * The graph of some stacks, in an order that only the stacks decide.
 *
 * @param changeOf what would happen to a resource
 */
export function draw(
  stacks: readonly DeclaredStack[],
  changeOf: (resource: DeclaredResource) => TopologyChange | undefined,
): TopologyGraph {
  const drawing = new Drawing(new Resolver(stacks));
  const resources = stacks.flatMap((stack) => stack.resources);
  for (const resource of resources) addDeclaredNode(drawing, resource);
  for (const resource of resources) {
    if (isRequest(resource)) {
      visitRequest(drawing, resource);
    } else {
      VISITS.get(resource.type)?.(drawing, resource);
      visitIdentity(drawing, resource);
    }
  }
  return finished(drawing, resources, changeOf);
}

/** A request about something drawn is part of it. */
function visitRequest({ resolver, nodes }: Drawing, resource: DeclaredResource): void {
  const id = resolver.text(resource, resource.values['resource_id']);
  if (id !== undefined) nodes.get(drawnId(id).toLowerCase())?.resources.add(resource);
}

function finished(
  drawing: Drawing,
  resources: readonly DeclaredResource[],
  changeOf: (resource: DeclaredResource) => TopologyChange | undefined,
): TopologyGraph {
  const edges = [...drawing.edges.values()];
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const nodes = [...drawing.nodes.values()].filter(
    ({ id, kind }) => linked.has(id) || !ONLY_WITH_EDGES.has(kind),
  );
  const drawn = new Set([...nodes, ...edges].flatMap((part) => [...part.resources]));
  const others = new Map<string, number>();
  for (const resource of resources) {
    if (drawn.has(resource)) continue;
    const key = `stack/${resource.stack}`;
    others.set(key, (others.get(key) ?? 0) + 1);
  }
  return {
    groups: groupsOf(drawing, nodes, others),
    nodes: nodes.map((node) => nodeOf(node, changeOf)).sort(byKey(({ group, id }) => [group, id])),
    edges: edges
      .map((edge) => edgeOf(edge, changeOf))
      .sort(byKey(({ from, to, kind }) => [from, to, kind])),
  };
}

function groupsOf(
  drawing: Drawing,
  nodes: readonly DrawnNode[],
  others: ReadonlyMap<string, number>,
): TopologyGroup[] {
  const used = new Set(
    nodes.flatMap(({ group }) => [group, drawing.groups.get(group)?.parent ?? group]),
  );
  return [...drawing.groups.values()]
    .filter(({ id }) => used.has(id))
    .map((group) => groupOf(group, others.get(group.id) ?? 0))
    .sort(byKey(({ id, kind }) => [kind === TopologyGroupKind.OUTSIDE ? '1' : '0', id]));
}

function groupOf({ id, kind, label, parent }: DrawnGroup, otherResources: number): TopologyGroup {
  return { id, kind, label, ...(parent === undefined ? {} : { parent }), otherResources };
}

function nodeOf(
  { id, kind, label, details, group, resources }: DrawnNode,
  changeOf: (resource: DeclaredResource) => TopologyChange | undefined,
): TopologyNode {
  const change = together([...resources].map(changeOf));
  const addresses = addressesOf(resources);
  return {
    id,
    kind,
    label,
    details: [...details],
    group,
    addresses,
    ...(change === undefined ? {} : { change }),
  };
}

function edgeOf(
  { from, to, kind, labels, resources }: DrawnEdge,
  changeOf: (resource: DeclaredResource) => TopologyChange | undefined,
): TopologyEdge {
  const change = together([...resources].map(changeOf));
  const addresses = addressesOf(resources);
  return {
    from,
    to,
    kind,
    labels: [...labels].sort(),
    addresses,
    ...(change === undefined ? {} : { change }),
  };
}

function addressesOf(resources: ReadonlySet<DeclaredResource>): string[] {
  return [...new Set([...resources].map(({ address }) => address))].sort();
}

/** What happens to something that several resources make up: an update, unless the same happens to all. */
function together(changes: readonly (TopologyChange | undefined)[]): TopologyChange | undefined {
  const [first] = changes;
  if (changes.every((change) => change === first)) return first;
  return Change.UPDATE;
}

function byKey<T>(keysOf: (item: T) => readonly string[]): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keysOf(a).join('\n'), keysOf(b).join('\n')];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
}
