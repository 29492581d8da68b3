import { TopologyChange, TopologyEdgeKind, TopologyNodeKind } from '../../topology-graph';

/** How nodes of a kind look. */
export interface NodeAppearance {
  /** Word for the kind, the first line of a label. */
  readonly word: string;
  readonly fill: string;
  readonly stroke: string;
  /** Shape in Graphviz. */
  readonly shape: string;
  /** What encloses a label in Mermaid. */
  readonly brackets: readonly [open: string, close: string];
}

const STARTS = { fill: '#fff4d6', stroke: '#9a6700' };
const RUNS = { fill: '#ddf4ff', stroke: '#0969da' };
const DATA = { fill: '#dafbe1', stroke: '#1a7f37' };
const WHERE = { fill: '#fbefff', stroke: '#8250df' };
const REST = { fill: '#f6f8fa', stroke: '#57606a' };
const BOX = { shape: 'box', brackets: ['[', ']'] } as const;
const ROUND = { shape: 'box', brackets: ['(', ')'] } as const;
const STORE = { shape: 'cylinder', brackets: ['[(', ')]'] } as const;

/** How nodes look, by kind. */
export const NODE_APPEARANCE: Readonly<Record<TopologyNodeKind, NodeAppearance>> = {
  [TopologyNodeKind.SCHEDULE]: { word: 'schedule', ...STARTS, ...ROUND },
  [TopologyNodeKind.CALLER]: { word: 'caller', ...STARTS, ...ROUND },
  [TopologyNodeKind.EVENT]: { word: 'event', ...STARTS, ...ROUND },
  [TopologyNodeKind.TRIGGER]: { word: 'trigger', ...STARTS, ...ROUND },
  [TopologyNodeKind.WORKFLOW]: { word: 'Logic App', ...STARTS, ...BOX },
  [TopologyNodeKind.FACTORY_PIPELINE]: { word: 'Data Factory pipeline', ...RUNS, ...BOX },
  [TopologyNodeKind.FACTORY]: { word: 'data factory', ...REST, ...BOX },
  [TopologyNodeKind.ENDPOINT]: { word: 'endpoint', ...RUNS, ...ROUND },
  [TopologyNodeKind.PIPELINE]: { word: 'pipeline', ...RUNS, ...BOX },
  [TopologyNodeKind.COMPUTE]: { word: 'compute', ...WHERE, ...BOX },
  [TopologyNodeKind.DATASTORE]: { word: 'datastore', ...DATA, ...STORE },
  [TopologyNodeKind.DATA_ASSET]: { word: 'data asset', ...DATA, ...BOX },
  [TopologyNodeKind.CONTAINER]: { word: 'container', ...DATA, ...STORE },
  [TopologyNodeKind.STORAGE_ACCOUNT]: { word: 'storage account', ...DATA, ...BOX },
  [TopologyNodeKind.WORKSPACE]: { word: 'workspace', ...REST, ...BOX },
  [TopologyNodeKind.IDENTITY]: { word: 'identity', ...REST, ...ROUND },
  [TopologyNodeKind.SERVICE]: { word: 'service', ...REST, ...ROUND },
  [TopologyNodeKind.OTHER]: { word: 'resource', ...REST, ...BOX },
};

/** How edges look. */
export interface EdgeAppearance {
  /** What stands on an edge that has no labels of its own; empty where the arrow says enough. */
  readonly word: string;
  readonly style: 'bold' | 'solid' | 'dashed' | 'dotted';
  readonly stroke: string;
  /** Arrow in Mermaid. */
  readonly arrow: string;
}

/** How edges look, by kind. */
export const EDGE_APPEARANCE: Readonly<Record<TopologyEdgeKind, EdgeAppearance>> = {
  [TopologyEdgeKind.STARTS]: { word: 'starts', style: 'bold', stroke: '#9a6700', arrow: '==>' },
  [TopologyEdgeKind.RUNS]: { word: 'runs', style: 'solid', stroke: '#0969da', arrow: '-->' },
  [TopologyEdgeKind.RUNS_ON]: { word: 'runs on', style: 'solid', stroke: '#8250df', arrow: '-->' },
  [TopologyEdgeKind.READS]: { word: 'reads', style: 'solid', stroke: '#1a7f37', arrow: '-->' },
  [TopologyEdgeKind.WRITES]: { word: 'writes', style: 'solid', stroke: '#1a7f37', arrow: '-->' },
  [TopologyEdgeKind.STORED_IN]: { word: 'in', style: 'dashed', stroke: '#1a7f37', arrow: '-->' },
  [TopologyEdgeKind.ACTS_AS]: { word: 'acts as', style: 'dashed', stroke: '#57606a', arrow: '-->' },
  [TopologyEdgeKind.MAY]: { word: 'may', style: 'dotted', stroke: '#57606a', arrow: '-.->' },
};

/** How changes look. The sign says it to those who see no colours. */
export const CHANGE_APPEARANCE: Readonly<
  Record<TopologyChange, { readonly sign: string; readonly stroke: string }>
> = {
  [TopologyChange.CREATE]: { sign: '+', stroke: '#1a7f37' },
  [TopologyChange.UPDATE]: { sign: '~', stroke: '#bc4c00' },
  [TopologyChange.REPLACE]: { sign: '±', stroke: '#cf222e' },
  [TopologyChange.DELETE]: { sign: '−', stroke: '#cf222e' },
};
