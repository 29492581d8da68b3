import { TerraformVariable } from 'cdktf';
import { AzureCloud } from '../../../lib/core/cloud';
import { Duration } from '../../../lib/core/duration';
import {
  AzureMlLinkedService,
  DataFactory,
  DataFactoryPipeline,
  RunPipelineActivity,
  type RunPipelineActivityProps,
} from '../../../lib/data-factory';
import {
  BlobReference,
  PipelineArgument,
} from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PipelineEndpoint } from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { RoleAssignmentMode } from '../../../lib/platform/settings';
import { Template } from '../../../lib/testing';
import {
  activitiesOf,
  codesOf,
  emitted,
  ENDPOINT_ID,
  FACTORY_ID,
  GROUP_ID,
  GUID,
  LINKED_SERVICE_TYPE,
  PIPELINE_ID,
  pipelineProperties,
  SCORING_URI,
  setUp,
  setUpPipeline,
  WORKSPACE_ID,
} from '../setup';

const run = (props: RunPipelineActivityProps, name = 'Train'): RunPipelineActivity =>
  new RunPipelineActivity(name, props);

describe('running a v1 pipeline', () => {
  test('names the published pipeline, the experiment and the arguments', () => {
    const [activity, ...rest] = emitted(({ v1, datastore }) =>
      run({
        pipeline: v1,
        experimentName: '@churn',
        arguments: {
          rate: PipelineArgument.literal(0.1),
          note: PipelineArgument.literal('@{x}'),
          data: PipelineArgument.folder(datastore, 'in/today'),
        },
        continueOnStepFailure: true,
      }),
    );
    expect(rest).toEqual([]);
    expect(activity?.typeProperties).toEqual({
      mlPipelineId: PIPELINE_ID,
      experimentName: '@@churn',
      mlPipelineParameters: { rate: '0.1', note: '@@{x}' },
      dataPathAssignments: { data: { DataStoreName: 'raw_store', RelativePath: 'in/today' } },
      continueOnStepFailure: true,
    });
  });

  test('takes endpoints by their ids only', () => {
    const { stack, pipeline, workspace } = setUpPipeline();
    const attributes = { workspace, endpointName: 'churn' };
    const named = PipelineEndpoint.fromV1EndpointName(stack, 'Named', attributes);
    const activity = run({ pipeline: named, experimentName: 'churn' });
    expect(codesOf(() => pipeline.addActivity(activity))).toEqual(['RunPipelineNeedsEndpointId']);
  });

  test('has no place for datasets', () => {
    const table = PipelineArgument.v1Dataset(PIPELINE_ID);
    const { pipeline, v1 } = setUpPipeline();
    const activity = run({ pipeline: v1, experimentName: 'churn', arguments: { table } });
    expect(codesOf(() => pipeline.addActivity(activity))).toEqual([
      'ArgumentDatasetNotForDataFactory',
    ]);
  });

  test('names the endpoint and its version', () => {
    const [activity] = emitted(({ v1Endpoint }) =>
      run({ pipeline: v1Endpoint, experimentName: 'churn' }),
    );
    expect(activity?.typeProperties).toEqual({
      mlPipelineEndpointId: ENDPOINT_ID,
      version: '3',
      experimentName: 'churn',
    });
  });

  test('makes one linked service for the factory and the workspace', () => {
    const { stack, pipeline, factory, v1, v1Endpoint } = setUpPipeline();
    pipeline.addActivity(run({ pipeline: v1, experimentName: 'a' }));
    pipeline.addActivity(run({ pipeline: v1Endpoint, experimentName: 'b' }, 'Again'));
    const template = Template.fromStack(stack);
    template.resourceCountIs('azapi_resource', 1, { type: LINKED_SERVICE_TYPE });
    const [address] = Object.keys(
      template.resources('azapi_resource', { type: LINKED_SERVICE_TYPE }),
    );
    const referenceName = `\${azapi_resource.${String(address)}.name}`;
    expect(activitiesOf(stack).map(({ linkedServiceName }) => linkedServiceName)).toEqual([
      { referenceName, type: 'LinkedServiceReference' },
      { referenceName, type: 'LinkedServiceReference' },
    ]);
    expect(factory.node.children.map(({ node }) => node.id)).toContainEqual(
      expect.stringMatching(/^AzureMlWorkspace-[0-9a-f]{8}$/),
    );
  });

  test('takes the linked service to the workspace that is declared already', () => {
    const { stack, pipeline, factory, workspace, v1 } = setUpPipeline();
    new AzureMlLinkedService(stack, 'L', { factory, workspace, name: 'ml' });
    new AzureMlLinkedService(stack, 'Second', { factory, workspace, name: 'other' });
    pipeline.addActivity(run({ pipeline: v1, experimentName: 'a' }));
    const template = Template.fromStack(stack);
    template.resourceCountIs('azapi_resource', 2, { type: LINKED_SERVICE_TYPE });
    const [address] = Object.keys(template.resources('azapi_resource', { name: 'ml' }));
    expect(activitiesOf(stack)[0]?.linkedServiceName).toMatchObject({
      referenceName: `\${azapi_resource.${String(address)}.name}`,
    });
  });

  test('takes a linked service that is given', () => {
    const { stack, pipeline, factory, v1 } = setUpPipeline();
    const linkedService = AzureMlLinkedService.fromLinkedServiceName(stack, 'L', factory, 'ml');
    pipeline.addActivity(run({ pipeline: v1, experimentName: 'a', linkedService }));
    expect(activitiesOf(stack)[0]?.linkedServiceName).toEqual({
      referenceName: 'ml',
      type: 'LinkedServiceReference',
    });
    Template.fromStack(stack).hasNoResource('azapi_resource', { type: LINKED_SERVICE_TYPE });
  });

  test('fails without an experiment, before anything is made', () => {
    const { pipeline, factory, v1 } = setUpPipeline();
    const before = factory.node.findAll().length;
    expect(codesOf(() => pipeline.addActivity(run({ pipeline: v1 })))).toEqual([
      'ExperimentNameMissing',
    ]);
    expect(factory.node.findAll()).toHaveLength(before);
  });

  test('fails from a factory that calls as a user-assigned identity', () => {
    const { stack, v1, identity, resourceGroup } = setUp();
    const factory = new DataFactory(stack, 'Other', { name: 'other', resourceGroup, identity });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    expect(codesOf(() => pipeline.addActivity(run({ pipeline: v1, experimentName: 'a' })))).toEqual(
      ['LinkedServiceNeedsSystemIdentity'],
    );
  });
});

describe('running a v2 pipeline', () => {
  test('posts to its endpoint and waits', () => {
    const activities = emitted(({ v2, datastore }) =>
      run({
        pipeline: v2,
        experimentName: 'churn',
        arguments: {
          rate: PipelineArgument.literal(0.1),
          note: PipelineArgument.literal('say "@{x}"'),
          data: PipelineArgument.folder(datastore, 'in'),
        },
        outputs: { model: { uri: 'azureml:store/paths/model' } },
      }),
    );
    expect(activities.map(({ name, type }) => [name, type])).toEqual([
      ['Train', 'WebActivity'],
      ['Train done', 'Until'],
      ['Train cancel', 'WebActivity'],
      ['Train result', 'IfCondition'],
    ]);
    expect(activities[0]?.typeProperties).toEqual({
      method: 'POST',
      url: SCORING_URI,
      headers: { 'Content-Type': 'application/json', 'azureml-model-deployment': 'current' },
      body: {
        properties: {
          InputData: {
            rate: { JobInputType: 'Literal', Value: 0.1 },
            note: { JobInputType: 'Literal', Value: 'say "@@{x}"' },
            data: {
              JobInputType: 'UriFolder',
              Uri: expect.stringMatching(/^azureml:\/subscriptions\/.*\/raw_store\/paths\/in$/),
            },
          },
          OutputData: {
            model: { JobOutputType: 'UriFolder', Uri: 'azureml:store/paths/model' },
          },
          properties: { experimentName: 'churn' },
        },
      },
      authentication: { type: 'MSI', resource: 'https://ml.azure.com' },
      httpRequestTimeout: '00:10:00',
    });
  });

  test('asks an endpoint whose URL only Terraform knows', () => {
    const { stack, pipeline } = setUpPipeline();
    const location = new TerraformVariable(stack, 'location', { type: 'string' });
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'W', {
      workspaceId: WORKSPACE_ID,
      location: location.stringValue,
    });
    const endpoint = PublishedPipeline.fromBatchEndpointAttributes(stack, 'E', {
      workspace,
      endpointName: 'late',
    });
    pipeline.addActivity(run({ pipeline: endpoint }));
    const jobs = 'https://late.${var.location}.inference.ml.azure.com/jobs';
    const [submission, until] = activitiesOf(stack);
    expect(submission?.typeProperties).toMatchObject({ url: jobs });
    expect(until?.typeProperties).toMatchObject({
      activities: [
        { typeProperties: { url: { value: `${jobs}/@{activity('Train').output.name}` } } },
        {},
      ],
    });
  });

  test('keeps requests and answers out of the logs where that is asked for', () => {
    const secure = { secureInput: true, secureOutput: true };
    const [submission, until, cancel] = emitted(({ v2 }) => run({ pipeline: v2, ...secure }));
    expect([submission, cancel]).toMatchObject([{ policy: secure }, { policy: secure }]);
    expect(until?.typeProperties['activities']).toMatchObject([{ policy: secure }, {}]);
    const [legacy] = emitted(({ v1 }) =>
      run({ pipeline: v1, experimentName: 'a', secureOutput: true }),
    );
    expect(legacy?.policy).toMatchObject({ secureInput: false, secureOutput: true });
  });

  test('cancels by Resource Manager of the cloud of the workspace', () => {
    const cancel = emitted(({ v2 }) => run({ pipeline: v2 })).find(
      ({ name }) => name === 'Train cancel',
    );
    expect(cancel?.typeProperties).toMatchObject({
      url: {
        value: `https://management.azure.com${WORKSPACE_ID}/jobs/@{activity('Train').output.name}/cancel?api-version=2025-06-01`,
      },
      authentication: { type: 'MSI', resource: 'https://management.azure.com/' },
    });
  });

  test('cancels nothing, and may not, where that is refused', () => {
    const { stack, pipeline, v2 } = setUpPipeline();
    pipeline.addActivity(run({ pipeline: v2, cancelOnTimeout: false }));
    expect(activitiesOf(stack).map(({ name }) => name)).toEqual([
      'Train',
      'Train done',
      'Train result',
    ]);
    expect(JSON.stringify(Template.fromStack(stack).toJson())).not.toContain('jobs/cancel/action');
  });

  test('only posts where nothing waits', () => {
    const activities = emitted(({ v2 }) => run({ pipeline: v2, waitForCompletion: false }));
    expect(activities.map(({ name }) => name)).toEqual(['Train']);
  });

  test('signs in with the credential of the user-assigned identity', () => {
    const { stack, v2, identity, resourceGroup } = setUp();
    const factory = new DataFactory(stack, 'Other', { name: 'other', resourceGroup, identity });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    pipeline.addActivity(run({ pipeline: v2 }));
    expect(activitiesOf(stack)[0]?.typeProperties['authentication']).toEqual({
      type: 'UserAssignedManagedIdentity',
      resource: 'https://ml.azure.com',
      credential: {
        referenceName: expect.stringMatching(
          /^\$\{azurerm_data_factory_credential_user_managed_identity\.\w+\.name\}$/,
        ),
        type: 'CredentialReference',
      },
    });
  });

  test('reads the triggering blob from parameters that every run must give', () => {
    const { stack, pipeline, v2 } = setUpPipeline();
    pipeline.addActivity(
      run({ pipeline: v2, arguments: { data: BlobReference.triggeringBlob() } }),
    );
    expect(pipelineProperties(stack).parameters).toEqual({
      triggeringBlobEndpoint: { type: 'String' },
      triggeringBlobFolder: { type: 'String' },
      triggeringBlobName: { type: 'String' },
    });
  });

  test('of v1 reads the path of the triggering blob only', () => {
    const { stack, pipeline, v1, datastore } = setUpPipeline();
    pipeline.addActivity(
      run({
        pipeline: v1,
        experimentName: 'a',
        arguments: { data: BlobReference.triggeringBlob(datastore) },
      }),
    );
    expect(pipelineProperties(stack).parameters).toEqual({
      triggeringBlobFolder: { type: 'String' },
      triggeringBlobName: { type: 'String' },
    });
  });
});

describe('the right to run', () => {
  test('is granted to the factory once, and nothing else is', () => {
    const { stack, pipeline, factory, v2 } = setUpPipeline();
    pipeline.addActivity(run({ pipeline: v2 }));
    pipeline.addActivity(run({ pipeline: v2 }, 'Again'));
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_assignment', 2);
    template.resourceCountIs('azurerm_role_definition', 2);
    template.hasResource('azurerm_role_assignment', {
      principal_id: factory.grantPrincipal.principalId,
      scope: v2.workspace.workspaceId,
    });
  });

  test('is granted for each generation', () => {
    const { stack, pipeline, v1, v2 } = setUpPipeline();
    pipeline.addActivity(run({ pipeline: v2 }));
    pipeline.addActivity(run({ pipeline: v1, experimentName: 'a' }, 'Legacy'));
    Template.fromStack(stack).resourceCountIs('azurerm_role_assignment', 3);
  });

  test('is listed where the deployer may not assign roles', () => {
    const { stack, factory, v2 } = setUp({}, {}, { roleAssignments: RoleAssignmentMode.REPORT });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    pipeline.addActivity(run({ pipeline: v2 }));
    const template = Template.fromStack(stack);
    template.hasNoResource('azurerm_role_assignment');
    template.output('required_role_assignments');
  });

  test('cannot be granted to an existing factory whose identity is not known', () => {
    const { stack, v2 } = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(stack, 'E', { factoryId: FACTORY_ID });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    expect(codesOf(() => pipeline.addActivity(run({ pipeline: v2 })))).toEqual([
      'DataFactoryPrincipalUnknown',
    ]);
  });

  test('is refused before a linked service or an earlier activity of the list joins the tree', () => {
    const { stack, v1 } = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(stack, 'E', { factoryId: FACTORY_ID });
    const before = Template.fromStack(stack).toJson();
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    expect(codesOf(() => pipeline.addActivity(run({ pipeline: v1, experimentName: 'a' })))).toEqual(
      ['DataFactoryPrincipalUnknown'],
    );
    pipeline.node.tryRemoveChild('Resource');
    expect(Template.fromStack(stack).toJson()).toEqual(before);
  });

  test('of a list is refused before what an earlier one needs joins the tree', () => {
    const { stack, factory, v1, v2 } = setUp();
    const before = Template.fromStack(stack).toJson();
    const activities = [
      run({ pipeline: v1, experimentName: 'a' }, 'A'),
      run({ pipeline: v2 }, 'A'),
    ];
    expect(codesOf(() => new DataFactoryPipeline(stack, 'P', { factory, activities }))).toEqual([
      'ActivityNameTaken',
    ]);
    expect(Template.fromStack(stack).toJson()).toEqual(before);
  });

  test('is granted to an existing factory whose identity is known', () => {
    const { stack, v2 } = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(stack, 'E', {
      factoryId: FACTORY_ID,
      principalId: GUID,
    });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    pipeline.addActivity(run({ pipeline: v2 }));
    Template.fromStack(stack).hasResource('azurerm_role_assignment', { principal_id: GUID });
  });
});

describe('the rules of running a pipeline', () => {
  const { v1, v2, stack, factory } = setUp();
  const linkedService = AzureMlLinkedService.fromLinkedServiceName(stack, 'L', factory, 'ml');
  const token = new TerraformVariable(stack, 'token', { type: 'any' });
  const v1Run = { pipeline: v1, experimentName: 'a' };
  const v2Run = { pipeline: v2 };

  test.each<[string, string, RunPipelineActivityProps, readonly string[] | undefined]>([
    ['a v2 name of 48', 'a'.repeat(48), v2Run, undefined],
    ['a v2 name of 49', 'a'.repeat(49), v2Run, ['RunPipelineNameTooLong']],
    ['a v1 name of 55', 'a'.repeat(55), v1Run, undefined],
    ['a v1 name of 56', 'a'.repeat(56), v1Run, ['ActivityNameInvalid']],
    [
      'a v2 name of 55, not waiting',
      'a'.repeat(55),
      { ...v2Run, waitForCompletion: false },
      undefined,
    ],
    ['a name that only Terraform knows', token.stringValue, v2Run, undefined],
    ['v1 waiting', 'T', { ...v1Run, waitForCompletion: true }, undefined],
    ['v1 not waiting', 'T', { ...v1Run, waitForCompletion: false }, ['RunPipelineAlwaysWaits']],
    ['v1 retry', 'T', { ...v1Run, retry: 3 }, undefined],
    ['v1 retry below 0', 'T', { ...v1Run, retry: -1 }, ['ActivityRetryOutOfRange']],
    ['v1 retry that only Terraform knows', 'T', { ...v1Run, retry: token.numberValue }, undefined],
    ['v2 retry 0', 'T', { ...v2Run, retry: 0 }, undefined],
    ['v2 retry 1', 'T', { ...v2Run, retry: 1 }, ['RunPipelineRetryUnsafe']],
    [
      'v2 retry that only Terraform knows',
      'T',
      { ...v2Run, retry: token.numberValue },
      ['RunPipelineRetryUnsafe'],
    ],
    ['v1 cancelled in time', 'T', { ...v1Run, cancelOnTimeout: true }, ['RunPipelineOptionUnused']],
    [
      'v2 cancelled without waiting',
      'T',
      { ...v2Run, waitForCompletion: false, cancelOnTimeout: false },
      ['RunPipelineOptionUnused'],
    ],
    ['v2 not cancelled', 'T', { ...v2Run, cancelOnTimeout: false }, undefined],
    [
      'v2 cancelled if Terraform says so',
      'T',
      { ...v2Run, cancelOnTimeout: token.value as boolean },
      ['PropertyTypeInvalid'],
    ],
    [
      'secrecy that only Terraform knows',
      'T',
      { ...v2Run, secureInput: token.value as boolean, secureOutput: token.value as boolean },
      undefined,
    ],
    ['v1 poll', 'T', { ...v1Run, pollEvery: Duration.minutes(1) }, ['RunPipelineOptionUnused']],
    ['v2 linked service', 'T', { ...v2Run, linkedService }, ['RunPipelineOptionUnused']],
    [
      'v2 retry interval',
      'T',
      { ...v2Run, retryInterval: Duration.minutes(1) },
      ['RunPipelineOptionUnused'],
    ],
    [
      'v2 timeout, not waiting',
      'T',
      { ...v2Run, waitForCompletion: false, timeout: Duration.hours(1) },
      ['RunPipelineOptionUnused'],
    ],
    [
      'v2 poll, not waiting',
      'T',
      { ...v2Run, waitForCompletion: false, pollEvery: Duration.minutes(1) },
      ['RunPipelineOptionUnused'],
    ],
    [
      'an output file',
      'T',
      { ...v2Run, outputs: { a: { uri: 'azureml:x', file: true } } },
      undefined,
    ],
    [
      'an output without place',
      'T',
      { ...v2Run, outputs: { a: { uri: '' } } },
      ['PropertyTypeInvalid'],
    ],
    ['poll every second', 'T', { ...v2Run, pollEvery: Duration.seconds(1) }, undefined],
    [
      'poll all the time',
      'T',
      { ...v2Run, pollEvery: Duration.seconds(0) },
      ['RunPipelinePollOutOfRange'],
    ],
    [
      'poll just within the timeout',
      'T',
      { ...v2Run, pollEvery: Duration.seconds(599), timeout: Duration.minutes(10) },
      undefined,
    ],
    [
      'poll at the timeout',
      'T',
      { ...v2Run, pollEvery: Duration.minutes(10), timeout: Duration.minutes(10) },
      ['RunPipelinePollOutOfRange'],
    ],
    [
      'timeout below 10 minutes',
      'T',
      { ...v2Run, timeout: Duration.seconds(599), pollEvery: Duration.seconds(10) },
      ['ActivityTimeoutOutOfRange'],
    ],
    ['timeout of 7 days', 'T', { ...v2Run, timeout: Duration.days(7) }, undefined],
    [
      'timeout above 7 days',
      'T',
      { ...v2Run, timeout: Duration.seconds(7 * 86_400 + 1) },
      ['ActivityTimeoutOutOfRange'],
    ],
    [
      'retry interval below 30 seconds',
      'T',
      { ...v1Run, retryInterval: Duration.seconds(29) },
      ['ActivityRetryIntervalOutOfRange'],
    ],
    ['retry interval of a day', 'T', { ...v1Run, retryInterval: Duration.days(1) }, undefined],
    [
      'retry interval above a day',
      'T',
      { ...v1Run, retryInterval: Duration.seconds(86_401) },
      ['ActivityRetryIntervalOutOfRange'],
    ],
  ])('%s', (_, name, props, codes) => {
    expect(codesOf(() => run(props, name))).toEqual(codes);
  });

  test('fails with a pipeline in another cloud', () => {
    const set = setUp();
    const other = DataFactory.fromDataFactoryAttributes(set.stack, 'E', {
      factoryId: FACTORY_ID,
      principalId: GUID,
      cloud: AzureCloud.CHINA,
    });
    const pipeline = new DataFactoryPipeline(set.stack, 'P', { factory: other });
    expect(codesOf(() => pipeline.addActivity(run({ pipeline: set.v2 })))).toEqual([
      'RunPipelineOtherCloud',
    ]);
  });

  test('fails with a linked service of another factory, and to another workspace', () => {
    const set = setUpPipeline();
    const other = DataFactory.fromDataFactoryAttributes(set.stack, 'E', {
      factoryId: FACTORY_ID,
      principalId: GUID,
    });
    const workspace = Workspace.fromWorkspaceAttributes(set.stack, 'W', {
      workspaceId: `${GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/other`,
    });
    const foreign = new AzureMlLinkedService(set.stack, 'L', { factory: other, workspace });
    expect(
      codesOf(() =>
        set.pipeline.addActivity(
          run({ pipeline: set.v1, experimentName: 'a', linkedService: foreign }),
        ),
      ),
    ).toEqual(['LinkedServiceOfOtherFactory', 'LinkedServiceOfOtherWorkspace']);
  });
});
