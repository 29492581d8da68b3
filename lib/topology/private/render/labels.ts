import {
  type TopologyEdge,
  TopologyEdgeKind,
  type TopologyGraph,
  type TopologyGroup,
  TopologyGroupKind,
  type TopologyNode,
} from '../../topology-graph';
import { CHANGE_APPEARANCE, EDGE_APPEARANCE, NODE_APPEARANCE } from './appearance';

const MAX_LINE = 40;
const MAX_LINES = 4;

/** Lines of the label of a node: what it is, its name, then what else is known. */
export function nodeLines({ kind, label, details, change }: TopologyNode): readonly string[] {
  const sign = change === undefined ? '' : `${CHANGE_APPEARANCE[change].sign} `;
  const { word } = NODE_APPEARANCE[kind];
  return [`${sign}${word}`, short(label), ...details.slice(0, MAX_LINES).flatMap(wrapped)];
}

/** Lines of the label of an edge. */
export function edgeLines({ kind, labels, change }: TopologyEdge): readonly string[] {
  const sign = change === undefined ? '' : `${CHANGE_APPEARANCE[change].sign} `;
  const { word } = EDGE_APPEARANCE[kind];
  if (labels.length === 0) return [`${sign}${word}`];
  const first = kind === TopologyEdgeKind.STARTS ? [] : [word];
  const rest = labels.length - MAX_LINES;
  const lines = [
    ...first,
    ...labels.slice(0, MAX_LINES).flatMap(wrapped),
    ...(rest > 0 ? [`and ${String(rest)} more`] : []),
  ];
  return lines.map((line, index) => (index === 0 ? `${sign}${line}` : line));
}

/** The label of a group. */
export function groupLabel({ label, kind, otherResources }: TopologyGroup): string {
  if (kind !== TopologyGroupKind.STACK || otherResources === 0) return short(label);
  const noun = otherResources === 1 ? 'resource' : 'resources';
  return `${short(label)} (and ${String(otherResources)} ${noun} not drawn)`;
}

/** Names for the nodes and groups of a graph that no format reads anything into. */
export function plainIds(graph: TopologyGraph): ReadonlyMap<string, string> {
  return new Map([
    ...graph.groups.map(({ id }, index) => [`group ${id}`, `g${String(index + 1)}`] as const),
    ...graph.nodes.map(({ id }, index) => [`node ${id}`, `n${String(index + 1)}`] as const),
  ]);
}

/** Groups in a group, the outermost where none is given. */
export function groupsIn(
  graph: TopologyGraph,
  parent: string | undefined,
): readonly TopologyGroup[] {
  return graph.groups.filter((group) => group.parent === parent);
}

/** Nodes in a group, without those in groups within. */
export function nodesIn(graph: TopologyGraph, group: TopologyGroup): readonly TopologyNode[] {
  return graph.nodes.filter((node) => node.group === group.id);
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return [...line].length <= MAX_LINE ? line : `${[...line].slice(0, MAX_LINE - 1).join('')}…`;
}

/** Text on lines that are not much longer than a name. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > MAX_LINE) lines.push(short(word));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1] ?? ''} …`];
}
