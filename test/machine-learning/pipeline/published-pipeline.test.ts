import { Compute } from '../../../lib/machine-learning/compute/compute';
import { App, Lazy } from 'cdktf';
import { factsOf } from '../../../lib/core/facts';
import { Principal } from '../../../lib/identity/principal';
import { Code } from '../../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import {
  PublishedPipeline,
  type PublishedPipelineProps,
} from '../../../lib/machine-learning/pipeline/published-pipeline';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import {
  codesIn,
  existingPlatform,
  existingWorkspace,
  freshStack,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, HOST, ML, onlyEmitted, pipelineOf, specsOf, stepOf } from '../setup';

const ENDPOINT = `${ML}/batchEndpoints@2025-06-01`;
const DEPLOYMENT = `${ML}/batchEndpoints/deployments@2025-06-01`;

/** A fresh stack with a published pipeline of one step. */
function published(props: Partial<PublishedPipelineProps> = {}, tags = {}) {
  const platform = existingPlatform({ tags });
  const pipeline = props.pipeline ?? pipelineOf(platform);
  const publication = new PublishedPipeline(platform.stack, 'Published', { ...props, pipeline });
  return { ...platform, publication };
}

/** The address of the one resource of a type. */
function addressOf(stack: ReturnType<typeof freshStack>, type: string): string {
  return `azapi_resource.${[...emitted(stack, type).keys()].join()}`;
}

describe('a published pipeline', () => {
  test('is an endpoint below the workspace, for callers with Entra ID', () => {
    const { stack, publication } = published();
    expect(onlyEmitted(stack, 'batchEndpoints')).toEqual({
      type: ENDPOINT,
      name: publication.endpointName,
      parent_id: WORKSPACE_ID,
      location: 'westeurope',
      identity: [{ type: 'SystemAssigned' }],
      body: { properties: { authMode: 'AADToken' } },
      response_export_values: { scoringUri: 'properties.scoringUri' },
      lifecycle: { ignore_changes: ['body', 'tags'] },
    });
  });

  test('has a deployment of the pipeline component, with settings written out', () => {
    const { stack } = published();
    expect(onlyEmitted(stack, 'batchEndpoints/deployments')).toEqual({
      type: DEPLOYMENT,
      name: 'current',
      parent_id: `\${${addressOf(stack, 'batchEndpoints')}.id}`,
      location: 'westeurope',
      body: {
        properties: {
          deploymentConfiguration: {
            deploymentConfigurationType: 'PipelineComponent',
            componentId: {
              referenceType: 'Id',
              assetId: expect.stringMatching(/^\$\{azapi_resource\.Published_Pipeline_.*\.id\}$/),
            },
            settings: {
              default_compute: 'cpu',
              continue_on_step_failure: 'false',
              force_rerun: 'false',
            },
          },
        },
      },
    });
  });

  test('is never updated itself, which would drop its default, but by a request that says all', () => {
    const { stack } = published({ description: 'trains', tags: { stage: 'dev' } });
    const [deployment] = emitted(stack, 'batchEndpoints/deployments').keys();
    expect(onlyEmitted(stack, 'batchEndpoints')['lifecycle']).toEqual({
      ignore_changes: ['body', 'tags'],
    });
    expect(Template.fromStack(stack).resource('azapi_resource_action')).toEqual({
      type: ENDPOINT,
      resource_id: `\${${addressOf(stack, 'batchEndpoints')}.id}`,
      method: 'PUT',
      body: {
        location: 'westeurope',
        identity: { type: 'SystemAssigned' },
        tags: { stage: 'dev' },
        properties: {
          authMode: 'AADToken',
          description: 'trains',
          defaults: { deploymentName: 'current' },
        },
      },
      depends_on: [`azapi_resource.${String(deployment)}`],
    });
  });

  test('has no default deployment while it is disabled, and all else', () => {
    const { stack, publication } = published({ enabled: false });
    expect(publication.enabled).toBe(false);
    expect(Template.fromStack(stack).resource('azapi_resource_action')['body']).toEqual({
      location: 'westeurope',
      identity: { type: 'SystemAssigned' },
      properties: { authMode: 'AADToken' },
    });
    expect(emitted(stack, 'batchEndpoints/deployments').size).toBe(1);
  });

  test('takes what a deployment takes, as strings', () => {
    const platform = existingPlatform();
    const { stack, workspace, datastore } = platform;
    new PublishedPipeline(stack, 'Published', {
      pipeline: pipelineOf(platform),
      defaultCompute: ComputeCluster.fromComputeName(stack, 'Gpu', workspace, 'gpu'),
      defaultDatastore: datastore,
      continueOnFailedOptionalInput: false,
      settings: { job_timeout: '3600' },
    });
    expect(onlyEmitted(stack, 'batchEndpoints/deployments').body.properties).toMatchObject({
      deploymentConfiguration: {
        settings: {
          default_compute: 'gpu',
          default_datastore: 'raw',
          continue_on_failed_optional_input: 'false',
          job_timeout: '3600',
        },
      },
    });
  });

  test.each<[string, readonly string[]]>([
    ['job_timeout', []],
    ['force_rerun', ['DeploymentSettingReserved']],
    ['Default_Compute', ['DeploymentSettingReserved']],
  ])('refuses settings that have a property, or not: %s', (name, codes) => {
    expect(codesIn(() => published({ settings: { [name]: 'x' } }))).toEqual(codes);
  });

  test('lists where it is called, and its page in the studio', () => {
    const { stack, publication } = published({ endpointName: 'churn-train' });
    expect(Template.fromStack(stack).toJson()['output']).toMatchObject({
      published_scoring_uri: {
        value: `\${${addressOf(stack, 'batchEndpoints')}.output.scoringUri}`,
      },
      studio_urls: {
        value: {
          Published: `https://ml.azure.com/endpoints/batch/churn-train/detail?wsid=${WORKSPACE_ID}`,
        },
      },
    });
    expect(resolvedIn(stack, publication.studioUrl)).toBe(
      `https://ml.azure.com/endpoints/batch/churn-train/detail?wsid=${WORKSPACE_ID}`,
    );
  });

  test('takes name, description, settings and tags', () => {
    const { stack, publication } = published(
      {
        endpointName: 'churn-train',
        description: 'costs ${5}',
        continueOnStepFailure: true,
        forceRerun: true,
        tags: { stage: 'dev' },
      },
      { team: 'churn' },
    );
    expect(publication.endpointName).toBe('churn-train');
    expect(resolvedIn(stack, publication.endpointId)).toBe(
      `\${${addressOf(stack, 'batchEndpoints')}.id}`,
    );
    const tags = { team: 'churn', stage: 'dev' };
    expect(onlyEmitted(stack, 'batchEndpoints')).toMatchObject({
      name: 'churn-train',
      tags,
      body: { properties: { description: 'costs $${5}' } },
    });
    expect(onlyEmitted(stack, 'batchEndpoints/deployments')).toMatchObject({
      tags,
      body: {
        properties: {
          description: 'costs $${5}',
          deploymentConfiguration: {
            settings: { continue_on_step_failure: 'true', force_rerun: 'true' },
          },
        },
      },
    });
  });

  test('is described as its pipeline is, and writes where that says', () => {
    const platform = existingPlatform();
    const { stack, datastore: defaultDatastore } = platform;
    const pipeline = pipelineOf(platform, { description: 'trains', defaultDatastore });
    new PublishedPipeline(stack, 'Published', { pipeline });
    expect(onlyEmitted(stack, 'batchEndpoints/deployments')).toMatchObject({
      body: {
        properties: {
          description: 'trains',
          deploymentConfiguration: { settings: { default_datastore: 'raw' } },
        },
      },
    });
  });

  test('has a component of each step, named after pipeline and step, that Azure may rewrite', () => {
    const platform = existingPlatform();
    const steps = [stepOf('prepare', { outputs: { out: StepOutput.folder() } }), stepOf('train')];
    const pipeline = pipelineOf(platform, { name: 'churn', steps });
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const components = [...emitted(platform.stack, 'components/versions').values()];
    expect(components.map(({ parent_id }) => parent_id)).toEqual(
      ['churn_prepare', 'churn_train', 'churn'].map((name) => `${WORKSPACE_ID}/components/${name}`),
    );
    for (const { name, lifecycle, body } of components) {
      expect(name).toMatch(/^[0-9a-f]{16}$/);
      expect(lifecycle).toEqual({ ignore_changes: ['body'] });
      expect(body.properties).toMatchObject({
        isAnonymous: false,
        componentSpec: { version: name },
      });
    }
    expect(specsOf(platform.stack)['churn']).toMatchObject({
      jobs: {
        prepare: { componentId: expect.stringContaining('Published_Steps_prepare_') },
        train: { componentId: expect.stringContaining('Published_Steps_train_') },
      },
    });
  });

  test('uploads the code of its steps', () => {
    const platform = existingPlatform();
    const code = Code.fromDirectory(folderOf({ 'train.py': '' }));
    const pipeline = pipelineOf(platform, {
      steps: [stepOf('a', { code }), stepOf('b', { code })],
    });
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const reference = `azureml:\${${addressOf(platform.stack, 'codes/versions')}.id}`;
    const { train_a: a, train_b: b } = specsOf(platform.stack);
    expect([a, b]).toMatchObject([{ code: reference }, { code: reference }]);
  });

  test('is told as an endpoint, with the command that calls it', () => {
    const platform = existingPlatform();
    const inputs = {
      raw: PipelineInput.folder(),
      one: PipelineInput.file(),
      seed: PipelineInput.integer(),
      rate: PipelineInput.number(0.01),
    };
    const pipeline = pipelineOf(platform, { inputs });
    new PublishedPipeline(platform.stack, 'Published', { pipeline, endpointName: 'churn-train' });
    const body = {
      properties: {
        InputData: {
          raw: { JobInputType: 'UriFolder', Uri: '<raw: uri_folder>' },
          one: { JobInputType: 'UriFile', Uri: '<one: uri_file>' },
          seed: { JobInputType: 'Literal', Value: '<seed: integer>' },
        },
      },
    };
    expect(factsOf(platform.stack, 'endpoint').map(({ fact }) => fact)).toEqual([
      {
        pipeline: 'train',
        endpoint: 'batch endpoint churn-train',
        paused: false,
        command: `az rest --method post --url https://churn-train.westeurope.inference.ml.azure.com/jobs --resource https://ml.azure.com --headers Content-Type=application/json --body '${JSON.stringify(body)}'`,
      },
    ]);
  });

  test('is called by the output of its URI where the name is only known after apply', () => {
    const platform = existingPlatform();
    const endpointName = tokensIn(platform.stack).text;
    new PublishedPipeline(platform.stack, 'P', { pipeline: pipelineOf(platform), endpointName });
    const [told] = factsOf(platform.stack, 'endpoint');
    expect(told?.fact.command).toContain('--url "$(terraform output -raw p_scoring_uri)"');
  });

  test('does not collide with another one of the same stack', () => {
    const platform = existingPlatform();
    for (const id of ['Train', 'Score']) {
      const pipeline = pipelineOf(platform, {}, id);
      new PublishedPipeline(platform.stack, `${id}Published`, { pipeline });
    }
    const names = [...emitted(platform.stack, 'batchEndpoints').values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(emitted(platform.stack, 'components/versions').size).toBe(4);
  });
});

describe('the name of the endpoint', () => {
  test.each<[string, readonly string[]]>([
    ['abc', []],
    ['A-1', []],
    ['a'.repeat(32), []],
    ['a'.repeat(33), ['EndpointNameInvalid']],
    ['ab', ['EndpointNameInvalid']],
    ['1ab', ['EndpointNameInvalid']],
    ['ab-', ['EndpointNameInvalid']],
    ['a_b', ['EndpointNameInvalid']],
  ])('fails or not: %s', (endpointName, codes) => {
    expect(codesIn(() => published({ endpointName }))).toEqual(codes);
    const { stack, workspace } = existingPlatform();
    const attributes = { workspace, endpointName };
    expect(
      codesIn(() => PublishedPipeline.fromBatchEndpointAttributes(stack, 'E', attributes)),
    ).toEqual(codes);
  });

  test('may be a token', () => {
    const platform = existingPlatform();
    const endpointName = tokensIn(platform.stack).text;
    new PublishedPipeline(platform.stack, 'P', { pipeline: pipelineOf(platform), endpointName });
    expect(onlyEmitted(platform.stack, 'batchEndpoints').name).toBe('${var.Later}');
  });

  test.each(['a', 'a__b', 'a'.repeat(200), `${'a'.repeat(22)}_b`])(
    'is made of that of the pipeline where there is none: %s',
    (name) => {
      const platform = existingPlatform();
      const pipeline = pipelineOf(platform, { name });
      const { endpointName } = new PublishedPipeline(platform.stack, 'Published', { pipeline });
      expect(endpointName).toMatch(/^(?=.{3,32}$)[a-z][-a-z0-9]*-[0-9a-f]{8}$/);
    },
  );

  test('differs by subscription, workspace and place, since it holds in a whole region', () => {
    const nameIn = (subscriptionId: string, workspaceName: string, id: string) => {
      const stack = freshStack({ subscriptionId });
      const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
        workspaceId: `${WORKSPACE_ID.slice(0, -'mlw-before'.length)}${workspaceName}`,
      });
      const compute = Compute.fromComputeName(stack, 'Compute', workspace, 'cpu');
      const pipeline = pipelineOf({ stack, workspace, compute });
      return new PublishedPipeline(stack, id, { pipeline }).endpointName;
    };
    const one = '11111111-2222-4333-8444-555555555555';
    const other = '22222222-2222-4333-8444-555555555555';
    const names = [
      nameIn(one, 'mlw-one', 'Published'),
      nameIn(one, 'mlw-one', 'Other'),
      nameIn(one, 'mlw-two', 'Published'),
      nameIn(other, 'mlw-one', 'Published'),
    ];
    expect(new Set(names).size).toBe(4);
    expect(nameIn(one, 'mlw-one', 'Published')).toBe(names[0]);
    const later = Lazy.stringValue({ produce: () => one });
    expect(nameIn(later, 'mlw-one', 'Published')).toMatch(/^train-[0-9a-f]{8}$/);
  });
});

describe('publishing code', () => {
  const code = Code.fromDirectory(folderOf({ 'train.py': '' }));

  test('fails in an existing workspace without a place for it, which the error names', () => {
    const { stack, compute } = existingPlatform();
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Bare', {
      workspaceId: WORKSPACE_ID,
    });
    const platform = { stack, compute, workspace };
    const pipeline = pipelineOf(platform, { steps: [stepOf('a'), stepOf('b', { code })] });
    expect(problemsIn(() => new PublishedPipeline(stack, 'Published', { pipeline }))).toMatchObject(
      [
        {
          code: 'CodeContainerMissing',
          property: 'pipeline.steps.b.code',
          fix: expect.stringContaining('codeContainer or storageAccount'),
        },
      ],
    );
    expect(stack.node.findChild('Published').node.children).toEqual([]);
  });

  test('is done by each of two stacks that share a workspace', () => {
    const app = new App();
    const first = freshStack({}, 'first', app);
    const workspace = existingWorkspace(first);
    const { compute } = existingPlatform();
    for (const id of ['One', 'Two']) {
      const stack = freshStack({}, id, app);
      const pipeline = pipelineOf(
        { stack, workspace, compute },
        { steps: [stepOf('a', { code })] },
        id,
      );
      new PublishedPipeline(stack, 'Published', { pipeline });
      expect(emitted(stack, 'codes/versions').size).toBe(1);
    }
    expect(emitted(first, 'codes/versions').size).toBe(0);
  });
});

describe('calling a published pipeline', () => {
  test('posts to the URI that Azure gave, for the audience of Azure ML, by deployment', () => {
    const platform = existingPlatform();
    const inputs = { raw: PipelineInput.folder(), rate: PipelineInput.number(0.01) };
    const train = stepOf('only', { outputs: { model: StepOutput.folder() } });
    const pipeline = pipelineOf(platform, { inputs, steps: [train] });
    pipeline.addOutput('model', train.output('model'));
    const publication = new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const invocation = publication.renderInvocation(
      {
        experimentName: 'churn',
        arguments: { raw: PipelineArgument.folder(platform.datastore, 'in') },
        outputs: { model: { uri: 'azureml:x/paths/y' } },
      },
      HOST,
    );
    const { name } = onlyEmitted(platform.stack, 'batchEndpoints/deployments');
    const deployment = addressOf(platform.stack, 'batchEndpoints/deployments');
    expect(name).toBe('current');
    expect(resolvedIn(platform.stack, invocation)).toEqual({
      method: 'POST',
      uri: `\${${addressOf(platform.stack, 'batchEndpoints')}.output.scoringUri}`,
      audience: 'https://ml.azure.com',
      headers: {
        'Content-Type': 'application/json',
        'azureml-model-deployment': `\${${deployment}.name}`,
      },
      body: {
        properties: {
          InputData: {
            raw: {
              JobInputType: 'UriFolder',
              Uri: `azureml:${WORKSPACE_ID}/datastores/raw/paths/in`,
            },
          },
          OutputData: { model: { JobOutputType: 'UriFolder', Uri: 'azureml:x/paths/y' } },
          properties: { experimentName: 'churn' },
        },
      },
    });
  });

  test('from anywhere names no deployment, so that it stops where the endpoint is disabled', () => {
    const { stack, publication } = published();
    expect(resolvedIn(stack, publication.invocation())).toEqual({
      method: 'POST',
      uri: `\${${addressOf(stack, 'batchEndpoints')}.output.scoringUri}`,
      audience: 'https://ml.azure.com',
      headers: { 'Content-Type': 'application/json' },
      body: { properties: {} },
    });
  });

  test.each<[string, string, readonly string[]]>([
    ['model', 'azureml:x/paths/y', []],
    ['model', '@{variables("place")}', []],
    ['modl', 'azureml:x/paths/y', ['OutputUnknown']],
    ['model', 'https://st.blob.core.windows.net/x', ['OutputUriInvalid']],
    ['model', 'azureml:x/paths/y?sig=abc', ['ArgumentUriHoldsSecret']],
  ])('fails or not with an output: %s at %s', (name, uri, codes) => {
    const platform = existingPlatform();
    const train = stepOf('only', { outputs: { model: StepOutput.folder() } });
    const pipeline = pipelineOf(platform, { steps: [train] });
    pipeline.addOutput('model', train.output('model'));
    const publication = new PublishedPipeline(platform.stack, 'Published', { pipeline });
    expect(codesIn(() => publication.invocation({ outputs: { [name]: { uri } } }))).toEqual(codes);
  });

  test('fails by every argument that does not fit', () => {
    const platform = existingPlatform();
    const inputs = { raw: PipelineInput.folder(), rate: PipelineInput.number(0.01) };
    const pipeline = pipelineOf(platform, { inputs });
    const publication = new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const given = { rte: PipelineArgument.literal(1), rate: PipelineArgument.literal('fast') };
    const problems = problemsIn(() =>
      publication.renderInvocation({ arguments: given, continueOnStepFailure: true }, HOST),
    );
    expect(problems.map(({ code, property }) => `${code} ${property}`)).toEqual([
      'ArgumentUnknown arguments.rte',
      'ArgumentTypeMismatch arguments.rate',
      'ArgumentMissing arguments.raw',
      'ArgumentNotForGeneration continueOnStepFailure',
    ]);
  });

  test('is allowed by a role on the workspace', () => {
    const { stack, publication } = published();
    publication.grantInvoke(Principal.group('99999999-8888-4777-8666-555555555555', 'team'));
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_role_definition');
    template.hasResource('azurerm_role_assignment', { scope: WORKSPACE_ID });
    expect(factsOf(stack, 'grant').map(({ fact }) => fact)).toMatchObject([
      { principal: 'team', target: 'workspace mlw-before' },
    ]);
  });
});
