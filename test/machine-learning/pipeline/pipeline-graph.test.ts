import fc from 'fast-check';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { graphProblems } from '../../../lib/machine-learning/pipeline/private/pipeline-graph';
import type { PipelineProps } from '../../../lib/machine-learning/pipeline/pipeline';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn, existingPlatform, problemsIn } from '../../support/stack';
import { pipelineOf, stepOf } from '../setup';

/** A step that waits for others, and has an output `out`. */
function waiting(name: string, ...waitsFor: readonly string[]) {
  const inputs = waitsFor.map((step, index) => [
    `in${String(index)}`,
    StepInput.fromStep(step, 'out'),
  ]);
  return stepOf(name, {
    inputs: Object.fromEntries(inputs) as { readonly [name: string]: StepInput },
    outputs: { out: StepOutput.folder() },
  });
}

function problemsOf(props: Partial<PipelineProps>) {
  return graphProblems(pipelineOf(existingPlatform(), props));
}

describe('the graph of a pipeline', () => {
  test('may be in any order, as long as nothing waits for itself', () => {
    const steps = [waiting('c', 'a', 'b'), waiting('b', 'a'), waiting('a')];
    expect(problemsOf({ steps })).toEqual([]);
  });

  test.each<[string, readonly (readonly [string, ...string[]])[], string]>([
    ['itself', [['a', 'a']], '"a waits for a"'],
    [
      'each other',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      '"a waits for b waits for a"',
    ],
    [
      'one another, after a step that does not',
      [['start'], ['a', 'start', 'b'], ['b', 'c'], ['c', 'a']],
      '"a waits for b waits for c waits for a"',
    ],
  ])('fails where steps wait for %s, told step by step', (_, edges, got) => {
    const steps = edges.map(([name, ...waitsFor]) => waiting(name, ...waitsFor));
    expect(problemsOf({ steps })).toMatchObject([{ code: 'StepCycle', property: 'steps', got }]);
  });

  test('is found cyclic exactly where no order of the steps exists', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const graphs = fc.tuple(...names.map(() => fc.subarray(names, { maxLength: 2 })));
    fc.assert(
      fc.property(graphs, (waits) => {
        const steps = names.map((name, index) => waiting(name, ...(waits[index] ?? [])));
        const codes = problemsOf({ steps }).map(({ code }) => code);
        expect(codes).toEqual(hasOrder(names, waits) ? [] : ['StepCycle']);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, StepInput, string, string]>([
    [
      'a step that does not exist',
      StepInput.fromStep('prepar', 'out'),
      'did you mean prepare',
      'prepare, train',
    ],
    [
      'an output that does not exist',
      StepInput.fromStep('prepare', 'oot'),
      'did you mean out',
      'out',
    ],
    [
      'an input that does not exist',
      StepInput._fromPipelineInput('raws', DataType.URI_FOLDER),
      'did you mean raw',
      'raw',
    ],
  ])('fails where an input is bound to %s', (_, data, fix, choices) => {
    const problems = problemsOf({
      inputs: { raw: PipelineInput.folder() },
      steps: [waiting('prepare'), stepOf('train', { inputs: { data } })],
    });
    expect(problems).toMatchObject([
      {
        code: 'StepInputUnbound',
        property: 'steps.train.inputs.data',
        must: expect.stringContaining(choices),
        fix,
      },
    ]);
  });

  test('fails where an output is written by a step that does not exist', () => {
    const pipeline = pipelineOf(existingPlatform());
    pipeline.addOutput('model', StepInput.fromStep('train', 'out'));
    expect(graphProblems(pipeline)).toMatchObject([
      { code: 'StepInputUnbound', property: 'outputs.model' },
    ]);
  });

  test('fails where a step has no compute and the pipeline has none', () => {
    const platform = existingPlatform();
    const steps = [stepOf('a'), stepOf('b', { compute: platform.compute })];
    const pipeline = pipelineOf(platform, { defaultCompute: undefined, steps });
    expect(graphProblems(pipeline)).toMatchObject([
      { code: 'PipelineComputeMissing', property: 'steps.a.compute' },
    ]);
  });

  test('fails where there is no step', () => {
    expect(problemsOf({ steps: [] })).toMatchObject([{ code: 'PipelineEmpty' }]);
  });

  test('tells all problems at once, when it is published, before anything is added', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, {
      defaultCompute: undefined,
      steps: [waiting('a', 'a'), waiting('b', 'nowhere')],
    });
    const publish = () => new PublishedPipeline(platform.stack, 'Published', { pipeline });
    expect(problemsIn(publish).map(({ code }) => code)).toEqual([
      'PipelineComputeMissing',
      'PipelineComputeMissing',
      'StepInputUnbound',
      'StepCycle',
    ]);
    expect(platform.stack.node.findChild('Published').node.children).toEqual([]);
    expect(codesIn(() => pipeline.addStep(stepOf('c')))).toEqual([]);
  });

  test('of thousands of steps in a row is checked without a deep stack', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `s${String(index)}`);
    const steps = names.map((name, index) => waiting(name, ...names.slice(index + 1, index + 2)));
    expect(problemsOf({ steps })).toEqual([]);
  });
});

/** Kahn's algorithm. */
function hasOrder(names: readonly string[], waits: readonly (readonly string[])[]): boolean {
  let left = names.map((name, index) => ({ name, waits: waits[index] ?? [] }));
  for (;;) {
    const waiter = new Set(left.map(({ name }) => name));
    const next = left.filter((one) => one.waits.some((name) => waiter.has(name)));
    if (next.length === left.length) return left.length === 0;
    left = next;
  }
}
