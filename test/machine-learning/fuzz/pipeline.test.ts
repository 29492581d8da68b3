import type { Construct } from 'constructs';
import { Code } from '../../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { Pipeline, type PipelineProps } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineEndpoint } from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { CommandStep } from '../../../lib/machine-learning/pipeline/steps/command-step';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import type { IWorkspace } from '../../../lib/machine-learning/workspace-types';
import { fuzzArguments, fuzzProps } from '../../support/fuzz';
import { existingWorkspace, WORKSPACE_ID } from '../../support/stack';

const GUID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const ENVIRONMENT = Environment.curated('sklearn-1.5', '1');
const COMPONENT_ID = `${WORKSPACE_ID}/components/train/versions/1`;

const computeIn = (scope: Construct, workspace = existingWorkspace(scope), id = 'Compute') =>
  ComputeCluster.fromComputeName(scope, id, workspace, 'cpu');

const datastoreIn = (scope: Construct, workspace = existingWorkspace(scope)) =>
  BlobDatastore.fromDatastoreName(scope, 'Datastore', workspace, 'raw');

const stepOf = (name: string, inputs: { readonly [name: string]: StepInput } = {}) =>
  new CommandStep(name, {
    command: 'true',
    environment: ENVIRONMENT,
    inputs,
    outputs: { out: StepOutput.folder() },
  });

/** A pipeline around what is tried, published so that it reaches the template. */
function published(
  scope: Construct,
  world: Construct,
  props: Omit<PipelineProps, 'workspace' | 'defaultCompute'>,
) {
  const workspace = existingWorkspace(world, 'Around');
  const defaultCompute = computeIn(world, workspace, 'Cpu');
  const pipeline = new Pipeline(world, 'Pipeline', { workspace, defaultCompute, ...props });
  return new PublishedPipeline(scope, 'It', { pipeline });
}

fuzzProps(
  'a pipeline',
  (scope) => {
    const workspace = existingWorkspace(scope);
    return {
      workspace,
      name: 'train',
      defaultCompute: computeIn(scope, workspace),
      defaultDatastore: datastoreIn(scope, workspace),
      inputs: { raw: PipelineInput.folder() },
      steps: [stepOf('prepare')],
      displayName: 'Train',
      description: 'trains',
    };
  },
  (scope, props) => new Pipeline(scope, 'It', props),
);

fuzzProps(
  'a published pipeline',
  (scope) => {
    const workspace: IWorkspace = existingWorkspace(scope);
    return {
      pipeline: new Pipeline(scope, 'Pipeline', {
        workspace,
        defaultCompute: computeIn(scope, workspace),
        steps: [stepOf('prepare')],
      }),
      endpointName: 'churn-train',
      description: 'trains',
      continueOnStepFailure: true,
      forceRerun: true,
      version: '1',
      tags: { team: 'churn' },
    };
  },
  (scope, props) => new PublishedPipeline(scope, 'It', props),
);

fuzzProps(
  'a pipeline of the v1 SDK',
  (scope) => ({ workspace: existingWorkspace(scope), pipelineId: GUID, name: 'legacy' }),
  (scope, props) => PublishedPipeline.fromV1PipelineId(scope, 'It', props),
);

fuzzProps(
  'a pipeline endpoint of the v1 SDK',
  (scope) => ({
    workspace: existingWorkspace(scope),
    pipelineEndpointId: GUID,
    version: '0',
    name: 'legacy',
  }),
  (scope, props) => PipelineEndpoint.fromV1EndpointId(scope, 'It', props),
);

fuzzProps(
  'an existing batch endpoint',
  (scope) => ({
    workspace: existingWorkspace(scope),
    endpointName: 'churn-train',
    deploymentName: 'current',
    componentId: COMPONENT_ID,
  }),
  (scope, props) => PublishedPipeline.fromBatchEndpointAttributes(scope, 'It', props),
);

fuzzProps(
  'a command step',
  (scope) => {
    const workspace = existingWorkspace(scope);
    return {
      command: 'python train.py --lr ${{inputs.lr}} --model ${{outputs.model}}',
      environment: ENVIRONMENT,
      code: Code.fromDirectory(__dirname),
      inputs: { lr: StepInput.literal(0.01) },
      outputs: { model: StepOutput.folder() },
      compute: computeIn(scope, workspace),
      instanceCount: 2,
      environmentVariables: { LOG_LEVEL: 'debug' },
      reuse: false,
      displayName: 'Train',
      description: 'trains',
    };
  },
  (scope, props, world) => published(scope, world, { steps: [new CommandStep('train', props)] }),
);

fuzzArguments(
  'the name of a step',
  () => ({ name: 'train' }),
  (scope, { name }, world) => published(scope, world, { steps: [stepOf(name)] }),
);

fuzzArguments(
  'a literal of a step',
  () => ({ value: 'x' }),
  (scope, { value }, world) =>
    published(scope, world, { steps: [stepOf('a', { x: StepInput.literal(value) })] }),
);

fuzzArguments(
  'data of a step',
  (scope) => ({ datastore: datastoreIn(scope), path: 'in' }),
  (scope, { datastore, path }, world) =>
    published(scope, world, {
      steps: [
        stepOf('a', { x: StepInput.folder(datastore, path) }),
        stepOf('b', { x: StepInput.file(datastore, path) }),
      ],
    }),
);

fuzzArguments(
  'an output of a later step',
  () => ({ step: 'b', output: 'out' }),
  (scope, { step, output }, world) =>
    published(scope, world, {
      steps: [stepOf('a', { x: StepInput.fromStep(step, output) }), stepOf('b')],
    }),
);

fuzzArguments(
  'a reference to an output',
  () => ({ step: 'b', output: 'out' }),
  (scope, { step, output }, world) =>
    published(scope, world, {
      steps: [stepOf('a', { x: StepInput.fromStep(step, output) }), stepOf('b')],
    }),
);

fuzzArguments(
  'a reference to an input of the pipeline',
  () => ({ name: 'raw', type: DataType.URI_FOLDER }),
  (scope, { name, type }, world) =>
    published(scope, world, {
      inputs: { raw: PipelineInput.folder() },
      steps: [stepOf('a', { x: StepInput._fromPipelineInput(name, type) })],
    }),
);

fuzzArguments(
  'the output of a step',
  () => ({ type: DataType.MLTABLE }),
  (scope, { type }, world) =>
    published(scope, world, {
      steps: [
        new CommandStep('a', {
          command: 'true',
          environment: ENVIRONMENT,
          outputs: { out: StepOutput.of(type) },
        }),
      ],
    }),
);

fuzzProps(
  'an input of a pipeline',
  () => ({ type: DataType.STRING, defaultValue: 'x', optional: true, description: 'an input' }),
  (scope, props, world) =>
    published(scope, world, { inputs: { x: PipelineInput.of(props) }, steps: [stepOf('a')] }),
);

fuzzArguments(
  'inputs of every type',
  () => ({ text: 'x', number: 0.5, integer: 5, boolean: true, options: { description: 'x' } }),
  (scope, { text, number, integer, boolean, options }, world) =>
    published(scope, world, {
      inputs: {
        text: PipelineInput.string(text, options),
        number: PipelineInput.number(number, options),
        integer: PipelineInput.integer(integer, options),
        boolean: PipelineInput.boolean(boolean, options),
        folder: PipelineInput.folder(options),
        file: PipelineInput.file(options),
      },
      steps: [stepOf('a')],
    }),
);

fuzzArguments(
  'what is asked of a pipeline',
  () => {
    const step = stepOf('late');
    return { step, input: 'raw', output: 'out', name: 'model', from: step.output('out') };
  },
  (scope, { step, input, output, name, from }, world) => {
    const workspace = existingWorkspace(world, 'Around');
    const defaultCompute = computeIn(world, workspace);
    const inputs = { raw: PipelineInput.folder() };
    const pipeline = new Pipeline(world, 'Pipeline', { workspace, defaultCompute, inputs });
    pipeline.addStep(stepOf('early', { raw: pipeline.input(input) })).output(output);
    pipeline.addStep(step);
    pipeline.addOutput(name, from);
    return new PublishedPipeline(scope, 'It', { pipeline });
  },
);
