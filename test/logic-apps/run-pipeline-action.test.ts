import {
  BlobTrigger,
  ManagedApi,
  ManagedIdentityConnection,
  RunPipelineAction,
  type RunPipelineActionProps,
  Workflow,
  WorkflowIdentity,
} from '../../lib/logic-apps';
import { renderRunPipeline } from '../../lib/logic-apps/private/run-pipeline-body';
import {
  BlobReference,
  PipelineArgument,
} from '../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import {
  codesOf,
  IDENTITY_ID,
  PIPELINE_ID,
  setUp,
  WORKSPACE_ID,
  workflowProperties,
} from './setup';

const INVOCATION = {
  method: 'POST',
  uri: 'https://churn.westeurope.inference.ml.azure.com/jobs',
  audience: 'https://ml.azure.com',
  headers: { 'Content-Type': 'application/json' },
  body: { properties: {} },
};

function emitted(
  world: ReturnType<typeof setUp>,
  props: Partial<RunPipelineActionProps>,
  path?: string,
  identity = WorkflowIdentity.systemAssigned(),
) {
  const { stack, resourceGroup, container, v2 } = world;
  const connection = new ManagedIdentityConnection(stack, 'Blobs', {
    managedApi: ManagedApi.AZURE_BLOB,
    resourceGroup,
  });
  new Workflow(stack, 'Flow', {
    resourceGroup,
    identity,
    triggers: [new BlobTrigger('Blob', { connection, container, path })],
    actions: [new RunPipelineAction('Run', { pipeline: v2, ...props })],
  });
  return workflowProperties(stack).definition.actions['Run'];
}

describe('the definition of a run', () => {
  test('posts once, as the identity of the workflow, and hides the request', () => {
    expect(
      renderRunPipeline({
        invocation: INVOCATION,
        authentication: { type: 'ManagedServiceIdentity' },
        secureInputs: true,
      }),
    ).toEqual({
      type: 'Http',
      inputs: {
        method: 'POST',
        uri: 'https://churn.westeurope.inference.ml.azure.com/jobs',
        headers: { 'Content-Type': 'application/json' },
        body: { properties: {} },
        authentication: { type: 'ManagedServiceIdentity', audience: 'https://ml.azure.com' },
        retryPolicy: { type: 'none' },
      },
      runtimeConfiguration: { secureData: { properties: ['inputs'] } },
    });
  });

  test('shows the request on demand', () => {
    expect(
      renderRunPipeline({ invocation: INVOCATION, authentication: {}, secureInputs: false }),
    ).not.toHaveProperty('runtimeConfiguration');
  });
});

describe('a run of a v1 pipeline', () => {
  test('posts the request of the guide', () => {
    const world = setUp();
    const action = emitted(world, {
      pipeline: world.v1,
      experimentName: 'MyRestPipeline',
      arguments: {
        input_string: PipelineArgument.literal('sample_string3'),
        input_datapath: BlobReference.triggeringBlob(world.datastore),
      },
    });
    expect(action).toEqual({
      type: 'Http',
      inputs: {
        method: 'POST',
        uri: `https://westeurope.api.azureml.ms/pipelines/v1.0${WORKSPACE_ID}/PipelineRuns/PipelineSubmit/${PIPELINE_ID}`,
        headers: { 'Content-Type': 'application/json' },
        body: {
          DataPathAssignments: {
            input_datapath: {
              DataStoreName: 'raw_store',
              RelativePath: "@{triggerBody()?['Name']}",
            },
          },
          ExperimentName: 'MyRestPipeline',
          ParameterAssignments: { input_string: 'sample_string3' },
          RunSource: 'SDK',
        },
        authentication: {
          type: 'ManagedServiceIdentity',
          audience: 'https://management.azure.com/',
        },
        retryPolicy: { type: 'none' },
      },
      runtimeConfiguration: { secureData: { properties: ['inputs'] } },
      runAfter: {},
    });
  });

  test('names the blob by its path where a folder is watched', () => {
    const world = setUp();
    const action = emitted(
      world,
      {
        pipeline: world.v1,
        experimentName: 'churn',
        arguments: { input: BlobReference.triggeringBlob(world.datastore) },
      },
      'incoming',
    );
    expect(action).toMatchObject({
      inputs: {
        body: {
          DataPathAssignments: {
            input: {
              RelativePath: "@{substring(triggerBody()?['Path'], add(length('raw'), 2))}",
            },
          },
        },
      },
    });
  });
});

describe('a run of a v2 pipeline', () => {
  test('posts to the batch endpoint, for its deployment', () => {
    const action = emitted(setUp(), {
      experimentName: 'churn',
      arguments: {
        raw: BlobReference.triggeringBlob(),
        rate: PipelineArgument.literal(0.01),
        note: PipelineArgument.literal('@now'),
      },
      outputs: {
        model: { uri: `azureml:${WORKSPACE_ID}/datastores/out/paths/@{workflow().run.name}` },
      },
    });
    expect(action).toMatchObject({
      inputs: {
        uri: 'https://churn-train.westeurope.inference.ml.azure.com/jobs',
        headers: { 'Content-Type': 'application/json', 'azureml-model-deployment': 'current' },
        body: {
          properties: {
            InputData: {
              raw: { JobInputType: 'UriFile', Uri: expect.stringMatching(/^@\{concat\('https:/) },
              rate: { JobInputType: 'Literal', Value: 0.01 },
              note: { JobInputType: 'Literal', Value: '@@now' },
            },
            OutputData: {
              model: {
                JobOutputType: 'UriFolder',
                Uri: `azureml:${WORKSPACE_ID}/datastores/out/paths/@{workflow().run.name}`,
              },
            },
            properties: { experimentName: 'churn' },
          },
        },
        authentication: { type: 'ManagedServiceIdentity', audience: 'https://ml.azure.com' },
      },
    });
  });

  test('authenticates as a user-assigned identity', () => {
    const world = setUp();
    const identity = WorkflowIdentity.userAssigned(world.identity);
    expect(emitted(world, {}, undefined, identity)).toMatchObject({
      inputs: {
        authentication: {
          type: 'ManagedServiceIdentity',
          identity: IDENTITY_ID,
          audience: 'https://ml.azure.com',
        },
      },
    });
  });
});

describe('what a run refuses, once the workflow knows its trigger', () => {
  test.each<
    [string, (world: ReturnType<typeof setUp>) => Partial<RunPipelineActionProps>, string[]]
  >([
    ['a v1 pipeline without experiment', ({ v1 }) => ({ pipeline: v1 }), ['ExperimentNameMissing']],
    [
      'a v1 pipeline with an empty experiment',
      ({ v1 }) => ({ pipeline: v1, experimentName: '' }),
      ['ExperimentNameMissing'],
    ],
    [
      'a blob for a v1 pipeline without its datastore',
      ({ v1 }) => ({
        pipeline: v1,
        experimentName: 'x',
        arguments: { a: BlobReference.triggeringBlob() },
      }),
      ['TriggeringBlobDatastoreMissing'],
    ],
    [
      'a URL for a v1 pipeline',
      ({ v1 }) => ({
        pipeline: v1,
        experimentName: 'x',
        arguments: { a: PipelineArgument.uriFile('https://x/y') },
      }),
      ['ArgumentNotForGeneration'],
    ],
    [
      'continuation of a v2 pipeline',
      () => ({ continueOnStepFailure: true }),
      ['ArgumentNotForGeneration'],
    ],
  ])('is %s', (_name, props, codes) => {
    const world = setUp();
    expect(codesOf(() => emitted(world, props(world)))).toEqual(codes);
  });

  test('is told with the construct and the action', () => {
    const world = setUp();
    expect(() => emitted(world, { pipeline: world.v1 })).toThrow(
      /^churn\/Flow: Run\.experimentName must be given for a v1 pipeline/,
    );
  });

  test('is nothing yet where there is no trigger', () => {
    const { stack, resourceGroup, v2 } = setUp();
    const workflow = new Workflow(stack, 'Flow', { resourceGroup });
    const action = new RunPipelineAction('Run', {
      pipeline: v2,
      arguments: { raw: BlobReference.triggeringBlob() },
    });
    expect(
      codesOf(() => {
        workflow.addAction(action);
      }),
    ).toBeUndefined();
  });
});
