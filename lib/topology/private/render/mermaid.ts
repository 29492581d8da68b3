import {
  TopologyChange,
  TopologyEdgeKind,
  type TopologyEdge,
  type TopologyGraph,
  type TopologyGroup,
  type TopologyNode,
  TopologyNodeKind,
} from '../../topology-graph';
import { CHANGE_APPEARANCE, EDGE_APPEARANCE, NODE_APPEARANCE } from './appearance';
import { edgeLines, groupLabel, groupsIn, nodeLines, nodesIn, plainIds } from './labels';

/** GitHub draws no flowchart with more edges. */
const MAX_EDGES = 500;
/** Nor one with a longer text. */
const MAX_TEXT = 50_000;

/** What is left out first where there is too much. */
const LEAST_IMPORTANT: readonly TopologyEdgeKind[] = [
  TopologyEdgeKind.MAY,
  TopologyEdgeKind.ACTS_AS,
  TopologyEdgeKind.STORED_IN,
  TopologyEdgeKind.RUNS_ON,
  TopologyEdgeKind.READS,
  TopologyEdgeKind.WRITES,
  TopologyEdgeKind.RUNS,
  TopologyEdgeKind.STARTS,
];

/** Characters that mean something to Mermaid, to Markdown or to HTML somewhere in a label. */
const SPECIAL = /[^\p{L}\p{N} .,:/()'+~±−…=@-]/gu;

/** A graph as a flowchart of Mermaid, which GitHub draws. */
export function renderMermaid(graph: TopologyGraph): string {
  let drawn = { ...graph, edges: kept(graph.edges, MAX_EDGES) };
  let text = flowchart(drawn, graph);
  if (text.length <= MAX_TEXT) return text;
  const bare = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, details: [] })) };
  for (let most = graph.nodes.length; most > 0; most = Math.floor(most * 0.8)) {
    drawn = without(bare, most);
    text = flowchart(drawn, graph);
    if (text.length <= MAX_TEXT) break;
  }
  return text;
}

/** So many nodes of a graph, what changes before what does not, and the edges between them. */
function without(graph: TopologyGraph, most: number): TopologyGraph {
  const ranked = [
    ...graph.nodes.filter(({ change }) => change !== undefined),
    ...graph.nodes.filter(({ change }) => change === undefined),
  ];
  const chosen = new Set(ranked.slice(0, most));
  const ids = new Set([...chosen].map(({ id }) => id));
  return {
    groups: graph.groups,
    nodes: graph.nodes.filter((node) => chosen.has(node)),
    edges: kept(
      graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      MAX_EDGES,
    ),
  };
}

function kept(edges: TopologyEdge[], most: number): TopologyEdge[] {
  if (edges.length <= most) return edges;
  const ranked = [...edges].sort(
    (a, b) => LEAST_IMPORTANT.indexOf(b.kind) - LEAST_IMPORTANT.indexOf(a.kind),
  );
  const chosen = new Set(ranked.slice(0, most));
  return edges.filter((edge) => chosen.has(edge));
}

function flowchart(graph: TopologyGraph, all: TopologyGraph): string {
  const ids = plainIds(graph);
  const missing = missingIn(graph, all);
  return [
    'flowchart LR',
    ...groupsIn(graph, undefined).flatMap((group) => groupLines(graph, group, ids, '  ')),
    ...graph.edges.map((edge) => edgeLine(edge, ids)),
    ...missing.map((text) => `  more["${escaped(text)}"]`),
    ...classLines(graph, ids),
    ...changedEdges(graph),
    '',
  ].join('\n');
}

/** What is said of nodes and edges that are left out. */
function missingIn(graph: TopologyGraph, all: TopologyGraph): readonly string[] {
  const nodes = all.nodes.length - graph.nodes.length;
  const edges = all.edges.length - graph.edges.length;
  if (nodes === 0 && edges === 0) return [];
  const things = nodes === 0 ? '' : `${String(nodes)} more nodes and `;
  return [`${things}${String(edges)} more connections are not drawn`];
}

function groupLines(
  graph: TopologyGraph,
  group: TopologyGroup,
  ids: ReadonlyMap<string, string>,
  indent: string,
): readonly string[] {
  const inner = `${indent}  `;
  return [
    `${indent}subgraph ${ids.get(`group ${group.id}`) ?? ''}["${escaped(groupLabel(group))}"]`,
    ...nodesIn(graph, group).map((node) => `${inner}${nodeLine(node, ids)}`),
    ...groupsIn(graph, group.id).flatMap((child) => groupLines(graph, child, ids, inner)),
    `${indent}end`,
  ];
}

function nodeLine(node: TopologyNode, ids: ReadonlyMap<string, string>): string {
  const [open, close] = NODE_APPEARANCE[node.kind].brackets;
  return `${ids.get(`node ${node.id}`) ?? ''}${open}"${labelOf(nodeLines(node))}"${close}`;
}

function edgeLine(edge: TopologyEdge, ids: ReadonlyMap<string, string>): string {
  const { arrow } = EDGE_APPEARANCE[edge.kind];
  const from = ids.get(`node ${edge.from}`) ?? '';
  const to = ids.get(`node ${edge.to}`) ?? '';
  return `  ${from} ${arrow}|"${labelOf(edgeLines(edge))}"| ${to}`;
}

function classLines(graph: TopologyGraph, ids: ReadonlyMap<string, string>): readonly string[] {
  const kinds = Object.values(TopologyNodeKind).flatMap((kind) => {
    const { fill, stroke } = NODE_APPEARANCE[kind];
    const look = `fill:${fill},stroke:${stroke},color:#1f2328`;
    const nodes = graph.nodes.filter((node) => node.kind === kind);
    return classOf(kind.replaceAll('-', '_'), look, nodes, ids);
  });
  const changes = Object.values(TopologyChange).flatMap((change) => {
    const look = `stroke:${CHANGE_APPEARANCE[change].stroke},stroke-width:4px`;
    const nodes = graph.nodes.filter((node) => node.change === change);
    return classOf(`change_${change}`, look, nodes, ids);
  });
  return [...kinds, ...changes];
}

function classOf(
  name: string,
  look: string,
  nodes: readonly TopologyNode[],
  ids: ReadonlyMap<string, string>,
): readonly string[] {
  if (nodes.length === 0) return [];
  const members = nodes.map(({ id }) => ids.get(`node ${id}`) ?? '').join(',');
  return [`  classDef ${name} ${look}`, `  class ${members} ${name}`];
}

function changedEdges(graph: TopologyGraph): readonly string[] {
  return graph.edges.flatMap(({ change }, index) =>
    change === undefined
      ? []
      : [
          `  linkStyle ${String(index)} stroke:${CHANGE_APPEARANCE[change].stroke},stroke-width:3px`,
        ],
  );
}

function labelOf(lines: readonly string[]): string {
  return lines.map(escaped).join('<br/>');
}

/** Text in quotes: anything special by its code point, and no beginning that Markdown takes for a list. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(SPECIAL, entity)
    .replace(/^([+-])(?= )/, (sign) => entity(sign))
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => `${digits}${entity(mark)}`);
}

function entity(character: string): string {
  return `#${String(character.codePointAt(0) ?? 32)};`;
}
