import { Topology, type TopologyDocument } from '../../lib/topology';
import { estate } from './estate';
import { overlaps } from './svg-text';

const HOSTILE = 'a"b]c|end;`x` <script>alert(1)</script> #1 & ${x} \\n "]; end';

/** A stack with one cluster of a name. */
function cluster(name: string): TopologyDocument {
  const content = {
    resource: {
      azurerm_machine_learning_compute_cluster: {
        Cpu: { name, machine_learning_workspace_id: '/providers/x/workspaces/w', vm_size: name },
      },
    },
  };
  return { name, content };
}

describe('Mermaid', () => {
  test('has nothing in a label that ends it, or means something to Markdown or HTML', () => {
    const lines = Topology.fromDocuments([cluster(HOSTILE)])
      .toMermaid()
      .split('\n');
    const labels = lines.flatMap(
      (line) => /^ *(?:subgraph )?[gn]\d+ ?\[?"(.*)"\]?$/.exec(line)?.[1] ?? [],
    );
    expect(labels).toHaveLength(2);
    for (const label of labels) {
      expect(label.replaceAll('<br/>', '')).not.toMatch(/["`<>[\]{}|\\&$]|;(?<!#\d+;)/);
    }
  });

  test('opens and closes as many groups', () => {
    const lines = Topology.fromDocuments(estate(2, 2)).toMermaid().split('\n');
    const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
    expect(count(/^ *subgraph /)).toBe(count(/^ *end$/));
    expect(count(/^ *subgraph /)).toBe(6);
  });

  test.each([
    [3, 3],
    [10, 23],
    [1, 700],
  ])('stays within what GitHub draws with %d stacks of %d pipelines', (stacks, pipelines) => {
    const text = Topology.fromDocuments(estate(stacks, pipelines)).toMermaid();
    const edges = text.split('\n').filter((line) => /^ {2}n\d+ (?:==>|-->|-\.->)/.test(line));
    expect(edges.length).toBeLessThanOrEqual(500);
    expect(text.length).toBeLessThanOrEqual(50_000);
    expect(text.includes('more connections are not drawn')).toBe(stacks * pipelines > 100);
  });
});

describe('DOT and SVG', () => {
  test('show hostile names as they are written', async () => {
    const svg = await Topology.fromDocuments([cluster('a"b\\l<c>&amp;')]).toSvg();
    expect(svg).toContain('>a&quot;b\\l&lt;c&gt;&amp;amp;</text>');
    expect(svg).not.toMatch(/<script|<!DOCTYPE|<\?xml/);
  });

  test.each([
    [1, 1, 5],
    [3, 8, 57],
    [10, 23, 490],
    [1, 248, 499],
  ])(
    'no two texts overlap with %d stacks of %d pipelines',
    async (stacks, pipelines, nodes) => {
      const topology = Topology.fromDocuments(estate(stacks, pipelines));
      expect(topology.graph.nodes).toHaveLength(nodes);
      const svg = await topology.toSvg();
      expect(overlaps(svg)).toEqual([]);
      const drawn = svg.replaceAll('&#45;', '-');
      const missing = topology.graph.nodes.filter(
        ({ label }) => !drawn.includes(`>${label}</text>`),
      );
      expect(missing).toEqual([]);
    },
    60_000,
  );

  test('the measure of overlaps sees texts that lie over each other', () => {
    const text = (x: number, y: number, content: string) =>
      `<text text-anchor="middle" x="${x}" y="${y}" font-size="10.00">${content}</text>`;
    expect(overlaps(text(0, 0, 'wide text') + text(10, 4, 'another'))).toHaveLength(1);
    expect(overlaps(text(0, 0, 'wide text') + text(0, 12, 'another'))).toEqual([]);
    expect(overlaps(text(0, 0, 'wide text') + text(90, 0, 'another'))).toEqual([]);
  });

  test('are the same twice', async () => {
    const documents = estate(2, 3);
    expect(await Topology.fromDocuments(documents).toSvg()).toBe(
      await Topology.fromDocuments(documents).toSvg(),
    );
  });
});
