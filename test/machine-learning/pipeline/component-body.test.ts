import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import {
  renderComponentBody,
  renderPipelineSpec,
} from '../../../lib/machine-learning/pipeline/private/component-body';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { existingPlatform, WORKSPACE_ID } from '../../support/stack';
import { pipelineOf, stepOf } from '../setup';

const SCHEMA = 'https://azuremlschemas.azureedge.net/latest/pipelineComponent.schema.json';
const IDS = new Map(
  ['prepare', 'train'].map((name) => [name, `${WORKSPACE_ID}/components/x_${name}/versions/1`]),
);

test('the body of a component version holds the specification and its version', () => {
  expect(renderComponentBody({ name: 'train', type: 'command' }, 'abc')).toEqual({
    properties: {
      componentSpec: { name: 'train', type: 'command', version: 'abc' },
      isAnonymous: false,
    },
  });
});

describe('the specification of a pipeline component', () => {
  test('holds the node of each step', () => {
    const pipeline = pipelineOf(existingPlatform(), { steps: [stepOf('train')] });
    expect(renderPipelineSpec(pipeline, IDS)).toEqual({
      $schema: SCHEMA,
      name: 'train',
      display_name: 'train',
      type: 'pipeline',
      jobs: {
        train: {
          name: 'train',
          type: 'command',
          componentId: IDS.get('train'),
          _source: 'YAML.COMPONENT',
        },
      },
      _source: 'YAML.COMPONENT',
    });
  });

  test('holds inputs, outputs and every kind of binding', () => {
    const platform = existingPlatform();
    const { datastore, compute } = platform;
    const pipeline = pipelineOf(platform, {
      name: 'churn',
      displayName: 'Churn',
      description: 'trains',
      inputs: {
        raw: PipelineInput.folder({ description: 'what arrived' }),
        rate: PipelineInput.number(0.01),
        balance: PipelineInput.boolean(false),
        seed: PipelineInput.of({ type: DataType.INTEGER, optional: true }),
      },
      steps: [],
    });
    const prepare = pipeline.addStep(
      stepOf('prepare', {
        inputs: { raw: pipeline.input('raw'), rules: StepInput.file(datastore, 'rules.csv') },
        outputs: { clean: StepOutput.folder(), report: StepOutput.file() },
      }),
    );
    const train = pipeline.addStep(
      stepOf('train', {
        compute,
        environmentVariables: { LOG_LEVEL: 'debug' },
        inputs: {
          data: prepare.output('clean'),
          rate: pipeline.input('rate'),
          epochs: StepInput.literal(10),
        },
        outputs: { model: StepOutput.of(DataType.MLFLOW_MODEL) },
      }),
    );
    pipeline.addOutput('best_model', train.output('model'));
    expect(renderPipelineSpec(pipeline, IDS)).toEqual({
      $schema: SCHEMA,
      name: 'churn',
      display_name: 'Churn',
      description: 'trains',
      type: 'pipeline',
      inputs: {
        raw: { type: 'uri_folder', description: 'what arrived' },
        rate: { type: 'number', default: '0.01' },
        balance: { type: 'boolean', default: 'False' },
        seed: { type: 'integer', optional: true },
      },
      outputs: { best_model: { type: 'mlflow_model' } },
      jobs: {
        prepare: {
          name: 'prepare',
          type: 'command',
          componentId: IDS.get('prepare'),
          inputs: {
            raw: { job_input_type: 'literal', value: '${{parent.inputs.raw}}' },
            rules: {
              job_input_type: 'uri_file',
              mode: 'ReadOnlyMount',
              uri: 'azureml://datastores/raw/paths/rules.csv',
            },
          },
          outputs: {
            clean: { job_output_type: 'uri_folder', mode: 'ReadWriteMount' },
            report: { job_output_type: 'uri_file', mode: 'ReadWriteMount' },
          },
          _source: 'YAML.COMPONENT',
        },
        train: {
          name: 'train',
          type: 'command',
          componentId: IDS.get('train'),
          computeId: compute.computeId,
          environment_variables: { LOG_LEVEL: 'debug' },
          inputs: {
            data: { job_input_type: 'literal', value: '${{parent.jobs.prepare.outputs.clean}}' },
            rate: { job_input_type: 'literal', value: '${{parent.inputs.rate}}' },
            epochs: { job_input_type: 'literal', value: '10' },
          },
          outputs: { model: { type: 'literal', value: '${{parent.outputs.best_model}}' } },
          _source: 'YAML.COMPONENT',
        },
      },
      _source: 'YAML.COMPONENT',
    });
  });
});
