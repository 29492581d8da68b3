import { App } from 'cdktf';
import { MlStack } from '../../lib';
import { Topology, TopologyGroupKind } from '../../lib/topology';
import { synthesizeExample } from '../support/examples';
import { sentences } from './readable';

async function topologyOf(example: string): Promise<Topology> {
  const stacks = await synthesizeExample(example);
  return Topology.fromDocuments(
    stacks.map(({ stackName, document }) => ({ name: stackName, content: document })),
  );
}

describe('the topology of an example', () => {
  test('says of the quickstart what starts what, where it runs, what it reads and who may call', async () => {
    const { graph } = await topologyOf('01-quickstart');
    const workflow = /workflow la-on-new-data-\w+/;
    const said = sentences(graph).map((line) => line.replace(/-[0-9a-f]{8}\b/g, ''));
    expect(sentences(graph).join('\n')).toMatch(workflow);
    expect(said.filter((line) => line.includes(' starts')).sort()).toEqual([
      'container raw starts (blob in incoming, polled every 5 minutes) workflow la-on-new-data',
      'factory-pipeline Orchestrate starts endpoint churn',
      'schedule churn-nightly starts pipeline churn',
      'trigger Weekly starts factory-pipeline Orchestrate',
      'workflow la-on-new-data starts endpoint churn',
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        'endpoint churn runs pipeline churn',
        'pipeline churn runs-on compute cpu',
        'pipeline churn reads (history/churn.csv) datastore raw',
        'endpoint churn reads (the blob that started it) container raw',
        'datastore raw stored-in container raw',
        'compute cpu may (Storage Blob Data Reader) container raw',
        expect.stringMatching(
          /^workflow la-on-new-data may \(Azure ML v2 pipeline invoker .*\) workspace mlw-churn$/,
        ),
      ]),
    );
    const details = new Map(
      graph.nodes.map((node) => [`${node.kind} ${node.label}`, node.details]),
    );
    expect(details.get('schedule churn-nightly')).toEqual(['every day at 04:30 Europe/Berlin']);
    expect(details.get('compute cpu')).toEqual(['STANDARD_DS3_V2', '0 to 4 nodes']);
    expect(details.get('pipeline churn')).toEqual(['steps: prepare, train']);
  });

  test('groups what is in a workspace, a factory and an account below the stack', async () => {
    const { graph } = await topologyOf('01-quickstart');
    const [stack] = graph.groups;
    expect(stack).toMatchObject({ kind: TopologyGroupKind.STACK, label: 'stack churn' });
    expect(graph.groups.slice(1).map(({ label, parent }) => [label, parent])).toEqual([
      ['data factory adf-churn', stack?.id],
      ['workspace mlw-churn', stack?.id],
      [expect.stringMatching(/^storage account stmlwchurn/), stack?.id],
    ]);
    expect(stack?.otherResources).toBeGreaterThan(0);
  });

  test('draws what exists already outside the stack that refers to it', async () => {
    const { graph } = await topologyOf('02-existing-v1-pipeline');
    expect(sentences(graph)).toEqual(
      expect.arrayContaining([
        'factory-pipeline Orchestrate starts pipeline v1 9a1f3c52',
        expect.stringMatching(/^workflow la-on-new-blob-\w+ starts pipeline v1 9a1f3c52$/),
        'pipeline v1 9a1f3c52 reads datastore inbox',
      ]),
    );
    const outside = graph.nodes.filter(({ group }) => group.startsWith('outside'));
    expect(outside.map(({ label }) => label).sort()).toEqual([
      'inbox',
      'inbox',
      'mlw-legacy',
      'v1 9a1f3c52',
    ]);
    expect(outside.flatMap(({ addresses }) => addresses)).toEqual([]);
  });

  test('follows datasets and linked services of Data Factory to containers and clusters', async () => {
    const { graph } = await topologyOf('08-data-factory');
    expect(sentences(graph)).toEqual(
      expect.arrayContaining([
        'factory-pipeline Prepare reads (incoming) container landing',
        'factory-pipeline Prepare writes container raw',
        'factory-pipeline Prepare runs-on compute Databricks',
        'factory-pipeline Train starts factory-pipeline Prepare',
      ]),
    );
  });

  test('is the same whatever order the document has', async () => {
    const [stack] = await synthesizeExample('01-quickstart');
    const topology = Topology.fromDocuments([{ name: 'churn', content: stack?.document }]);
    const other = Topology.fromDocuments([{ name: 'churn', content: reversed(stack?.document) }]);
    expect(other.graph.edges).toEqual(topology.graph.edges);
    expect(other.graph.nodes.map(({ id }) => id)).toEqual(topology.graph.nodes.map(({ id }) => id));
    expect(other.graph.groups).toEqual(topology.graph.groups);
  });

  test('is read from an app that is not synthesized yet, and leaves its tree as it is', () => {
    const app = new App();
    const stack = new MlStack(app, 'empty', {
      subscriptionId: '00000000-0000-0000-0000-000000000000',
      location: 'westeurope',
    });
    const before = stack.node.findAll().length;
    expect(Topology.fromApp(app).graph).toEqual({ groups: [], nodes: [], edges: [] });
    expect(stack.node.findAll()).toHaveLength(before);
  });
});

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, key === 'jobs' ? member : reversed(member)]),
  );
}
