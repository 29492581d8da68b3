import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { renderPipelineSpec } from '../../../lib/machine-learning/pipeline/private/component-body';
import { graphProblems } from '../../../lib/machine-learning/pipeline/private/pipeline-graph';
import { ROOT } from '../../support/repository';
import { existingPlatform } from '../../support/stack';
import { stepOf } from '../setup';
import { describeSamples, entriesOf, objectAt, type SampleObject } from './samples';

/** Public YAML of pipelines; third-party data that is kept beside the repository. */
const YAML = join(ROOT, '..', 'shared', 'samples', 'azureml-examples', 'cli', 'jobs');

const BOUND = /^\s*compute:\s*['"]?\$\{\{/m;
const PARENT_INPUT = /^\$\{\{parent\.inputs\.(\w+)\}\}$/;

/** Pipelines and pipeline components in which the compute of a job is an input, by their paths. */
function documents(): readonly (readonly [path: string, document: SampleObject])[] {
  if (!existsSync(YAML)) return [];
  return readdirSync(YAML, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yml'))
    .sort()
    .map((path) => [path, readFileSync(join(YAML, path), 'utf8')] as const)
    .filter(([, text]) => BOUND.test(text))
    .map(([path, text]) => [path, parse(text) as SampleObject]);
}

/** An input as somebody would declare it: a job has values of inputs, a component their types. */
function inputOf(input: unknown): PipelineInput {
  if (typeof input === 'string') return PipelineInput.string(input);
  const { type } = typeof input === 'object' ? (input as SampleObject) : {};
  return PipelineInput.of({ type: (type ?? DataType.NUMBER) as DataType });
}

/** The same pipeline with its jobs on their computes; all else of the jobs is compared elsewhere. */
function declared(document: SampleObject): Pipeline {
  const { stack, workspace, compute } = existingPlatform();
  const pipeline = new Pipeline(stack, 'Pipeline', {
    workspace,
    defaultCompute: compute,
    inputs: Object.fromEntries(
      Object.entries(objectAt(document, 'inputs')).map(([name, one]) => [name, inputOf(one)]),
    ),
  });
  for (const [name, job] of entriesOf(objectAt(document, 'jobs'))) {
    const input = PARENT_INPUT.exec(String(job['compute']))?.[1];
    const bound = input === undefined ? {} : { compute: pipeline.computeInput(input) };
    pipeline.addStep(stepOf(name, bound));
  }
  return pipeline;
}

describeSamples('computes that are inputs in public YAML', () => {
  const DOCUMENTS = documents();

  test('are in several pipelines and pipeline components', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(4);
  });

  test.each(DOCUMENTS)('%s has them where they stand', (_, document) => {
    const pipeline = declared(document);
    const jobs = objectAt(renderPipelineSpec(pipeline, new Map()), 'jobs');
    expect(graphProblems(pipeline)).toEqual([]);
    expect(entriesOf(jobs).map(([name, { computeId }]) => [name, computeId])).toEqual(
      entriesOf(objectAt(document, 'jobs')).map(([name, { compute }]) => [name, compute]),
    );
  });
});
