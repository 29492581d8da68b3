import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { ComponentStep } from '../../../lib/machine-learning/pipeline/steps/component-step';
import { ComponentType } from '../../../lib/machine-learning/pipeline/steps/component-type';
import { PipelineStep } from '../../../lib/machine-learning/pipeline/steps/pipeline-step';
import { StepIdentity } from '../../../lib/machine-learning/pipeline/steps/step-identity';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import type { ComponentStepProps } from '../../../lib/machine-learning/pipeline/steps/component-step';
import { codesIn, existingPlatform, problemsIn, WORKSPACE_ID } from '../../support/stack';
import { pipelineOf, specsOf, stepOf } from '../setup';

function platformWithInner() {
  const platform = existingPlatform();
  const inner = pipelineOf(
    platform,
    { name: 'inner', inputs: { raw: PipelineInput.folder() }, steps: [] },
    'Inner',
  );
  const step = inner.addStep(
    stepOf('clean', {
      command: 'clean ${{inputs.raw}} ${{outputs.data}}',
      inputs: { raw: inner.input('raw') },
      outputs: { data: StepOutput.folder() },
    }),
  );
  inner.addOutput('cleaned', step.output('data'));
  const outer = pipelineOf(
    platform,
    { name: 'outer', inputs: { from: PipelineInput.folder() }, steps: [] },
    'Outer',
  );
  return { ...platform, inner, outer };
}

describe('a pipeline as a step', () => {
  test("is published with the pipeline that runs it, and its output is another step's input", () => {
    const { stack, inner, outer, compute } = platformWithInner();
    const nested = outer.addStep(
      new PipelineStep('prepare', { pipeline: inner, inputs: { raw: outer.input('from') } }),
    );
    outer.addStep(
      stepOf('train', {
        command: 'train ${{inputs.data}}',
        inputs: { data: nested.output('cleaned') },
      }),
    );
    new PublishedPipeline(stack, 'Published', { pipeline: outer });
    const specs = specsOf(stack);
    expect(Object.keys(specs).sort()).toEqual(['inner', 'inner_clean', 'outer', 'outer_train']);
    expect(specs['outer']).toMatchObject({
      jobs: {
        prepare: {
          name: 'prepare',
          type: 'pipeline',
          componentId: expect.stringContaining('${azapi_resource.'),
          inputs: { raw: { job_input_type: 'literal', value: '$${{parent.inputs.from}}' } },
          outputs: { cleaned: { job_output_type: 'uri_folder', mode: 'ReadWriteMount' } },
          _source: 'YAML.COMPONENT',
        },
        train: {
          inputs: { data: { value: '$${{parent.jobs.prepare.outputs.cleaned}}' } },
        },
      },
    });
    expect(specs['inner']).toMatchObject({ jobs: { clean: { computeId: compute.computeId } } });
    expect(specs['outer']).not.toHaveProperty('jobs.prepare.computeId');
    expect(specs['outer']).not.toHaveProperty('jobs.train.computeId');
  });

  test.each<[string, { [name: string]: StepInput }, readonly string[]]>([
    ['all is bound', { raw: StepInput._fromPipelineInput('from', DataType.URI_FOLDER) }, []],
    ['an input is not bound', {}, ['StepInputMissing']],
    [
      'an input does not exist',
      {
        raw: StepInput._fromPipelineInput('from', DataType.URI_FOLDER),
        row: StepInput.literal('x'),
      },
      ['StepInputUnknown'],
    ],
    ['a number is given for a folder', { raw: StepInput.literal(1) }, ['StepInputTypeMismatch']],
  ])('fails or not when %s', (_, inputs, codes) => {
    const { inner, outer } = platformWithInner();
    outer.addStep(new PipelineStep('prepare', { pipeline: inner, inputs }));
    expect(
      codesIn(() => {
        outer._close('x');
      }),
    ).toEqual(codes);
  });

  test('cannot be published on its own', () => {
    const { inner, outer } = platformWithInner();
    outer.addStep(new PipelineStep('prepare', { pipeline: inner }));
    expect(
      codesIn(() => {
        inner._close('x');
      }),
    ).toEqual(['NestedPipelineInvalid']);
  });

  test('cannot run itself, not even through another one', () => {
    const { inner, outer } = platformWithInner();
    outer.addStep(new PipelineStep('prepare', { pipeline: inner }));
    const back = new PipelineStep('back', { pipeline: outer });
    expect(codesIn(() => inner.addStep(back))).toEqual(['NestedPipelineInvalid']);
    const self = new PipelineStep('itself', { pipeline: outer });
    expect(codesIn(() => outer.addStep(self))).toEqual(['NestedPipelineInvalid']);
  });

  test('must be of the same workspace', () => {
    const { outer } = platformWithInner();
    const { inner } = platformWithInner();
    expect(
      problemsIn(() => outer.addStep(new PipelineStep('a', { pipeline: inner }))),
    ).toMatchObject([{ code: 'NestedPipelineInvalid', must: 'be of the same workspace' }]);
  });
});

describe('components of one workspace', () => {
  test('fail when a step and a pipeline become one of the same name', () => {
    const platform = existingPlatform();
    const one = pipelineOf(platform, { name: 'a', steps: [stepOf('b')] }, 'One');
    const two = pipelineOf(platform, { name: 'a_b', steps: [stepOf('c')] }, 'Two');
    expect(
      codesIn(() => {
        two._close('second');
      }),
    ).toEqual([]);
    expect(
      codesIn(() => {
        one._close('first');
      }),
    ).toEqual(['ComponentNameTaken']);
  });

  test.each<[number, readonly string[]]>([
    [255 - 'train_'.length, []],
    [256 - 'train_'.length, ['ComponentNameTooLong']],
  ])('fail or not with a step name of %d characters', (length, codes) => {
    const pipeline = pipelineOf(existingPlatform(), { name: 'train', steps: [] });
    expect(codesIn(() => pipeline.addStep(stepOf('a'.repeat(length))))).toEqual(codes);
  });
});

describe('a component that exists already', () => {
  test.each<[string, ComponentStepProps, string, string]>([
    [
      'a version of the workspace',
      { component: 'ready', version: '1' },
      `${WORKSPACE_ID}/components/ready/versions/1`,
      'REMOTE.WORKSPACE.COMPONENT',
    ],
    [
      'the default version of the workspace',
      { component: 'ready', label: 'default' },
      `${WORKSPACE_ID}/components/ready/labels/default`,
      'REMOTE.WORKSPACE.COMPONENT',
    ],
    [
      'a label of a registry',
      { component: 'ready', label: 'latest', registry: 'azureml' },
      'azureml://registries/azureml/components/ready/labels/latest',
      'REMOTE.REGISTRY',
    ],
  ])('is named by the node: %s', (_, props, componentId, source) => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { steps: [new ComponentStep('step', props)] });
    new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const specs = specsOf(platform.stack);
    expect(Object.keys(specs)).toEqual(['train']);
    expect(specs['train']).toMatchObject({
      jobs: { step: { name: 'step', type: 'command', componentId, _source: source } },
    });
  });

  test('may be a pipeline, which needs no compute', () => {
    const { stack, workspace } = existingPlatform();
    const step = new ComponentStep('step', {
      component: 'ready',
      version: '1',
      type: ComponentType.PIPELINE,
    });
    const pipeline = pipelineOf(
      { stack, workspace, compute: undefined as never },
      { steps: [step] },
    );
    expect(
      codesIn(() => {
        pipeline._close('x');
      }),
    ).toEqual([]);
  });

  test.each([ComponentType.COMMAND, ComponentType.PARALLEL])(
    'runs as it is told, with variables of the step, where it is a %s',
    (type) => {
      const step = new ComponentStep('step', {
        component: 'ready',
        version: '1',
        type,
        identity: StepIdentity.MANAGED,
        environmentVariables: { LEVEL: 'debug' },
      });
      expect(step._renderNode()).toEqual({
        type,
        identity: { type: 'managed_identity' },
        environment_variables: { LEVEL: 'debug' },
      });
    },
  );

  test.each<[string, Partial<ComponentStepProps>, readonly string[]]>([
    [
      'an identity of a pipeline',
      { version: '1', type: ComponentType.PIPELINE, identity: StepIdentity.USER },
      ['StepComponentSettingUnfit'],
    ],
    [
      'variables of a Spark job',
      { version: '1', type: ComponentType.SPARK, environmentVariables: {} },
      ['StepComponentSettingUnfit'],
    ],
    ['neither version nor label', {}, ['StepComponentVersionUnclear']],
    ['version and label', { version: '1', label: 'default' }, ['StepComponentVersionUnclear']],
    ['a label that nobody resolves', { label: 'latest' }, ['StepComponentLabelUnknown']],
    ['a name that cannot be', { component: 'a b', version: '1' }, ['StepComponentNameInvalid']],
  ])('fails with %s', (_, props, codes) => {
    expect(codesIn(() => new ComponentStep('step', { component: 'ready', ...props }))).toEqual(
      codes,
    );
  });

  test('is checked against the types that were told', () => {
    const step = new ComponentStep('step', {
      component: 'ready',
      version: '1',
      inputTypes: { data: DataType.URI_FILE, rate: DataType.NUMBER },
      inputs: { data: StepInput.fromStep('first', 'out') },
    });
    const first = stepOf('first', { outputs: { out: StepOutput.folder() } });
    const pipeline = pipelineOf(existingPlatform(), { steps: [first, step] });
    expect(
      problemsIn(() => {
        pipeline._close('x');
      }),
    ).toMatchObject([
      { code: 'StepInputTypeMismatch', property: 'steps.step.inputs.data' },
      { code: 'StepInputMissing', property: 'steps.step.inputs.rate' },
    ]);
  });
});
