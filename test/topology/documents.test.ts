import { Topology, TopologyChange, TopologyNodeKind } from '../../lib/topology';
import { sentences } from './readable';

const WORKSPACE =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
const SCHEDULE = 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01';
const COMPONENT = 'Microsoft.MachineLearningServices/workspaces/components/versions@2025-06-01';

interface Planned {
  readonly address: string;
  readonly type: string;
  readonly values: object;
  readonly actions: readonly string[];
  readonly sensitive?: object;
}

/** A plan as `terraform show -json` prints it. */
function planOf(...resources: readonly Planned[]) {
  return {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: resources
          .filter(({ actions }) => actions.join() !== 'delete')
          .map(({ address, type, values, sensitive = {} }) => ({
            address,
            type,
            values,
            mode: 'managed',
            sensitive_values: sensitive,
          })),
      },
    },
    resource_changes: resources.map(({ address, type, values, actions, sensitive = {} }) => ({
      address,
      type,
      mode: 'managed',
      change: { actions, before: values, before_sensitive: sensitive, after: values },
    })),
  };
}

function component(version: string, ...actions: readonly string[]): Planned {
  return {
    address: `azapi_resource.Component_${version}`,
    type: 'azapi_resource',
    values: {
      type: COMPONENT,
      name: version,
      parent_id: `${WORKSPACE}/components/churn`,
      body: { properties: { componentSpec: { type: 'pipeline', name: 'churn', jobs: {} } } },
    },
    actions,
  };
}

function schedule(name: string, version: string, ...actions: readonly string[]): Planned {
  const componentId = `${WORKSPACE}/components/churn/versions/${version}`;
  return {
    address: `azapi_resource.${name}`,
    type: 'azapi_resource',
    values: {
      type: SCHEDULE,
      name,
      parent_id: WORKSPACE,
      body: { properties: { action: { jobDefinition: { componentId } } } },
    },
    actions,
  };
}

function changesOf(...resources: readonly Planned[]) {
  const { graph } = Topology.fromDocuments([{ name: 'p', content: planOf(...resources) }]);
  return Object.fromEntries(graph.nodes.map(({ label, change }) => [label, change]));
}

describe('a pipeline of Data Factory', () => {
  const ACTIVITIES = [
    { name: 'Copy', type: 'Copy', state: 'Inactive', onInactiveMarkAs: 'Skipped' },
    { name: 'Wait', type: 'Wait', state: 'Active' },
    { name: 'Train', type: 'WebActivity', state: 'Inactive' },
  ];
  const FACTORY = '/subscriptions/s/resourceGroups/g/providers/Microsoft.DataFactory/factories/f';

  test.each<[string, object, readonly string[]]>([
    [
      'azapi_resource',
      {
        type: 'Microsoft.DataFactory/factories/pipelines@2018-06-01',
        parent_id: FACTORY,
        body: { properties: { activities: ACTIVITIES } },
      },
      ['inactive: Copy, Train'],
    ],
    [
      'azurerm_data_factory_pipeline',
      { data_factory_id: FACTORY, activities_json: JSON.stringify(ACTIVITIES) },
      ['inactive: Copy, Train'],
    ],
    [
      'azurerm_data_factory_pipeline',
      { data_factory_id: FACTORY, activities_json: JSON.stringify(ACTIVITIES.slice(1, 2)) },
      [],
    ],
  ])('of %s, %j, says which activities are not run: %j', (type, values, details) => {
    const planned = { address: `${type}.p`, type, values: { name: 'p', ...values }, actions: [] };
    const { graph } = Topology.fromDocuments([{ name: 'p', content: planOf(planned) }]);
    expect(graph.nodes.find(({ label }) => label === 'p')?.details).toEqual(details);
  });
});

describe('the changes of a plan', () => {
  test.each([
    [['create'], TopologyChange.CREATE],
    [['update'], TopologyChange.UPDATE],
    [['delete', 'create'], TopologyChange.REPLACE],
    [['create', 'delete'], TopologyChange.REPLACE],
    [['delete'], TopologyChange.DELETE],
    [['no-op'], undefined],
  ])('%p is marked as %p', (actions, change) => {
    expect(changesOf(schedule('nightly', '1', ...actions))['nightly']).toBe(change);
  });

  test('what is left of a former object says nothing of the present one', () => {
    const plan = planOf(schedule('nightly', '1', 'no-op'));
    const [change] = plan.resource_changes;
    const left = { ...change, deposed: '0a1b2c3d', change: { actions: ['delete'], before: {} } };
    const { graph } = Topology.fromDocuments([
      { name: 'p', content: { ...plan, resource_changes: [...plan.resource_changes, left] } },
    ]);
    expect(graph.nodes.filter(({ label }) => label === 'nightly')).toHaveLength(1);
    expect(graph.nodes.map(({ change: marked }) => marked)).not.toContain(TopologyChange.DELETE);
  });

  test.each([
    ['where only the change is marked', { name: true }, {}],
    ['where the marks are of another form', {}, { name: { part: true } }],
    ['where the marks are of a list', {}, { name: [true] }],
  ])('a sensitive name is not drawn, %s', (_, ofChange, ofValues) => {
    const open = schedule('nightly', '1', 'create');
    const values = { ...open.values, name: 'hush-hush' };
    const plan = planOf({ ...open, values, sensitive: ofValues });
    const content = {
      ...plan,
      resource_changes: plan.resource_changes.map((one) => ({
        ...one,
        change: { ...one.change, after_sensitive: ofChange },
      })),
    };
    expect(Topology.fromDocuments([{ name: 'p', content }]).toMermaid()).not.toContain('hush-hush');
  });

  test('a new version of a pipeline and the end of the old one are an update of the pipeline', () => {
    const changes = changesOf(
      component('1', 'delete'),
      component('2', 'create'),
      schedule('nightly', '2', 'update'),
    );
    expect(changes).toMatchObject({
      churn: TopologyChange.UPDATE,
      nightly: TopologyChange.UPDATE,
    });
  });

  test('are marked in each format', async () => {
    const content = planOf(schedule('nightly', '1', 'delete'));
    const topology = Topology.fromDocuments([{ name: 'p', content }]);
    expect(topology.toMermaid()).toMatch(/class n\d+ change_delete/);
    expect(topology.toDot()).toContain('change-delete');
    expect((await topology.toSvg()).replaceAll('&#45;', '-')).toContain(
      'class="node node schedule change-delete"',
    );
    expect(topology.toJson()).toContain('"change": "delete"');
  });

  test('that are given stand in for those of the document', () => {
    const content = planOf(schedule('nightly', '1', 'update'), schedule('weekly', '1', 'update'));
    const { graph } = Topology.fromDocuments([{ name: 'p', content }], {
      changes: [{ stack: 'p', address: 'azapi_resource.weekly', change: TopologyChange.REPLACE }],
    });
    expect(
      graph.nodes.flatMap(({ label, change }) => (change === undefined ? [] : [[label, change]])),
    ).toEqual([['weekly', TopologyChange.REPLACE]]);
  });
});

describe('a document', () => {
  test('is not read where the plan calls it sensitive', () => {
    const nightly = schedule('hunter2', '1', 'update');
    const content = planOf({
      ...nightly,
      address: 'azapi_resource.Nightly',
      sensitive: { name: true },
    });
    const topology = Topology.fromDocuments([{ name: 'p', content }]);
    expect(topology.toJson()).toContain('Nightly');
    expect(topology.toJson()).not.toContain('hunter2');
  });

  test('of another stack is followed through the remote state of cdktf', () => {
    const shared = {
      '//': { metadata: { stackName: 'shared' } },
      output: {
        'cross-stack-output-w': { value: '${azurerm_machine_learning_workspace.W.id}' },
      },
      resource: {
        azurerm_machine_learning_workspace: { W: { name: 'w', resource_group_name: 'g' } },
      },
    };
    const team = {
      '//': { metadata: { stackName: 'team' } },
      resource: {
        azurerm_machine_learning_compute_cluster: {
          Cpu: {
            name: 'cpu',
            machine_learning_workspace_id:
              '${data.terraform_remote_state.cross-stack-reference-input-shared.outputs.cross-stack-output-w}',
          },
        },
        azurerm_role_assignment: {
          Reader: {
            scope:
              '${data.terraform_remote_state.cross-stack-reference-input-shared.outputs.cross-stack-output-w}',
            principal_id:
              '${azurerm_machine_learning_compute_cluster.Cpu.identity[0].principal_id}',
            role_definition_name: 'Reader',
          },
        },
      },
    };
    const { graph } = Topology.fromDocuments([
      { name: 'team', content: team },
      { name: 'shared', content: shared },
    ]);
    expect(sentences(graph)).toEqual(['compute cpu may (Reader) workspace w']);
    expect(graph.groups.map(({ label }) => label)).toEqual([
      'stack shared',
      'workspace w',
      'stack team',
      'workspace w',
    ]);
  });

  test('with resources that it does not know is counted, not drawn', () => {
    const content = { resource: { aws_instance: { a: {}, b: {} }, null_resource: { c: {} } } };
    const { graph } = Topology.fromDocuments([{ name: 'other', content }]);
    expect(graph).toEqual({ groups: [], nodes: [], edges: [] });
  });

  test('with a Logic App that anybody calls has the caller', () => {
    const content = {
      resource: {
        azapi_resource: {
          App: {
            type: 'Microsoft.Logic/workflows@2019-05-01',
            name: 'la',
            parent_id: '/subscriptions/s/resourceGroups/g',
            body: {
              properties: {
                definition: {
                  triggers: { manual: { type: 'Request', inputs: {} } },
                  actions: {
                    Scope: {
                      type: 'Scope',
                      actions: {
                        Post: {
                          type: 'Http',
                          inputs: { method: 'POST', uri: 'https://example.org/run?sig=secret' },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    };
    const topology = Topology.fromDocuments([{ name: 's', content }]);
    expect(sentences(topology.graph)).toEqual([
      'workflow la starts service example.org',
      'caller HTTP caller starts workflow la',
    ]);
    expect(topology.toJson()).not.toContain('secret');
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['text', 'plan'],
    ['another document', { version: 4, serial: 1 }],
    ['a plan without changes or values', { format_version: '1.2' }],
  ])('is refused where it is %s', (_, content) => {
    expect(() => Topology.fromDocuments([{ name: 'p', content }])).toThrow(
      /\[TopologyInputInvalid\]$/,
    );
  });

  test.each([
    { resource: { azapi_resource: { a: null, b: { type: 1 }, c: { type: SCHEDULE, body: 'x' } } } },
    { resource: { azurerm_role_assignment: { a: {} }, azurerm_storage_container: { b: [] } } },
    {
      resource: {
        azapi_resource: {
          a: { type: SCHEDULE, name: '${a.b', parent_id: '${azapi_resource.a.id}' },
        },
      },
    },
    {
      format_version: '1.2',
      planned_values: { root_module: { resources: [null, {}, { address: 'a.b', type: 'a' }] } },
    },
    {
      format_version: '1.2',
      resource_changes: [null, { address: 'a.b', type: 'a', change: { actions: ['delete'] } }],
    },
  ])('is read as far as it goes: %j', (content) => {
    const { graph } = Topology.fromDocuments([{ name: 'p', content }]);
    expect(graph.nodes.filter(({ kind }) => kind === TopologyNodeKind.OTHER)).toEqual([]);
  });
});
