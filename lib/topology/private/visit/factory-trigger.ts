import { TopologyEdgeKind } from '../../topology-graph';
import type { Drawing, DrawnNode } from '../drawing';
import type { DeclaredResource } from '../read/declared-stack';
import { at, blocksOf, listOf } from '../read/json';
import { ownerOf } from '../resolve/arm-kinds';
import { factoryPipelineNode } from './factory-pipeline';

/** A trigger of Data Factory: the pipelines that it starts, and what starts it. */
export function visitTrigger(drawing: Drawing, resource: DeclaredResource): void {
  const { resolver } = drawing;
  const id = resolver.idOf(resource);
  const self = drawing.nodeOfId(id);
  const { values } = resource;
  const properties = at(values, 'body', 'properties');
  const names = [
    ...[...listOf(at(properties, 'pipelines')), at(properties, 'pipeline')].map((started) =>
      at(started, 'pipelineReference', 'referenceName'),
    ),
    ...blocksOf(values['pipeline']).map((started) => at(started, 'name')),
    values['pipeline_name'],
  ];
  for (const given of names) {
    const name = resolver.text(resource, given);
    if (name === undefined) continue;
    const pipeline = factoryPipelineNode(drawing, ownerOf(id)?.id ?? '', name);
    drawing.edge(self, pipeline, TopologyEdgeKind.STARTS);
  }
  addSource(drawing, resource, self, at(properties, 'typeProperties'));
}

function addSource(
  drawing: Drawing,
  resource: DeclaredResource,
  self: DrawnNode,
  given: unknown,
): void {
  const { resolver } = drawing;
  const { values } = resource;
  const text = (...candidates: readonly unknown[]): string | undefined =>
    resolver.text(
      resource,
      candidates.find((candidate) => typeof candidate === 'string'),
    );
  const topic = text(values['eventgrid_topic_id']);
  if (topic !== undefined) {
    const events = listOf(values['events']).filter((event) => typeof event === 'string');
    drawing.edge(drawing.nodeOfId(topic), self, TopologyEdgeKind.STARTS, events.join(', '));
  }
  const account = text(values['storage_account_id'], at(given, 'scope'));
  if (account === undefined) return;
  const begins = text(values['blob_path_begins_with'], at(given, 'blobPathBeginsWith')) ?? '';
  const [, container, folder = ''] = /^\/([^/]+)\/blobs\/(.*)$/.exec(begins) ?? [];
  const source =
    container === undefined ? account : `${account}/blobServices/default/containers/${container}`;
  const where = folder.replace(/\/$/, '');
  const label = where === '' ? 'blob event' : `blob event in ${where}`;
  drawing.edge(drawing.nodeOfId(source), self, TopologyEdgeKind.STARTS, label);
}
