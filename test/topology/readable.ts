import type { TopologyGraph } from '../../lib/topology';

/** Connections as sentences: kinds and names of both ends, and what is between. */
export function sentences(graph: TopologyGraph): readonly string[] {
  const names = new Map(graph.nodes.map(({ id, kind, label }) => [id, `${kind} ${label}`]));
  return graph.edges.map(({ from, to, kind, labels }) => {
    const how = labels.length === 0 ? kind : `${kind} (${labels.join('; ')})`;
    return `${names.get(from) ?? from} ${how} ${names.get(to) ?? to}`;
  });
}
