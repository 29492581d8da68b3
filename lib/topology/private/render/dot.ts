import type {
  TopologyEdge,
  TopologyGraph,
  TopologyGroup,
  TopologyNode,
} from '../../topology-graph';
import { CHANGE_APPEARANCE, EDGE_APPEARANCE, NODE_APPEARANCE } from './appearance';
import { edgeLines, groupLabel, groupsIn, nodeLines, nodesIn, plainIds } from './labels';

const HEADER = [
  '  graph [rankdir=LR, bgcolor="transparent", fontname="Helvetica", fontsize=12, fontcolor="#57606a", ranksep=0.7, nodesep=0.3, pad=0.2];',
  '  node [fontname="Helvetica", fontsize=11, style="filled", fontcolor="#1f2328", margin="0.2,0.08"];',
  '  edge [fontname="Helvetica", fontsize=9, fontcolor="#57606a", arrowsize=0.7];',
];

/** How a graph is written for Graphviz. */
export interface DotOptions {
  /** Indexes of edges whose labels are left out. */
  readonly unlabelled: ReadonlySet<number>;
}

/** A graph in the language of Graphviz. */
export function renderDot(
  graph: TopologyGraph,
  { unlabelled }: DotOptions = { unlabelled: new Set() },
): string {
  const ids = plainIds(graph);
  const edges = graph.edges.map((edge, index) => edgeLine(edge, ids, unlabelled.has(index)));
  const groups = groupsIn(graph, undefined).flatMap((group) =>
    groupLinesOf(graph, group, ids, '  '),
  );
  return ['digraph topology {', ...HEADER, ...groups, ...edges, '}', ''].join('\n');
}

function groupLinesOf(
  graph: TopologyGraph,
  group: TopologyGroup,
  ids: ReadonlyMap<string, string>,
  indent: string,
): readonly string[] {
  const inner = `${indent}  `;
  return [
    `${indent}subgraph ${quoted(`cluster_${ids.get(`group ${group.id}`) ?? ''}`)} {`,
    `${inner}label=${quoted(escaped(groupLabel(group)))}; style="rounded"; color="#8c959f"; margin=14;`,
    ...nodesIn(graph, group).map((node) => `${inner}${nodeLine(node, ids)}`),
    ...groupsIn(graph, group.id).flatMap((child) => groupLinesOf(graph, child, ids, inner)),
    `${indent}}`,
  ];
}

function nodeLine(node: TopologyNode, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(`node ${node.id}`) ?? '';
  const { shape, fill, stroke } = NODE_APPEARANCE[node.kind];
  const { change } = node;
  return `${id} [${attributes({
    id,
    class: ['node', node.kind, ...(change === undefined ? [] : [`change-${change}`])].join(' '),
    label: labelOf(nodeLines(node)),
    shape,
    style: shape === 'box' ? 'filled,rounded' : 'filled',
    fillcolor: fill,
    color: change === undefined ? stroke : CHANGE_APPEARANCE[change].stroke,
    penwidth: change === undefined ? '1' : '3',
  })}];`;
}

function edgeLine(
  edge: TopologyEdge,
  ids: ReadonlyMap<string, string>,
  unlabelled: boolean,
): string {
  const { style, stroke } = EDGE_APPEARANCE[edge.kind];
  const { change } = edge;
  const from = ids.get(`node ${edge.from}`) ?? '';
  const to = ids.get(`node ${edge.to}`) ?? '';
  return `  ${from} -> ${to} [${attributes({
    id: `${from}-${to}-${edge.kind}`,
    class: ['edge', edge.kind, ...(change === undefined ? [] : [`change-${change}`])].join(' '),
    ...(unlabelled ? {} : { label: labelOf(edgeLines(edge)) }),
    style,
    color: change === undefined ? stroke : CHANGE_APPEARANCE[change].stroke,
  })}];`;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${quoted(value)}`)
    .join(', ');
}

function labelOf(lines: readonly string[]): string {
  return lines.map(escaped).join('\\n');
}

/** Text as the label of something: Graphviz reads backslashes and entities of HTML in labels. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('&', '&amp;')
    .replaceAll(/\p{Cc}/gu, ' ');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
