import { TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';
import { Duration } from '../../lib/core/duration';
import { factsOf } from '../../lib/core/facts';
import { BuiltInRole, type IRole } from '../../lib/identity';
import {
  BlobTriggeredPipeline,
  type BlobTriggeredPipelineProps,
  WorkflowIdentity,
} from '../../lib/logic-apps';
import {
  BlobReference,
  PipelineArgument,
} from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { RoleAssignmentMode } from '../../lib/platform/settings';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageNetworkAccess } from '../../lib/storage/storage-options';
import { Match, Template } from '../../lib/testing';
import {
  codesOf,
  GROUP_ID,
  GUID,
  IDENTITY_ID,
  setUp,
  SUBSCRIPTION,
  workflowProperties,
} from './setup';

type World = ReturnType<typeof setUp>;

function trigger(world: World, props: Partial<BlobTriggeredPipelineProps> = {}, id = 'OnNewData') {
  const { stack, v2, container } = world;
  return new BlobTriggeredPipeline(stack, id, { pipeline: v2, container, ...props });
}

const API_ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Web/locations/westeurope/managedApis/azureblob`;

describe('a pipeline that a blob starts', () => {
  test('is a workflow with its connection', () => {
    const world = setUp();
    trigger(world, { path: 'incoming', assign: { raw: BlobReference.triggeringBlob() } });
    const template = Template.fromStack(world.stack);
    template.resourceCountIs('azapi_resource', 2);
    const [address] = Object.keys(
      template.resources('azapi_resource', { type: 'Microsoft.Web/connections@2016-06-01' }),
    );
    expect(
      template.resource('azapi_resource', { type: 'Microsoft.Logic/workflows@2019-05-01' }),
    ).toEqual({
      type: 'Microsoft.Logic/workflows@2019-05-01',
      name: expect.stringMatching(/^la-on-new-data-[0-9a-f]{8}$/),
      parent_id: GROUP_ID,
      location: 'westeurope',
      identity: [{ type: 'SystemAssigned' }],
      replace_triggers_refs: [
        'properties.definition.triggers."When_a_blob_is_added_or_modified_(properties_only)_(V2)".runtimeConfiguration.concurrency',
      ],
      body: {
        properties: {
          state: 'Enabled',
          parameters: {
            $connections: {
              value: {
                azureblob: {
                  connectionId: `\${azapi_resource.${String(address)}.id}`,
                  connectionName: expect.stringMatching(/^con-on-new-data-connection-[0-9a-f]{8}$/),
                  id: API_ID,
                  connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
                },
              },
            },
          },
          definition: {
            $schema:
              'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
            contentVersion: '1.0.0.0',
            parameters: { $connections: { defaultValue: {}, type: 'Object' } },
            triggers: {
              'When_a_blob_is_added_or_modified_(properties_only)_(V2)': {
                type: 'ApiConnection',
                recurrence: { frequency: 'Minute', interval: 5 },
                splitOn: '@triggerBody()',
                metadata: { 'JTJmcmF3JTJmaW5jb21pbmc=': '/raw/incoming' },
                inputs: {
                  host: {
                    connection: {
                      name: "@parameters('$connections')['azureblob']['connectionId']",
                    },
                  },
                  method: 'get',
                  path: "/v2/datasets/@{encodeURIComponent(encodeURIComponent('stchurn'))}/triggers/batch/onupdatedfile",
                  queries: {
                    checkBothCreatedAndModifiedDateTime: false,
                    folderId: 'JTJmcmF3JTJmaW5jb21pbmc=',
                    maxFileCount: 10,
                  },
                },
              },
            },
            actions: {
              Run_pipeline: {
                type: 'Http',
                runAfter: {},
                inputs: {
                  method: 'POST',
                  uri: 'https://churn-train.westeurope.inference.ml.azure.com/jobs',
                  headers: {
                    'Content-Type': 'application/json',
                    'azureml-model-deployment': 'current',
                  },
                  body: {
                    properties: {
                      InputData: {
                        raw: {
                          JobInputType: 'UriFile',
                          Uri: "@{concat('https://stchurn.blob.core.windows.net', replace(encodeURIComponent(triggerBody()?['Path']), '%2F', '/'))}",
                        },
                      },
                    },
                  },
                  authentication: {
                    type: 'ManagedServiceIdentity',
                    audience: 'https://ml.azure.com',
                  },
                  retryPolicy: { type: 'none' },
                },
                runtimeConfiguration: { secureData: { properties: ['inputs'] } },
              },
            },
            outputs: {},
          },
        },
      },
    });
  });

  test('takes everything that a workflow, its trigger and its run take', () => {
    const world = setUp();
    const elsewhere = ResourceGroup.fromResourceGroupAttributes(world.stack, 'Elsewhere', {
      resourceGroupId: `${GROUP_ID}-triggers`,
      location: 'northeurope',
    });
    trigger(world, {
      pipeline: world.v1,
      path: 'incoming',
      pollEvery: Duration.hours(2),
      maxFileCount: 1,
      assign: {
        data: BlobReference.triggeringBlob(world.datastore),
        rate: PipelineArgument.literal(0.5),
      },
      experimentName: 'churn',
      continueOnStepFailure: true,
      enabled: false,
      identity: WorkflowIdentity.userAssigned(world.identity),
      secureInputs: false,
      workflowName: 'la-churn',
      resourceGroup: elsewhere,
      location: 'francecentral',
      tags: { team: 'ml' },
    });
    const template = Template.fromStack(world.stack);
    template.resourceCountIs('azapi_resource', 2, {
      parent_id: `${GROUP_ID}-triggers`,
      location: 'francecentral',
      tags: { team: 'ml' },
    });
    template.hasResource('azapi_resource', {
      name: 'la-churn',
      identity: [{ type: 'UserAssigned', identity_ids: [IDENTITY_ID] }],
    });
    expect(workflowProperties(world.stack)).toMatchObject({
      state: 'Disabled',
      definition: {
        triggers: {
          'When_a_blob_is_added_or_modified_(properties_only)_(V2)': {
            recurrence: { frequency: 'Hour', interval: 2 },
            inputs: { queries: { maxFileCount: 1 } },
          },
        },
        actions: {
          Run_pipeline: {
            inputs: {
              body: {
                ExperimentName: 'churn',
                ParameterAssignments: { rate: '0.5' },
                DataPathAssignments: { data: { DataStoreName: 'raw_store' } },
                ContinueOnStepFailure: true,
              },
              authentication: { identity: IDENTITY_ID, audience: 'https://management.azure.com/' },
            },
          },
        },
      },
    });
  });

  test('has a workflow of its own for each place in the tree', () => {
    const world = setUp();
    const names = ['A', 'a', 'A-', 'Aa'].map((id) => trigger(world, {}, id).workflow.workflowName);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^la-[a-z-]*[0-9a-f]{8}$/);
  });

  test('can do more after the run', () => {
    const world = setUp();
    const { workflow, connection } = trigger(world);
    expect(workflow.node.path).toBe('churn/OnNewData/Workflow');
    expect(connection.node.path).toBe('churn/OnNewData/Connection');
  });

  test.each([
    [{}, 'blob added or modified in raw, checked every 5 minutes', false],
    [
      { path: '/in/', pollEvery: Duration.days(1), enabled: false },
      'blob added or modified in raw/in, checked every 1 day',
      true,
    ],
  ])('is told in summaries: %#', (props, when, paused) => {
    const world = setUp();
    const triggered = trigger(world, props);
    expect(factsOf(world.stack, 'trigger')).toEqual([
      { scope: triggered, fact: { when, through: 'Logic App', pipeline: 'churn-train', paused } },
    ]);
  });
});

describe('the roles of the workflow', () => {
  test('are to read the container and to invoke the pipeline, and no others', () => {
    const world = setUp();
    trigger(world);
    const template = Template.fromStack(world.stack);
    template.resourceCountIs('azurerm_role_assignment', 2);
    template.resourceCountIs('azurerm_role_assignment', 2, {
      principal_id: Match.stringMatching(
        /^\$\{azapi_resource\.OnNewData_Workflow_\w+\.identity\[0\]\.principal_id\}$/,
      ),
      skip_service_principal_aad_check: true,
    });
    template.hasResource('azurerm_role_assignment', {
      scope: world.container.containerId,
      role_definition_id: Match.stringMatching(/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1$/),
    });
    template.hasResource('azurerm_role_assignment', {
      scope: world.workspace.workspaceId,
      role_definition_id: Match.stringMatching(/^\$\{azurerm_role_definition\./),
    });
  });

  test('are not waited for by the workflow, which exists before them', () => {
    const world = setUp();
    trigger(world);
    Template.fromStack(world.stack).hasNoResource('azapi_resource', {
      depends_on: Match.anyValue(),
    });
  });

  test('go to the user-assigned identity', () => {
    const world = setUp();
    const identity = WorkflowIdentity.userAssigned(world.identity);
    trigger(world, { identity });
    trigger(world, { identity, path: 'other' }, 'OnOther');
    Template.fromStack(world.stack).resourceCountIs('azurerm_role_assignment', 2, {
      principal_id: GUID,
    });
  });

  test('are listed where the deployer assigns none', () => {
    const world = setUp({}, { roleAssignments: RoleAssignmentMode.REPORT });
    const { workflow } = trigger(world);
    const principal = `Logic App ${workflow.workflowName}`;
    const template = Template.fromStack(world.stack);
    template.hasNoResource('azurerm_role_assignment');
    template.hasOutput('required_role_assignments', {
      value: [{ principal }, { principal }],
    });
  });

  test('can be more', () => {
    const world = setUp();
    world.container.grantReadWrite(trigger(world));
    Template.fromStack(world.stack).resourceCountIs('azurerm_role_assignment', 3);
  });
});

const CUSTOM: IRole = { roleName: 'runs pipelines', roleDefinitionIdIn: () => '' };
const { STORAGE_BLOB_DATA_READER: READER, STORAGE_BLOB_DATA_CONTRIBUTOR: WRITER } = BuiltInRole;
const { AZUREML_DATA_SCIENTIST: SCIENTIST, CONTRIBUTOR } = BuiltInRole;

describe('an identity whose roles somebody else assigns', () => {
  test.each<[IRole[], readonly string[] | undefined]>([
    [[READER, SCIENTIST], undefined],
    [[WRITER, CONTRIBUTOR], undefined],
    [[READER, CUSTOM], undefined],
    [[CUSTOM], undefined],
    [[], ['IdentityReadRoleMissing', 'IdentityInvokeRoleMissing']],
    [[READER], ['IdentityInvokeRoleMissing']],
    [[SCIENTIST], ['IdentityReadRoleMissing']],
    [[BuiltInRole.READER, SCIENTIST], ['IdentityReadRoleMissing']],
    [[READER, BuiltInRole.AZUREML_COMPUTE_OPERATOR], ['IdentityInvokeRoleMissing']],
    [[BuiltInRole.of('Blobs', READER.guid.toUpperCase()), SCIENTIST], undefined],
  ])('must hold what the workflow needs: %#', (roles, codes) => {
    const world = setUp();
    const identity = WorkflowIdentity.userAssignedWithRoles(world.identity, roles);
    expect(codesOf(() => trigger(world, { identity }))).toEqual(codes);
  });

  test('is granted nothing', () => {
    const world = setUp();
    const identity = WorkflowIdentity.userAssignedWithRoles(world.identity, [READER, SCIENTIST]);
    trigger(world, { identity });
    const template = Template.fromStack(world.stack);
    template.hasNoResource('azurerm_role_assignment');
    template.hasNoResource('azurerm_role_definition');
  });

  test('is refused with what it holds and what it lacks', () => {
    const world = setUp();
    const identity = WorkflowIdentity.userAssignedWithRoles(world.identity, [SCIENTIST]);
    expect(() => trigger(world, { identity })).toThrow(
      'churn/OnNewData: identity must hold Storage Blob Data Reader on the container raw, got "AzureML Data Scientist"; have it assigned and list it, or let it be granted: WorkflowIdentity.userAssigned(identity) [IdentityReadRoleMissing]',
    );
  });
});

describe('what a pipeline that a blob starts refuses', () => {
  test.each<[string, (world: World) => Partial<BlobTriggeredPipelineProps>, readonly string[]]>([
    ['a bad folder', () => ({ path: 'a//b' }), ['BlobTriggerPathInvalid']],
    ['an encoded folder', () => ({ path: 'a%20b' }), ['BlobTriggerPathUnsupported']],
    ['no interval', () => ({ pollEvery: Duration.seconds(0) }), ['PollIntervalOutOfRange']],
    ['no blobs', () => ({ maxFileCount: 0 }), ['MaxFileCountOutOfRange']],
    ['a bad name', () => ({ workflowName: 'a b' }), ['BlobTriggeredPipelineNameInvalid']],
    ['v1 without experiment', ({ v1 }) => ({ pipeline: v1 }), ['ExperimentNameMissing']],
    [
      'a v1 blob without datastore',
      ({ v1 }) => ({
        pipeline: v1,
        experimentName: 'x',
        assign: { a: BlobReference.triggeringBlob() },
      }),
      ['TriggeringBlobDatastoreMissing'],
    ],
  ])('is %s, and nothing has joined the tree', (_name, props, codes) => {
    const world = setUp();
    expect(codesOf(() => trigger(world, props(world)))).toEqual(codes);
    expect(world.stack.node.findChild('OnNewData').node.children).toEqual([]);
    Template.fromStack(world.stack).hasNoResource('azurerm_role_assignment');
  });

  test.each([
    [{ networkAccess: StorageNetworkAccess.SELECTED_NETWORKS }, ['BlobTriggerStorageUnreachable']],
    [{ networkAccess: StorageNetworkAccess.TRUSTED_SERVICES }, undefined],
    [{ cloud: AzureCloud.CHINA }, ['BlobTriggerCloudMismatch']],
    [{ cloud: AzureCloud.PUBLIC }, undefined],
  ])('is an account that it cannot reach: %j', (account, codes) => {
    expect(codesOf(() => trigger(setUp(account)))).toEqual(codes);
  });

  test('is a firewall that a user-assigned identity does not pass', () => {
    const world = setUp({ networkAccess: StorageNetworkAccess.TRUSTED_SERVICES });
    const identity = WorkflowIdentity.userAssigned(world.identity);
    expect(codesOf(() => trigger(world, { identity }))).toEqual([
      'BlobTriggerIdentityBehindFirewall',
    ]);
  });

  test('is told in the words of its own props', () => {
    const world = setUp();
    const assign = { input: PipelineArgument.uriFile('https://x/y') };
    expect(() => trigger(world, { pipeline: world.v1, experimentName: 'x', assign })).toThrow(
      /^churn\/OnNewData: assign\.input must be a literal or a path on a datastore/,
    );
  });
});

test('names and folder may only be known at apply', () => {
  const world = setUp();
  const text = (name: string) =>
    new TerraformVariable(world.stack, name, { type: 'string' }).stringValue;
  trigger(world, {
    path: text('path'),
    workflowName: text('name'),
    location: text('location'),
    experimentName: text('experiment'),
  });
  Template.fromStack(world.stack).hasResource('azapi_resource', {
    name: '${var.name}',
    location: '${var.location}',
    body: {
      properties: {
        definition: {
          actions: {
            Run_pipeline: {
              inputs: {
                body: { properties: { properties: { experimentName: '${var.experiment}' } } },
              },
            },
          },
        },
      },
    },
  });
});
