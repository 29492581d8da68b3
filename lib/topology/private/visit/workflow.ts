import { TopologyEdgeKind, TopologyNodeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, isObject, membersOf, textAt } from '../read/json';
import { addCall } from './call-targets';
import { containerNode } from './data-targets';
import { every } from './times';

/** A Logic App: what starts it, and what it calls. */
export function visitWorkflow(drawing: Drawing, resource: DeclaredResource): void {
  const self = drawing.nodeOfId(drawing.resolver.idOf(resource));
  const definition = at(resource.values, 'body', 'properties', 'definition');
  const sources = membersOf(at(definition, 'triggers')).map(([name, trigger]) =>
    addTrigger(drawing, resource, self, name, trigger),
  );
  const source = sources.find((node) => node?.kind === TopologyNodeKind.CONTAINER);
  for (const action of actionsIn(at(definition, 'actions'))) {
    addAction(drawing, resource, self, action, source);
  }
}

function addTrigger(
  drawing: Drawing,
  resource: DeclaredResource,
  self: DrawnNode,
  name: string,
  trigger: unknown,
): DrawnNode | undefined {
  const type = textAt(trigger, 'type');
  if (type === 'Recurrence') return undefined;
  const { stack } = resource;
  const found = type === 'Request' ? undefined : watchedContainer(drawing, resource, trigger);
  const source =
    found?.node ??
    (type === 'Request'
      ? drawing.node({
          id: `${self.id}/triggers/${name}`,
          kind: TopologyNodeKind.CALLER,
          label: 'HTTP caller',
          details: [`POST ${textAt(trigger, 'inputs', 'relativePath') ?? ''}`.trim()],
          stack,
        })
      : drawing.node({
          id: `${self.id}/triggers/${name}`,
          kind: TopologyNodeKind.EVENT,
          label: name.replaceAll('_', ' '),
          stack,
        }));
  drawing.edge(source, self, TopologyEdgeKind.STARTS, found?.label);
  return source;
}

/** A container whose blobs start a workflow, and how it learns of them. */
interface Watched {
  readonly node: DrawnNode;
  readonly label: string;
}

function watchedContainer(
  drawing: Drawing,
  resource: DeclaredResource,
  trigger: unknown,
): Watched | undefined {
  const inputs = at(trigger, 'inputs');
  return toldByEventGrid(drawing, resource, inputs) ?? polled(drawing, resource, trigger);
}

function toldByEventGrid(
  drawing: Drawing,
  resource: DeclaredResource,
  inputs: unknown,
): Watched | undefined {
  const { resolver } = drawing;
  const properties = at(inputs, 'body', 'properties');
  const filter = resolver.text(resource, at(properties, 'filter', 'subjectBeginsWith'));
  const topic = resolver.text(resource, at(properties, 'topic'));
  if (filter === undefined || topic === undefined) return undefined;
  const [, container = '', folder = ''] =
    /\/containers\/([^/]+)(?:\/blobs\/(.*))?/.exec(filter) ?? [];
  const id = `${topic}/blobServices/default/containers/${container}`;
  return { node: drawing.nodeOfId(id), label: `blob event in ${folderName(folder)}` };
}

function polled(
  drawing: Drawing,
  resource: DeclaredResource,
  trigger: unknown,
): Watched | undefined {
  const { resolver } = drawing;
  const path = resolver.text(resource, at(trigger, 'inputs', 'path')) ?? '';
  const account = /encodeURIComponent\('([^']*)'\)/.exec(path)?.[1];
  const watched = resolver.text(resource, membersOf(at(trigger, 'metadata'))[0]?.[1]) ?? '';
  const [container, ...folder] = watched.split('/').filter((part) => part !== '');
  if (account === undefined || container === undefined) return undefined;
  const recurrence = at(trigger, 'recurrence');
  const unit = textAt(recurrence, 'frequency') ?? 'minute';
  const often = every(at(recurrence, 'interval'), unit.toLowerCase());
  return {
    node: containerNode(drawing, account, container),
    label: `blob in ${folderName(folder.join('/'))}, polled ${often}`,
  };
}

function folderName(folder: string): string {
  const name = folder.replace(/\/$/, '');
  return name === '' ? 'any folder' : name;
}

function addAction(
  drawing: Drawing,
  resource: DeclaredResource,
  self: DrawnNode,
  action: unknown,
  source: DrawnNode | undefined,
): void {
  const inputs = at(action, 'inputs');
  const type = textAt(action, 'type');
  if (type === 'Http' && textAt(inputs, 'method')?.toUpperCase() !== 'GET') {
    addCall(drawing, resource, self, { url: at(inputs, 'uri'), body: at(inputs, 'body') }, source);
  }
  const workflowId = drawing.resolver.text(resource, at(inputs, 'host', 'workflow', 'id'));
  if (type === 'Workflow' && workflowId !== undefined) {
    drawing.edge(self, drawing.nodeOfId(workflowId), TopologyEdgeKind.STARTS);
  }
}

/** All actions of a definition, those inside others too. */
function* actionsIn(actions: unknown): Iterable<unknown> {
  for (const [, action] of membersOf(actions)) {
    yield action;
    if (!isObject(action)) continue;
    yield* actionsIn(action['actions']);
    yield* actionsIn(at(action, 'else', 'actions'));
    yield* actionsIn(at(action, 'default', 'actions'));
    for (const [, branch] of membersOf(action['cases'])) yield* actionsIn(at(branch, 'actions'));
  }
}
