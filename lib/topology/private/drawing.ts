import { type TopologyEdgeKind, TopologyGroupKind, type TopologyNodeKind } from '../topology-graph';
import type { DeclaredResource } from './read/declared-stack';
import { drawnId, kindOfId, lastName, type Owner, ownerOf } from './resolve/arm-kinds';
import type { Resolver } from './resolve/resolver';

/** Id of the group of what is declared nowhere. */
export const OUTSIDE = 'outside';

/** A node while the graph is drawn. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: TopologyNodeKind;
  readonly label: string;
  readonly details: Set<string>;
  readonly group: string;
  readonly resources: Set<DeclaredResource>;
}

/** An edge while the graph is drawn. */
export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: TopologyEdgeKind;
  readonly labels: Set<string>;
  readonly resources: Set<DeclaredResource>;
}

/** A group while the graph is drawn. */
export interface DrawnGroup {
  readonly id: string;
  readonly kind: TopologyGroupKind;
  readonly label: string;
  readonly parent: string | undefined;
}

/** What is said of a node. */
interface NodeSpec {
  readonly id: string;
  readonly kind: TopologyNodeKind;
  readonly label: string;
  readonly details?: readonly string[];
  /** The stack that declares it, none where nothing does. */
  readonly stack?: string | undefined;
}

/** A graph that grows: what is said twice is there once. */
export class Drawing {
  public readonly nodes = new Map<string, DrawnNode>();
  public readonly edges = new Map<string, DrawnEdge>();
  public readonly groups = new Map<string, DrawnGroup>();

  public constructor(public readonly resolver: Resolver) {}

  /** Adds a node, or details to the one that is there. */
  public node({ id, kind, label, details = [], stack }: NodeSpec): DrawnNode {
    const key = id.toLowerCase();
    let node = this.nodes.get(key);
    if (node === undefined) {
      const group = this.groupOf(id, stack);
      node = { id: key, kind, label, details: new Set(), group, resources: new Set() };
      this.nodes.set(key, node);
    }
    for (const detail of details) node.details.add(detail);
    return node;
  }

  /** The node of an ARM id, of a version too; made where nothing declares it. */
  public nodeOfId(id: string): DrawnNode {
    const drawn = drawnId(id);
    return (
      this.nodes.get(drawn.toLowerCase()) ??
      this.node({ id: drawn, kind: kindOfId(drawn), label: lastName(drawn) })
    );
  }

  /** Adds an edge, or a label to the one that is there; nothing leads from a node to itself. */
  public edge(
    from: DrawnNode,
    to: DrawnNode,
    kind: TopologyEdgeKind,
    label?: string,
  ): DrawnEdge | undefined {
    if (from === to) return undefined;
    const key = `${from.id} ${to.id} ${kind}`;
    let edge = this.edges.get(key);
    if (edge === undefined) {
      edge = { from: from.id, to: to.id, kind, labels: new Set(), resources: new Set() };
      this.edges.set(key, edge);
    }
    if (label !== undefined && label !== '') edge.labels.add(label);
    return edge;
  }

  private groupOf(id: string, declaredBy: string | undefined): string {
    const owner = ownerOf(id);
    const stack =
      declaredBy ?? (owner === undefined ? undefined : this.resolver.find(owner.id)?.stack);
    const base = stack === undefined ? OUTSIDE : `stack/${stack}`;
    this.addGroup(
      stack === undefined
        ? { id: base, kind: TopologyGroupKind.OUTSIDE, label: 'not declared here' }
        : { id: base, kind: TopologyGroupKind.STACK, label: `stack ${stack}` },
    );
    if (owner === undefined) return base;
    const group = `${base}${owner.id.toLowerCase()}`;
    this.addGroup({ ...owner, id: group, parent: base });
    return group;
  }

  private addGroup(group: Owner & { readonly parent?: string }): void {
    if (!this.groups.has(group.id)) this.groups.set(group.id, { parent: undefined, ...group });
  }
}
