import type { App } from 'cdktf';
import { cdktf } from '../core/engine/loaded-cdktf';
import { draw } from './private/draw';
import type { DeclaredStack } from './private/read/declared-stack';
import { readStack } from './private/read/read-stack';
import { stackDocument } from './private/read/stack-document';
import { stackDocumentsIn } from './private/read/synth-folder';
import { renderDot } from './private/render/dot';
import { renderMermaid } from './private/render/mermaid';
import { renderSvg } from './private/render/svg';
import type { TopologyOptions } from './topology-options';
import type { TopologyDocument } from './topology-document';
import type { TopologyGraph } from './topology-graph';
import { chosenStacks } from './private/read/chosen-stacks';

/**
 * What starts what, what runs where, what reads and writes which data, and who may call whom: read from
 * synthesized stacks or from plans, and drawn.
 *
 * Nothing is asked of Azure. What a definition computes at run time, such as a URL, is not followed. Values
 * that a plan marks as sensitive are not read.
 *
 * @example
 * const topology = Topology.fromApp(app);
 * writeFileSync('topology.mmd', topology.toMermaid());
 */
export class Topology {
  /**
   * The topology of an app, as it would be synthesized now.
   *
   * @param app with its stacks; nothing is written, nothing is validated
   * @throws UnscopedValidationError TopologyStackUnknown
   */
  public static fromApp(app: App, options: TopologyOptions = {}): Topology {
    const { TerraformStack } = cdktf();
    const stacks = app.node.findAll().filter((construct) => TerraformStack.isStack(construct));
    return Topology.fromDocuments(stacks.map(stackDocument), options);
  }

  /**
   * The topology of what was synthesized into a folder, such as `cdktf.out`.
   *
   * @param folder with `stacks/<stack>/cdk.tf.json` in it, or one such stack
   * @throws UnscopedValidationError TopologyFolderEmpty, TopologyInputUnreadable, TopologyInputInvalid, TopologyStackUnknown
   */
  public static fromSynthFolder(folder: string, options: TopologyOptions = {}): Topology {
    return Topology.fromDocuments(stackDocumentsIn(folder), options);
  }

  /**
   * The topology of documents: Terraform JSON of stacks, or plans as `terraform show -json` prints them. What
   * a plan changes is marked; what it destroys is drawn as well.
   *
   * @throws UnscopedValidationError TopologyInputInvalid, TopologyStackUnknown
   */
  public static fromDocuments(
    documents: TopologyDocument[],
    options: TopologyOptions = {},
  ): Topology {
    const stacks = documents.map(({ name, content }) => readStack(name, content));
    return new Topology(graphOf(chosenStacks(stacks, options.stack), options));
  }

  private constructor(
    /** Groups, nodes and edges. */
    public readonly graph: TopologyGraph,
  ) {}

  /**
   * A flowchart of Mermaid, which GitHub draws in Markdown.
   *
   * GitHub draws no more than 500 connections and 50,000 characters. What is beyond is left out, roles first,
   * and a node says how much.
   */
  public toMermaid(): string {
    return renderMermaid(this.graph);
  }

  /** The graph in the language of Graphviz. */
  public toDot(): string {
    return renderDot(this.graph);
  }

  /** A drawing that stands alone, on a transparent ground; made in this process, by Graphviz as WebAssembly. */
  public async toSvg(): Promise<string> {
    return renderSvg(this.graph);
  }

  /** The graph as JSON, in an order that only its content decides. */
  public toJson(): string {
    return `${JSON.stringify(this.graph, undefined, 2)}\n`;
  }
}

function graphOf(stacks: readonly DeclaredStack[], { changes }: TopologyOptions): TopologyGraph {
  if (changes === undefined) return draw(stacks, ({ change }) => change);
  const known = new Map(
    changes.map(({ stack, address, change }) => [`${stack} ${address}`, change]),
  );
  return draw(stacks, ({ stack, address }) => known.get(`${stack} ${address}`));
}
