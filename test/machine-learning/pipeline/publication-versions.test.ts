import { App } from 'cdktf';
import { Code } from '../../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import {
  PublishedPipeline,
  type PublishedPipelineProps,
} from '../../../lib/machine-learning/pipeline/published-pipeline';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import type { PipelineProps } from '../../../lib/machine-learning/pipeline/pipeline';
import { Template } from '../../../lib/testing';
import { folderOf, type Files } from '../../support/folder';
import {
  codesIn,
  containerOf,
  declaredPlatform,
  existingPlatform,
  existingWorkspace,
  problemsIn,
  tokensIn,
} from '../../support/stack';
import { emitted, pipelineOf, stepOf } from '../setup';

interface Content {
  readonly prepare?: Files;
  readonly train?: Files;
  readonly conda?: string;
  readonly pipeline?: Partial<PipelineProps>;
  readonly publication?: Partial<PublishedPipelineProps>;
}

const CODE: Files = { 'main.py': 'print(1)' };

/** A stack that publishes two steps with code of their own, in an environment of its own. */
function publish(content: Content = {}) {
  const platform = existingPlatform();
  const { stack, workspace } = platform;
  const environment = new Environment(stack, 'Environment', {
    name: 'sklearn',
    workspace,
    image: 'python:3.11',
    conda: CondaFile.fromText(content.conda ?? 'dependencies: [pip]'),
  });
  const pipeline = pipelineOf(platform, {
    inputs: { raw: PipelineInput.folder() },
    steps: [],
    ...content.pipeline,
  });
  const prepare = pipeline.addStep(
    stepOf('prepare', {
      environment,
      code: Code.fromDirectory(folderOf(content.prepare ?? CODE)),
      inputs: { raw: pipeline.input('raw') },
      outputs: { clean: StepOutput.folder() },
    }),
  );
  pipeline.addStep(
    stepOf('train', {
      environment,
      code: Code.fromDirectory(folderOf(content.train ?? { ...CODE, 'util.py': '' })),
      inputs: { data: prepare.output('clean') },
    }),
  );
  new PublishedPipeline(stack, 'Published', { pipeline, ...content.publication });
  return stack;
}

/** What is versioned, as `<parent>/<version>`, and each with the address of its resource. */
function versionsIn(stack: ReturnType<typeof publish>) {
  return ['environments', 'codes', 'components'].flatMap((type) =>
    [...emitted(stack, `${type}/versions`)].map(([address, { parent_id: parent, name }]) => ({
      id: `${parent.split('/').slice(-2).join('/')}/${name}`,
      address,
    })),
  );
}

/** The parents of all that is versioned anew, by id and by address. */
function renewed(before: ReturnType<typeof publish>, after: ReturnType<typeof publish>) {
  const known = versionsIn(before);
  const fresh = versionsIn(after).filter(({ id }) => !known.some((one) => one.id === id));
  const moved = versionsIn(after).filter(
    ({ address }) => !known.some((one) => one.address === address),
  );
  expect(moved).toEqual(fresh);
  return fresh.map(({ id }) => id.split('/').slice(0, -1).join('/')).sort();
}

describe('another publication', () => {
  test('of the same content is the same to the letter, wherever its files lie', () => {
    const texts = [publish(), publish()].map((stack) =>
      JSON.stringify(Template.fromStack(stack).toJson()),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  test.each<[string, Content, readonly string[]]>([
    [
      'one byte of a script',
      { prepare: { 'main.py': 'print(2)' } },
      ['codes/churn', 'components/train', 'components/train_prepare'],
    ],
    [
      'the name of a script',
      { prepare: { 'run.py': 'print(1)' } },
      ['codes/churn', 'components/train', 'components/train_prepare'],
    ],
    [
      'the packages of the environment',
      { conda: 'dependencies: [pip, uv]' },
      [
        'components/train',
        'components/train_prepare',
        'components/train_train',
        'environments/sklearn',
      ],
    ],
    [
      'a default of the pipeline',
      { pipeline: { inputs: { raw: PipelineInput.folder(), rate: PipelineInput.number(1) } } },
      ['components/train'],
    ],
    ['the description of the pipeline', { pipeline: { description: 'x' } }, ['components/train']],
    [
      'the type of an input',
      { pipeline: { inputs: { raw: PipelineInput.file() } } },
      ['components/train', 'components/train_prepare'],
    ],
    ['how runs behave', { publication: { forceRerun: true } }, []],
    ['the name of the endpoint', { publication: { endpointName: 'other' } }, []],
  ])('with another %s versions exactly what holds it', (_, content, expected) => {
    expect(renewed(publish(), publish(content))).toEqual(expected);
  });

  test.each<[string, 'compute' | 'datastore']>([
    ['compute', 'compute'],
    ['datastore', 'datastore'],
  ])('with a renamed %s that a step names versions the pipeline', (_, renamed) => {
    const versionWith = (names: { readonly compute: string; readonly datastore: string }) => {
      const { stack, workspace } = declaredPlatform();
      const compute = new ComputeCluster(stack, 'Cpu', {
        name: names.compute,
        workspace,
        vmSize: VmSize.STANDARD_DS3_V2,
        maxNodes: 1,
      });
      const container = containerOf(workspace);
      const { datastore: name } = names;
      const datastore = new BlobDatastore(stack, 'Raw', { name, workspace, container });
      const inputs = { raw: StepInput.folder(datastore, 'in') };
      const steps = [stepOf('a', { compute, inputs })];
      const pipeline = pipelineOf({ stack, workspace, compute }, { steps });
      new PublishedPipeline(stack, 'Published', { pipeline });
      return versionsIn(stack).map(({ id }) => id);
    };
    const names = { compute: 'cpu', datastore: 'raw' };
    const [step, pipeline] = versionWith(names);
    expect(versionWith(names)).toEqual([step, pipeline]);
    const [sameStep, other] = versionWith({ ...names, [renamed]: 'other' });
    expect(sameStep).toBe(step);
    expect(other).not.toBe(pipeline);
  });

  test('moves the deployment forward under the same name and address', () => {
    const [before, after] = [publish(), publish({ prepare: { 'main.py': 'print(2)' } })].map(
      (stack) => [...emitted(stack, 'batchEndpoints/deployments')][0],
    );
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1].name).toBe(before?.[1].name);
    expect(after?.[1].body).not.toEqual(before?.[1].body);
  });
});

describe('versions', () => {
  test('do not depend on what else is made, and in which order', () => {
    const alone = existingPlatform();
    const crowded = existingPlatform();
    tokensIn(crowded.stack);
    existingWorkspace(crowded.stack, 'Before');
    const versions = [alone, crowded].map((platform) => {
      const pipeline = pipelineOf(platform, { steps: [stepOf('a')] });
      new PublishedPipeline(platform.stack, 'Published', { pipeline });
      return versionsIn(platform.stack);
    });
    expect(versions[1]).toEqual(versions[0]);
  });

  test('are those of the caller where there are such', () => {
    const stack = publish({ publication: { version: '2026.1' } });
    const names = [...emitted(stack, 'components/versions').values()].map(({ name }) => name);
    expect(names).toEqual(['2026.1', '2026.1', '2026.1']);
  });

  test.each<[string, readonly string[]]>([
    ['1', []],
    ['1.0-rc_1', []],
    ['1/2', ['VersionInvalid']],
    ['1 2', ['VersionInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('of the caller fail or not: %s', (version, codes) => {
    expect(codesIn(() => publish({ publication: { version } }))).toEqual(codes);
  });

  test('of the caller must be known, since they are part of addresses', () => {
    const platform = existingPlatform();
    const version = tokensIn(platform.stack).text;
    const pipeline = pipelineOf(platform);
    expect(
      codesIn(() => new PublishedPipeline(platform.stack, 'Published', { pipeline, version })),
    ).toEqual(['PropertyTypeInvalid']);
  });

  test.each<[string, (later: string) => Parameters<typeof stepOf>[1], string]>([
    ['a command', (later) => ({ command: `train ${later}` }), 'pipeline.steps.a'],
    ['an environment variable', (later) => ({ environmentVariables: { X: later } }), 'pipeline'],
  ])('cannot be made of %s that is only known at apply', (_, props, property) => {
    const platform = existingPlatform();
    const { stack } = platform;
    const later = tokensIn(stack).text;
    const pipeline = pipelineOf(platform, { steps: [stepOf('a', props(later))] });
    expect(problemsIn(() => new PublishedPipeline(stack, 'Published', { pipeline }))).toMatchObject(
      [
        {
          code: 'VersionNotComputable',
          property,
          fix: expect.stringContaining('explicit version'),
        },
      ],
    );
    expect(stack.node.findChild('Published').node.children).toEqual([]);
  });

  test('may be made on a compute whose name only Terraform will know', () => {
    const { stack, workspace } = declaredPlatform();
    const compute = new ComputeCluster(stack, 'Cpu', {
      name: tokensIn(stack).text,
      workspace,
      vmSize: VmSize.STANDARD_DS3_V2,
      maxNodes: 1,
    });
    const pipeline = pipelineOf(
      { stack, workspace, compute },
      { steps: [stepOf('a', { compute })] },
    );
    expect(codesIn(() => new PublishedPipeline(stack, 'Published', { pipeline }))).toEqual([]);
  });

  test('may be made of ids and names of what the stack declares', () => {
    const stack = publish();
    const environment = [...emitted(stack, 'environments/versions').keys()].join();
    const [prepare] = emitted(stack, 'components/versions').values();
    expect(prepare?.body.properties['componentSpec']).toMatchObject({
      environment: `azureml:\${azapi_resource.${environment}.id}`,
    });
  });

  test('with the same content in two stacks of an app are the same', () => {
    const app = new App();
    const names = ['one', 'two'].map((id) => {
      const platform = existingPlatform({}, id, app);
      new PublishedPipeline(platform.stack, 'Published', { pipeline: pipelineOf(platform) });
      return [...emitted(platform.stack, 'components/versions').values()].map(({ name }) => name);
    });
    expect(names[1]).toHaveLength(2);
    expect(names[1]?.[0]).toBe(names[0]?.[0]);
  });
});
