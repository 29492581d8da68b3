import { Code } from '../../../../lib/machine-learning/code/code';
import { PublishedPipeline } from '../../../../lib/machine-learning/pipeline/published-pipeline';
import { DataTransferStep } from '../../../../lib/machine-learning/pipeline/steps/data-transfer-step';
import { ParallelStep } from '../../../../lib/machine-learning/pipeline/steps/parallel-step';
import { SamplingAlgorithm } from '../../../../lib/machine-learning/pipeline/steps/sampling-algorithm';
import { SearchDistribution } from '../../../../lib/machine-learning/pipeline/steps/search-distribution';
import { SparkSize } from '../../../../lib/machine-learning/pipeline/steps/spark-size';
import { SparkStep } from '../../../../lib/machine-learning/pipeline/steps/spark-step';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { SweepGoal } from '../../../../lib/machine-learning/pipeline/steps/sweep-options';
import { SweepStep } from '../../../../lib/machine-learning/pipeline/steps/sweep-step';
import { folderOf } from '../../../support/folder';
import { existingPlatform } from '../../../support/stack';
import { ENVIRONMENT, pipelineOf, specsOf } from '../../setup';

test('steps of all kinds are published together, each as a component of its kind', () => {
  const platform = existingPlatform();
  const code = Code.fromDirectory(folderOf({ 'main.py': '' }));
  const pipeline = pipelineOf(platform, { name: 'all', steps: [] });
  const clean = pipeline.addStep(
    new SparkStep('clean', {
      code,
      entryFile: 'main.py',
      args: '--raw ${{inputs.raw}} --out ${{outputs.clean}}',
      size: SparkSize.fixed(1, {
        driverCores: 1,
        driverMemory: '1g',
        executorCores: 1,
        executorMemory: '1g',
      }),
      serverless: { instanceType: 'Standard_E4S_V3', runtimeVersion: '3.4' },
      inputs: { raw: StepInput.folder(platform.datastore, 'raw') },
      outputs: { clean: StepOutput.folder() },
    }),
  );
  const tune = pipeline.addStep(
    new SweepStep('tune', {
      command: '${{inputs.data}} ${{inputs.rate}} ${{outputs.model}}',
      environment: ENVIRONMENT,
      inputs: { data: clean.output('clean') },
      outputs: { model: StepOutput.folder() },
      searchSpace: { rate: SearchDistribution.uniform(0, 1) },
      samplingAlgorithm: SamplingAlgorithm.random(),
      objective: { goal: SweepGoal.MAXIMIZE, primaryMetric: 'auc' },
      limits: { maxTotalTrials: 2 },
    }),
  );
  const score = pipeline.addStep(
    new ParallelStep('score', {
      code,
      entryScript: 'main.py',
      environment: ENVIRONMENT,
      inputs: { images: clean.output('clean'), model: tune.output('model') },
      inputData: 'images',
      programArguments: '--model ${{inputs.model}}',
      outputs: { rows: StepOutput.folder() },
    }),
  );
  pipeline.addStep(
    new DataTransferStep('copy', {
      inputs: { from: score.output('rows') },
      outputs: { to: StepOutput.folder() },
    }),
  );
  new PublishedPipeline(platform.stack, 'Published', { pipeline });
  const specs = specsOf(platform.stack) as Record<string, { type: string; jobs?: object }>;
  expect(Object.entries(specs).map(([name, { type }]) => [name, type])).toEqual(
    expect.arrayContaining([
      ['all_clean', 'spark'],
      ['all_tune', 'command'],
      ['all_score', 'parallel'],
      ['all_copy', 'data_transfer'],
    ]),
  );
  const task = { code: expect.stringMatching(/^azureml:.*azapi_resource\./) as string };
  expect(specs['all_score']).toMatchObject({ task });
  expect(specs['all']?.jobs).toMatchObject({
    tune: { trial: { componentId: expect.stringContaining('azapi_resource.') as string } },
    score: { task },
  });
});
