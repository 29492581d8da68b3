import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import {
  codesIn,
  existingPlatform,
  freshStack,
  problemsIn,
  tokensIn,
} from '../../../support/stack';
import { stepOf } from '../../setup';

const { datastore } = existingPlatform();

describe('what an input of a step is bound to', () => {
  test.each<[string, StepInput, object]>([
    ['a string', StepInput.literal('x'), { job_input_type: 'literal', value: 'x' }],
    ['a number', StepInput.literal(0.01), { job_input_type: 'literal', value: '0.01' }],
    ['false', StepInput.literal(false), { job_input_type: 'literal', value: 'False' }],
    ['true', StepInput.literal(true), { job_input_type: 'literal', value: 'True' }],
    [
      'text that says true',
      StepInput.literal('true'),
      { job_input_type: 'literal', value: 'true' },
    ],
    [
      'a model by its id',
      StepInput.at({ uri: '/subscriptions/s/models/churn/versions/3' }, DataType.MLFLOW_MODEL),
      {
        job_input_type: 'mlflow_model',
        mode: 'ReadOnlyMount',
        uri: '/subscriptions/s/models/churn/versions/3',
      },
    ],
    [
      'a folder',
      StepInput.folder(datastore, 'in/'),
      {
        job_input_type: 'uri_folder',
        mode: 'ReadOnlyMount',
        uri: 'azureml://datastores/raw/paths/in/',
      },
    ],
    [
      'a file',
      StepInput.file(datastore, 'in/x.csv'),
      {
        job_input_type: 'uri_file',
        mode: 'ReadOnlyMount',
        uri: 'azureml://datastores/raw/paths/in/x.csv',
      },
    ],
    [
      'an input of the pipeline',
      StepInput._fromPipelineInput('raw', DataType.URI_FOLDER),
      { job_input_type: 'literal', value: '${{parent.inputs.raw}}' },
    ],
    [
      'an output of a step',
      StepInput.fromStep('prepare', 'clean'),
      { job_input_type: 'literal', value: '${{parent.jobs.prepare.outputs.clean}}' },
    ],
    [
      'an output of a step that comes later',
      StepInput.fromStep('prepare', 'clean'),
      { job_input_type: 'literal', value: '${{parent.jobs.prepare.outputs.clean}}' },
    ],
  ])('is rendered when it is %s', (_, input, expected) => {
    expect(input._renderNodeInput()).toEqual(expected);
  });

  test.each<[string | number | boolean, DataType]>([
    ['1', DataType.STRING],
    [1, DataType.INTEGER],
    [1.5, DataType.NUMBER],
    [true, DataType.BOOLEAN],
    [tokensIn(freshStack()).text, DataType.STRING],
    [tokensIn(freshStack()).number, DataType.NUMBER],
  ])('has a type of its own when it is a literal', (value, type) => {
    expect(StepInput.literal(value)._type).toBe(type);
  });

  test.each<[string | number, readonly string[]]>([
    ['0', []],
    ['_', []],
    ['', []],
    ['-', []],
    [-1, []],
    [NaN, ['PropertyTypeInvalid']],
  ])('may be the literal %j or not', (value, codes) => {
    expect(codesIn(() => StepInput.literal(value))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['in/x', []],
    ['', []],
    ['/in/x', ['DatastorePathInvalid']],
  ])('may be the path %j or not', (path, codes) => {
    expect(codesIn(() => StepInput.folder(datastore, path))).toEqual(codes);
    expect(codesIn(() => StepInput.file(datastore, path))).toEqual(codes);
  });

  test('may be a path that only Terraform will know', () => {
    const { text } = tokensIn(freshStack());
    expect(codesIn(() => StepInput.file(datastore, text))).toEqual([]);
  });

  test('names steps, outputs and inputs that are known', () => {
    const { text } = tokensIn(freshStack());
    for (const make of [
      () => StepInput.fromStep(text, 'x'),
      () => StepInput.fromStep('x', text),
      () => StepInput.fromStep('', 'x'),
      () => StepInput._fromPipelineInput(text, DataType.STRING),
    ]) {
      expect(codesIn(make)).toEqual(['PropertyTypeInvalid']);
    }
  });
});

describe('an output of a step', () => {
  const step = stepOf('prepare', {
    outputs: { clean: StepOutput.folder(), report: StepOutput.file() },
  });

  test('is taken by name', () => {
    expect(step.output('clean')._renderNodeInput()).toEqual({
      job_input_type: 'literal',
      value: '${{parent.jobs.prepare.outputs.clean}}',
    });
  });

  test.each<[string, string | undefined]>([
    ['claen', 'did you mean clean'],
    ['constructor', undefined],
    ['', undefined],
  ])('fails when there is none called %j', (name, fix) => {
    const [problem] = problemsIn(() => step.output(name));
    expect(problem).toMatchObject({
      code: 'StepOutputUnknown',
      must: 'be an output of step prepare: clean, report',
    });
    expect(problem?.fix).toBe(fix);
  });

  test.each<[DataType, readonly string[]]>([
    [DataType.URI_FOLDER, []],
    [DataType.MLFLOW_MODEL, []],
    [DataType.STRING, ['PropertyTypeInvalid']],
    [DataType.BOOLEAN, ['PropertyTypeInvalid']],
  ])('may be a %s or not', (type, codes) => {
    expect(codesIn(() => StepOutput.of(type))).toEqual(codes);
  });
});
