import { Duration } from '../../../../lib/core/duration';
import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import type { CommandStepProps } from '../../../../lib/machine-learning/pipeline/steps/command-step-props';
import { Distribution } from '../../../../lib/machine-learning/pipeline/steps/distribution';
import { InputMode } from '../../../../lib/machine-learning/pipeline/steps/input-mode';
import { OutputMode } from '../../../../lib/machine-learning/pipeline/steps/output-mode';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import {
  StepOutput,
  type StepOutputOptions,
} from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn, existingPlatform, freshStack, tokensIn } from '../../../support/stack';
import { stepOf } from '../../setup';

const INPUT = StepInput.literal('x');
const { compute, datastore } = existingPlatform();

test.each(['inputs', 'jobs', 'outputs', 'parent'])('fails with a step named %s', (name) => {
  expect(codesIn(() => stepOf(name))).toEqual(['StepNameReserved']);
});

test.each<[string, Partial<CommandStepProps>, readonly string[]]>([
  ['names that differ', { inputs: { a: INPUT, b: INPUT } }, []],
  [
    'an input and an output of one name',
    { inputs: { a: INPUT }, outputs: { A: StepOutput.file() } },
    [],
  ],
  ['inputs that differ by case', { inputs: { a: INPUT, A: INPUT } }, ['StepPortNameTaken']],
  [
    'outputs that differ by case',
    { outputs: { a: StepOutput.file(), A: StepOutput.file() } },
    ['StepPortNameTaken'],
  ],
  ['the type of an input', { inputs: { a: INPUT }, inputTypes: { a: DataType.STRING } }, []],
  ['the type of nothing', { inputTypes: { a: DataType.STRING } }, ['StepInputTypeStray']],
  ['a second', { timeout: Duration.seconds(1) }, []],
  ['less than a second', { timeout: Duration.seconds(0) }, ['StepTimeoutTooShort']],
  ['a compute', { compute }, []],
  ['serverless compute', { serverless: true }, []],
  ['a compute and serverless compute', { compute, serverless: true }, ['StepComputeTwice']],
])('fails or not with %s', (_, props, codes) => {
  expect(codesIn(() => stepOf('a', props))).toEqual(codes);
});

test.each<[string, readonly string[]]>([
  ['1b', []],
  ['16g', []],
  ['2048M', []],
  [tokensIn(freshStack()).text, []],
  ['0g', ['StepShmSizeInvalid']],
  ['16', ['StepShmSizeInvalid']],
  ['16gb', ['StepShmSizeInvalid']],
  ['1.5g', ['StepShmSizeInvalid']],
])('a shared memory of %s fails or not', (shmSize, codes) => {
  expect(codesIn(() => stepOf('a', { resources: { shmSize } }))).toEqual(codes);
});

test.each<[number, readonly string[]]>([
  [1, []],
  [tokensIn(freshStack()).number, []],
  [0, ['StepProcessCountOutOfRange']],
])('%d processes fail or not', (count, codes) => {
  expect(codesIn(() => Distribution.mpi(count))).toEqual(codes);
  expect(codesIn(() => Distribution.pyTorch(count))).toEqual(codes);
  expect(codesIn(() => Distribution.tensorFlow(count))).toEqual(codes);
});

test.each<[number, readonly string[]]>([
  [0, []],
  [-1, ['StepProcessCountOutOfRange']],
])('%d parameter servers fail or not', (count, codes) => {
  expect(codesIn(() => Distribution.tensorFlow(1, count))).toEqual(codes);
});

test.each<[string, StepOutputOptions, readonly string[]]>([
  ['no place', {}, []],
  ['a place', { datastore, path: 'out/${{name}}/${{output_name}}' }, []],
  ['a datastore alone', { datastore }, ['StepOutputPlaceIncomplete']],
  ['a path alone', { path: 'out' }, ['StepOutputPlaceIncomplete']],
  ['a path from the root', { datastore, path: '/out' }, ['DatastorePathInvalid']],
  ['a path with an unknown name', { datastore, path: '${{run}}' }, ['StepExpressionUnknown']],
  ['a path with an open name', { datastore, path: '${{name' }, ['StepExpressionUnclosed']],
  ['an asset', { registerAs: { name: 'cleaned-rows_1' } }, []],
  ['an asset of the longest name', { registerAs: { name: 'r'.repeat(255), version: '7' } }, []],
  [
    'an asset of too long a name',
    { registerAs: { name: 'r'.repeat(256) } },
    ['StepOutputAssetInvalid'],
  ],
  ['an asset of a name with a dot', { registerAs: { name: 'a.b' } }, ['StepOutputAssetInvalid']],
  [
    'an asset of a version that is a path',
    { registerAs: { name: 'rows', version: '1/2' } },
    ['VersionInvalid'],
  ],
  ['an asset without a name', { registerAs: {} as never }, ['PropertyTypeInvalid']],
  [
    'an asset of a name that is not known',
    { registerAs: { name: tokensIn(freshStack()).text } },
    [],
  ],
])('an output with %s fails or not', (_, options, codes) => {
  expect(codesIn(() => StepOutput.folder(options))).toEqual(codes);
});

test('an output is written where it says, as it says', () => {
  const output = StepOutput.file({ datastore, path: 'a/b.csv', mode: OutputMode.UPLOAD });
  expect(output._renderNodeOutput()).toEqual({
    job_output_type: 'uri_file',
    mode: 'Upload',
    uri: 'azureml://datastores/raw/paths/a/b.csv',
  });
  expect(output._renderPublishedOutput('${{parent.outputs.x}}')).toEqual({
    type: 'literal',
    value: '${{parent.outputs.x}}',
    mode: 'Upload',
  });
});

test('an output is registered where it says so, whether a run places it or not', () => {
  const counted = StepOutput.folder({ registerAs: { name: 'rows' } });
  const fixed = StepOutput.of(DataType.MLFLOW_MODEL, {
    registerAs: { name: 'churn', version: '3' },
  });
  expect(counted._renderNodeOutput()).toEqual({
    job_output_type: 'uri_folder',
    mode: 'ReadWriteMount',
    name: 'rows',
  });
  expect(fixed._renderNodeOutput()).toMatchObject({ name: 'churn', version: '3' });
  expect(fixed._renderPublishedOutput('${{parent.outputs.model}}')).toEqual({
    type: 'literal',
    value: '${{parent.outputs.model}}',
    name: 'churn',
    version: '3',
  });
});

test('an input reaches the step as it says', () => {
  expect(StepInput.folder(datastore, 'a').withMode(InputMode.DOWNLOAD)._renderNodeInput()).toEqual({
    job_input_type: 'uri_folder',
    mode: 'Download',
    uri: 'azureml://datastores/raw/paths/a',
  });
  expect(StepInput.fromStep('a', 'b').withMode(InputMode.DIRECT)._renderNodeInput()).toEqual({
    job_input_type: 'literal',
    value: '${{parent.jobs.a.outputs.b}}',
    mode: 'Direct',
  });
});

test.each<[string, StepInput, readonly string[]]>([
  ['data', StepInput.file(datastore, 'a'), []],
  ['a value', StepInput.literal(1), ['StepInputModeInvalid']],
  [
    'a number of the pipeline',
    StepInput._fromPipelineInput('rate', DataType.NUMBER),
    ['StepInputModeInvalid'],
  ],
])('%s can be mounted or not', (_, input, codes) => {
  expect(codesIn(() => input.withMode(InputMode.READ_ONLY_MOUNT))).toEqual(codes);
});
