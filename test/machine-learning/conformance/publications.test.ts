import { Duration } from '../../../lib/core/duration';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { PipelineEndpoint } from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { CommandStep } from '../../../lib/machine-learning/pipeline/steps/command-step';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Template } from '../../../lib/testing';
import { checkedBodies, describeArmTypes } from '../../support/arm-types';
import { existingPlatform } from '../../support/stack';
import { ENVIRONMENT, pipelineOf, stepOf } from '../setup';

/** A pipeline with every prop that ends up in a component, and one deployment with all settings. */
function most(): object {
  const platform = existingPlatform();
  const { stack, workspace, compute, datastore } = platform;
  const pipeline = pipelineOf(platform, {
    displayName: 'Churn',
    inputs: {
      raw: PipelineInput.folder(),
      rate: PipelineInput.number(0.1, { min: 0, max: 1 }),
      seed: PipelineInput.of({ type: DataType.INTEGER, optional: true }),
    },
    steps: [],
  });
  const step = pipeline.addStep(
    new CommandStep('train', {
      command: 'python train.py --data ${{inputs.raw}} --model ${{outputs.model}}',
      environment: ENVIRONMENT,
      inputs: { raw: pipeline.input('raw') },
      outputs: { model: StepOutput.folder() },
      environmentVariables: { MODE: 'x' },
      instanceCount: 2,
      timeout: Duration.hours(1),
      reuse: false,
    }),
  );
  pipeline.addOutput('model', step.output('model'));
  const endpoint = new PipelineEndpoint(stack, 'Endpoint', {
    workspace,
    defaultVersion: 'first',
    tags: { team: 'churn' },
  });
  endpoint.addVersion('first', {
    pipeline,
    defaultCompute: compute,
    defaultDatastore: datastore,
    continueOnStepFailure: true,
    continueOnFailedOptionalInput: true,
    forceRerun: true,
    settings: { custom: 'x' },
    tags: { stage: 'dev' },
  });
  return Template.fromStack(stack).toJson();
}

function least(): object {
  const platform = existingPlatform();
  const pipeline = pipelineOf(platform, { steps: [stepOf('run')] });
  new PublishedPipeline(platform.stack, 'Published', { pipeline });
  return Template.fromStack(platform.stack).toJson();
}

describeArmTypes('components, endpoints and deployments against the ARM types', () => {
  test.each([
    ['least', least()],
    ['most', most()],
  ])('the %s of each is of its type', (_, json) => {
    const { said } = checkedBodies(json);
    expect(said).toMatch(/4 passed, 0 failed, 0 skipped/);
  });

  test('what is of no type is seen', () => {
    const broken = JSON.stringify(most()).replace('"deploymentConfigurationType"', '"kindOf"');
    expect(checkedBodies(JSON.parse(broken) as object)).toMatchObject({ sound: false });
  });
});
