import {
  TopologyChange,
  type TopologyEdge,
  TopologyEdgeKind,
  type TopologyGraph,
  TopologyGroupKind,
  type TopologyNode,
} from '../../topology-graph';
import { NODE_APPEARANCE } from './appearance';
import { plainIds } from './labels';

/** A node in words, with what it has to do with others. */
export interface NodeWords {
  /** Its id in the drawing. */
  readonly id: string;
  /** Name of the stack that declares it, none where nothing does. */
  readonly stack?: string;
  /** Terraform addresses of what it stands for. */
  readonly addresses: readonly string[];
  /** What it is, what else is known of it, and what changes. */
  readonly text: string;
  /** To be read after the name of the node. */
  readonly connections: readonly string[];
}

const VERBS: Readonly<Record<TopologyEdgeKind, string>> = {
  [TopologyEdgeKind.STARTS]: 'starts',
  [TopologyEdgeKind.RUNS]: 'runs',
  [TopologyEdgeKind.RUNS_ON]: 'runs on',
  [TopologyEdgeKind.READS]: 'reads',
  [TopologyEdgeKind.WRITES]: 'writes',
  [TopologyEdgeKind.STORED_IN]: 'is stored in',
  [TopologyEdgeKind.ACTS_AS]: 'acts as',
  [TopologyEdgeKind.MAY]: 'has a role on',
};

const CHANGES: Readonly<Record<TopologyChange, string>> = {
  [TopologyChange.CREATE]: 'created',
  [TopologyChange.UPDATE]: 'updated',
  [TopologyChange.REPLACE]: 'replaced',
  [TopologyChange.DELETE]: 'deleted',
};

/** A graph in words, for those who do not see it drawn: every node once, in the order of the graph. */
export function wordsOf(graph: TopologyGraph): readonly NodeWords[] {
  const names = new Map(graph.nodes.map((node) => [node.id, nameOf(node)]));
  const ids = plainIds(graph);
  const stackOf = stacksIn(graph);
  const edges = new Map<string, string[]>();
  for (const edge of graph.edges) {
    const told = connectionOf(edge, names.get(edge.to) ?? edge.to);
    const known = edges.get(edge.from);
    if (known === undefined) edges.set(edge.from, [told]);
    else known.push(told);
  }
  return graph.nodes.map((node) => {
    const stack = stackOf.get(node.group);
    return {
      id: ids.get(`node ${node.id}`) ?? '',
      ...(stack === undefined ? {} : { stack }),
      addresses: node.addresses,
      text: [nameOf(node), ...node.details, ...changeOf(node)].join(', '),
      connections: edges.get(node.id) ?? [],
    };
  });
}

/** Names of stacks by the ids of their groups and of those within. */
function stacksIn({ groups }: TopologyGraph): ReadonlyMap<string, string> {
  const stacks = new Map<string, string>();
  for (const { id, kind, parent } of groups) {
    const stack =
      kind === TopologyGroupKind.STACK ? id.slice('stack/'.length) : stacks.get(parent ?? '');
    if (stack !== undefined) stacks.set(id, stack);
  }
  return stacks;
}

function connectionOf(edge: TopologyEdge, to: string): string {
  const how = edge.labels.length === 0 ? '' : ` (${edge.labels.join(', ')})`;
  return [`${VERBS[edge.kind]} ${to}${how}`, ...changeOf(edge)].join(', ');
}

function nameOf({ kind, label }: TopologyNode): string {
  return `${NODE_APPEARANCE[kind].word} ${label}`;
}

function changeOf({ change }: { readonly change?: TopologyChange }): readonly string[] {
  return change === undefined ? [] : [CHANGES[change]];
}
