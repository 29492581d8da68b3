import { App } from 'cdktf';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { graphProblems } from '../../../lib/machine-learning/pipeline/private/pipeline-graph';
import { graphWarnings } from '../../../lib/machine-learning/pipeline/private/graph-warnings';
import { ComponentStep } from '../../../lib/machine-learning/pipeline/steps/component-step';
import { PipelineStep } from '../../../lib/machine-learning/pipeline/steps/pipeline-step';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { Schedule } from '../../../lib/machine-learning/schedule/schedule';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Template } from '../../../lib/testing';
import { folderOf } from '../../support/folder';
import {
  codesIn,
  declaredPlatform,
  existingPlatform,
  GROUP_ID,
  problemsIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../../support/terraform';
import { emitted, HOST, onlyEmitted, pipelineOf, specsOf, stepOf } from '../setup';

type Platform = ReturnType<typeof existingPlatform>;

/** A pipeline whose one step runs where the input `where` says. */
function boundPipeline(platform: Platform, where = PipelineInput.compute(platform.compute)) {
  const pipeline = pipelineOf(platform, { inputs: { where }, steps: [] });
  pipeline.addStep(stepOf('train', { compute: pipeline.computeInput('where') }));
  return pipeline;
}

describe('a step on a compute that an input names', () => {
  test('has the input in place of an id, and the pipeline declares it as a string', () => {
    const platform = existingPlatform();
    new PublishedPipeline(platform.stack, 'Published', { pipeline: boundPipeline(platform) });
    expect(specsOf(platform.stack)['train']).toMatchObject({
      inputs: { where: { type: 'string', default: 'cpu' } },
      jobs: { train: { computeId: '$${{parent.inputs.where}}' } },
    });
    expect(specsOf(platform.stack)['train_train']).not.toHaveProperty('inputs');
  });

  test('needs no default compute, and neither does a component that exists', () => {
    const { stack, workspace } = existingPlatform();
    const pipeline = new Pipeline(stack, 'Train', {
      workspace,
      inputs: { where: PipelineInput.compute() },
    });
    const compute = pipeline.computeInput('where');
    pipeline.addStep(new ComponentStep('ready', { component: 'ready', version: '1', compute }));
    expect(graphProblems(pipeline)).toEqual([]);
    new PublishedPipeline(stack, 'Published', { pipeline });
    expect(specsOf(stack)['train']).toMatchObject({
      inputs: { where: { type: 'string' } },
      jobs: { ready: { computeId: '$${{parent.inputs.where}}' } },
    });
    expect(onlyEmitted(stack, 'batchEndpoints/deployments').body).not.toHaveProperty(
      'properties.deploymentConfiguration.settings.default_compute',
    );
  });

  test('is the same for all steps that share the input', () => {
    const pipeline = boundPipeline(existingPlatform());
    expect(pipeline.computeInput('where')).toBe(pipeline.computeInput('where'));
    expect(pipeline.steps[0]?.compute).toBe(pipeline.computeInput('where'));
  });

  test('counts as a use of the input', () => {
    expect(graphWarnings(boundPipeline(existingPlatform()))).toEqual([]);
  });

  test('may be in a nested pipeline, which the outer one tells where', () => {
    const platform = existingPlatform();
    const { stack, compute } = platform;
    const inner = pipelineOf(
      platform,
      { name: 'inner', inputs: { node: PipelineInput.compute() }, steps: [] },
      'Inner',
    );
    inner.addStep(stepOf('train', { compute: inner.computeInput('node') }));
    const outer = pipelineOf(
      platform,
      { name: 'outer', inputs: { where: PipelineInput.compute(compute) }, steps: [] },
      'Outer',
    );
    const inputs = { node: outer.input('where') };
    outer.addStep(new PipelineStep('nested', { pipeline: inner, inputs }));
    new PublishedPipeline(stack, 'Published', { pipeline: outer });
    expect(specsOf(stack)).toMatchObject({
      inner: { jobs: { train: { computeId: '$${{parent.inputs.node}}' } } },
      outer: {
        jobs: {
          nested: {
            inputs: { node: { job_input_type: 'literal', value: '$${{parent.inputs.where}}' } },
          },
        },
      },
    });
  });

  test('runs where a schedule or a request says, by the name of the compute', () => {
    const platform = existingPlatform();
    const { stack, workspace } = platform;
    const gpu = ComputeCluster.fromComputeName(stack, 'Gpu', workspace, 'gpu');
    const pipeline = boundPipeline(platform, PipelineInput.compute());
    const published = new PublishedPipeline(stack, 'Published', { pipeline });
    const given = { where: PipelineArgument.literal(gpu.computeName) };
    new Schedule(stack, 'Nightly', {
      pipeline: published,
      trigger: Recurrence.daily({ at: '04:30', timeZone: 'UTC' }),
      arguments: given,
    });
    expect(onlyEmitted(stack, 'schedules').body).toMatchObject({
      properties: {
        action: {
          jobDefinition: { inputs: { where: { jobInputType: 'literal', value: 'gpu' } } },
        },
      },
    });
    expect(published.renderInvocation({ arguments: given }, HOST).body).toMatchObject({
      properties: { InputData: { where: { JobInputType: 'Literal', Value: 'gpu' } } },
    });
    expect(codesIn(() => published.renderInvocation({}, HOST))).toEqual(['ArgumentMissing']);
  });
});

describe('an input that names a compute', () => {
  test.each<[string, PipelineInput, readonly string[]]>([
    ['a compute', PipelineInput.compute(), []],
    ['a string', PipelineInput.string('cpu'), []],
    ['a string of some', PipelineInput.string('cpu', { choices: ['cpu', 'gpu'] }), []],
    ['optional, with a default', PipelineInput.string('cpu', { optional: true }), []],
    [
      'optional, with none',
      PipelineInput.string(undefined, { optional: true }),
      ['PipelineInputNoCompute'],
    ],
    [
      'optional, with a blank one',
      PipelineInput.string(' ', { optional: true }),
      ['PipelineInputNoCompute'],
    ],
    ['blank', PipelineInput.string(''), ['PipelineInputNoCompute']],
    ['a folder', PipelineInput.folder(), ['PipelineInputNoCompute']],
    ['a number', PipelineInput.integer(1), ['PipelineInputNoCompute']],
  ])('fails or not where it is %s', (_, where, codes) => {
    expect(codesIn(() => boundPipeline(existingPlatform(), where))).toEqual(codes);
  });

  test('fails where there is none of the name', () => {
    const pipeline = boundPipeline(existingPlatform());
    expect(problemsIn(() => pipeline.computeInput('were'))).toMatchObject([
      { code: 'PipelineInputUnknown', fix: 'did you mean where' },
    ]);
  });

  test('may have a default that only Terraform knows', () => {
    const platform = existingPlatform();
    const where = PipelineInput.string(tokensIn(platform.stack).text, { optional: true });
    expect(codesIn(() => boundPipeline(platform, where))).toEqual([]);
  });

  test('takes a compute by default, and nothing else', () => {
    const platform = existingPlatform();
    const pipeline = boundPipeline(platform);
    expect(problemsIn(() => PipelineInput.compute('cpu' as never))).toMatchObject([
      { code: 'PropertyTypeInvalid', property: 'defaultCompute' },
    ]);
    expect(codesIn(() => PipelineInput.compute(pipeline.computeInput('where')))).toEqual([
      'PipelineInputDefaultInvalid',
    ]);
  });

  test('fails with a default compute that does not run the step', () => {
    const platform = existingPlatform();
    const { stack, workspace } = platform;
    const spark = new SynapseSparkCompute(stack, 'Spark', {
      name: 'spark',
      workspace,
      sparkPoolId: `${GROUP_ID}/providers/Microsoft.Synapse/workspaces/syn/bigDataPools/pool`,
    });
    expect(graphProblems(boundPipeline(platform, PipelineInput.compute(spark)))).toMatchObject([
      { code: 'StepComputeUnfit', property: 'steps.train.compute' },
    ]);
  });

  test('fails with a default compute of another workspace', () => {
    const platform = existingPlatform();
    const workspace = Workspace.fromWorkspaceAttributes(platform.stack, 'Far', {
      workspaceId: `${WORKSPACE_ID}2`,
    });
    const far = ComputeCluster.fromComputeName(platform.stack, 'FarCpu', workspace, 'cpu');
    expect(graphProblems(boundPipeline(platform, PipelineInput.compute(far)))).toMatchObject([
      { code: 'PipelineOtherWorkspace', property: 'inputs.where' },
    ]);
  });
});

describe('the compute of an input is refused', () => {
  test('in a step of another pipeline, although that has an input of the name', () => {
    const platform = existingPlatform();
    const compute = boundPipeline(platform).computeInput('where');
    const other = pipelineOf(
      platform,
      { inputs: { where: PipelineInput.compute() }, steps: [stepOf('a', { compute })] },
      'Other',
    );
    expect(graphProblems(other)).toMatchObject([
      { code: 'StepComputeOfOtherPipeline', property: 'steps.a.compute' },
    ]);
  });

  test('as the default of a pipeline or of a publication', () => {
    const platform = existingPlatform();
    const pipeline = boundPipeline(platform);
    const defaultCompute = pipeline.computeInput('where');
    expect(problemsIn(() => pipelineOf(platform, { defaultCompute }, 'Other'))).toMatchObject([
      { code: 'DefaultComputeIsInput', property: 'defaultCompute', got: '"input where"' },
    ]);
    const publish = () =>
      new PublishedPipeline(platform.stack, 'Published', { pipeline, defaultCompute });
    expect(codesIn(publish)).toEqual(['DefaultComputeIsInput']);
    expect(emitted(platform.stack, 'components/versions').size).toBe(0);
  });
});

/** A stack with a cluster that a step runs on unless a run says otherwise. */
function synthesized(name: string) {
  const app = new App({ outdir: folderOf({}) });
  const { stack, workspace } = declaredPlatform({}, {}, 'churn', app);
  const size = { workspace, vmSize: VmSize.STANDARD_DS3_V2, maxNodes: 1 };
  const compute = new ComputeCluster(stack, 'Cpu', { ...size, name });
  const gpu = new ComputeCluster(stack, 'Gpu', { ...size, name: 'gpu' });
  const pipeline = pipelineOf(
    { stack, workspace, compute },
    { inputs: { where: PipelineInput.compute(compute) }, steps: [] },
  );
  pipeline.addStep(stepOf('train', { compute: pipeline.computeInput('where') }));
  const published = new PublishedPipeline(stack, 'Published', { pipeline });
  new Schedule(stack, 'Nightly', {
    pipeline: published,
    trigger: Recurrence.daily({ at: '04:30', timeZone: 'UTC' }),
    arguments: { where: PipelineArgument.literal(gpu.computeName) },
  });
  app.synth();
  return Template.fromDirectory(app.outdir, 'churn').toJson();
}

test('another name of the default compute is another version of the pipeline', () => {
  const versions = ['cpu', 'cpu-2'].map((name) => {
    const addresses = /Published_Pipeline_Version-\w+/.exec(JSON.stringify(synthesized(name)));
    return addresses?.[0];
  });
  expect(new Set(versions).size).toBe(2);
  expect(versions).not.toContain(undefined);
});

describeTerraform('a pipeline that is told where to run', () => {
  test('reaches the service with names and expressions, and then there is nothing to do', async () => {
    const workdir = await TerraformWorkdir.create();
    try {
      await workdir.write(synthesized('cpu'));
      expectOk(await workdir.init());
      expectOk(await workdir.plan());
      expect(errorsOf(await workdir.applyPlan())).toEqual([]);
      const sent = JSON.stringify(workdir.provider.requests.entries().map(({ body }) => body));
      expect(sent).toContain('"computeId":"${{parent.inputs.where}}"');
      expect(sent).toContain('"where":{"default":"cpu","type":"string"}');
      expect(sent).toContain('"where":{"jobInputType":"literal","value":"gpu"}');
      expect(await workdir.planIsEmpty()).toBe(true);
    } finally {
      await workdir.dispose();
    }
  });
});
