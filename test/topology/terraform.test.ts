import { dirname } from 'node:path';
import { Topology, TopologyChange, TopologyEdgeKind, type TopologyGraph } from '../../lib/topology';
import { synthesizeExample } from '../support/examples';
import { describeTerraform, expectOk, TerraformWorkdir } from '../support/terraform';

/** The graph without what only one kind of input tells. */
function essence({ groups, nodes, edges }: TopologyGraph) {
  return {
    groups: groups.map(({ id }) => id),
    nodes: nodes.map(({ id, kind, label, details, group }) => ({
      id,
      kind,
      label,
      details,
      group,
    })),
    edges: edges.map(({ from, to, kind, labels }) => ({ from, to, kind, labels })),
  };
}

function withoutPaths({ edges, ...rest }: ReturnType<typeof essence>) {
  return {
    ...rest,
    edges: edges.map((edge) =>
      edge.kind === TopologyEdgeKind.READS ? { ...edge, labels: [] } : edge,
    ),
  };
}

function of(name: string, content: unknown): Topology {
  return Topology.fromDocuments([{ name, content }]);
}

describeTerraform('a topology of a plan', () => {
  test.each(['01-quickstart', '02-existing-v1-pipeline'])(
    'of %s is that of what was synthesized, before and after it is applied',
    async (example) => {
      for (const { stackName, document, file } of await synthesizeExample(example)) {
        const workdir = await TerraformWorkdir.create();
        try {
          const synthesized = essence(of(stackName, document).graph);
          await workdir.write(JSON.stringify(document), dirname(file));
          expectOk(await workdir.init());
          const first = of(stackName, expectOk(await workdir.plan()).plan).graph;
          // Where a path holds an id of Azure, the first plan knows the datastore and not the path.
          expect(withoutPaths(essence(first))).toEqual(withoutPaths(synthesized));
          const declared = first.nodes.filter(({ addresses }) => addresses.length > 0);
          expect(new Set(declared.map(({ change }) => change))).toEqual(
            new Set([TopologyChange.CREATE]),
          );
          expectOk(await workdir.applyPlan());
          const second = of(stackName, expectOk(await workdir.plan()).plan).graph;
          expect(essence(second)).toEqual(synthesized);
          expect(second.nodes.filter(({ change }) => change !== undefined)).toEqual([]);
        } finally {
          await workdir.dispose();
        }
      }
    },
  );

  test('of a data asset has its name once that is known', async () => {
    for (const { stackName, document, file } of await synthesizeExample('03-train-and-publish')) {
      const workdir = await TerraformWorkdir.create();
      try {
        const synthesized = essence(of(stackName, document).graph);
        await workdir.write(JSON.stringify(document), dirname(file));
        expectOk(await workdir.init());
        const first = of(stackName, expectOk(await workdir.plan()).plan).graph;
        expect(first.nodes.map(({ kind }) => kind).sort()).toEqual(
          synthesized.nodes.map(({ kind }) => kind).sort(),
        );
        expect(first.edges).toHaveLength(synthesized.edges.length);
        expectOk(await workdir.applyPlan());
        const second = of(stackName, expectOk(await workdir.plan()).plan).graph;
        expect(essence(second)).toEqual(synthesized);
      } finally {
        await workdir.dispose();
      }
    }
  });
});
