import { Topology, TopologyChange } from '../../lib/topology';
import { wordsOf } from '../../lib/topology/private/render/words';
import { estate } from './estate';

const ROLE = 'azurerm_role_assignment.Read';

describe('a topology in words', () => {
  const topology = Topology.fromDocuments(estate(1, 1), {
    changes: [
      { stack: 'team-1', address: 'azapi_resource.Component1', change: TopologyChange.CREATE },
      { stack: 'team-1', address: 'azapi_resource.Schedule1', change: TopologyChange.UPDATE },
      { stack: 'team-1', address: ROLE, change: TopologyChange.DELETE },
      {
        stack: 'team-1',
        address: 'azurerm_machine_learning_compute_cluster.Cpu',
        change: TopologyChange.REPLACE,
      },
    ],
  });
  const words = wordsOf(topology.graph);

  test('tells everything that is drawn once, with its details, its connections and what changes', () => {
    expect(words.map(({ text, connections }) => [text, ...connections])).toEqual([
      [
        'pipeline pipeline-1, steps: prepare, train, created',
        'runs on compute cpu',
        'reads datastore raw (incoming/pipeline-1)',
      ],
      [
        'compute cpu, STANDARD_DS3_V2, 0 to 4 nodes, replaced',
        'has a role on container raw (Storage Blob Data Reader), deleted',
      ],
      ['datastore raw', 'is stored in container raw'],
      [
        expect.stringMatching(/^schedule nightly-pipeline-1, every day at 01:30 .*, updated$/),
        'starts pipeline pipeline-1',
      ],
      ['container raw'],
    ]);
  });

  test('names the elements of the SVG, the stacks and the addresses', async () => {
    const svg = (await topology.toSvg()).replaceAll('&#45;', '-');
    for (const { id, text } of words) {
      const element = new RegExp(`<g id="${id}" [^]*?</g>`).exec(svg)?.[0];
      expect(element).toContain(`>${text.split(/[ ,]/)[1] ?? ''}</text>`);
    }
    expect(words.map(({ stack }) => stack)).toEqual(Array(5).fill('team-1'));
    expect(words[0]?.addresses).toEqual(['azapi_resource.Component1']);
  });

  test('leaves the stack out of what none declares', () => {
    const content = {
      resource: {
        azapi_resource: {
          Data: {
            type: 'Microsoft.MachineLearningServices/workspaces/datastores@2025-06-01',
            name: 'raw',
            parent_id:
              '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w',
            body: {
              properties: { datastoreType: 'AzureBlob', accountName: 'a', containerName: 'c' },
            },
          },
        },
      },
    };
    const { graph } = Topology.fromDocuments([{ name: 'one', content }]);
    const stacks = wordsOf(graph).map(({ text, stack }) => [text, stack]);
    expect(stacks).toContainEqual(['datastore raw', 'one']);
    expect(stacks.filter(([, stack]) => stack === undefined)).toHaveLength(1);
  });

  test('has nothing to say of nothing', () => {
    expect(wordsOf({ groups: [], nodes: [], edges: [] })).toEqual([]);
  });
});
