import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { Code } from '../../../../lib/machine-learning/code/code';
import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import { PipelineInput } from '../../../../lib/machine-learning/pipeline/pipeline-input';
import { PublishedPipeline } from '../../../../lib/machine-learning/pipeline/published-pipeline';
import { scriptCommand } from '../../../../lib/machine-learning/pipeline/steps/private/python-script';
import {
  PythonScriptStep,
  type PythonScriptStepProps,
} from '../../../../lib/machine-learning/pipeline/steps/python-script-step';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { folderOf } from '../../../support/folder';
import { codesIn, existingPlatform } from '../../../support/stack';
import { ENVIRONMENT, ENVIRONMENT_REFERENCE, pipelineOf, specsOf, stepOf } from '../../setup';

const scriptOf = (props: Partial<PythonScriptStepProps> = {}) =>
  new PythonScriptStep('train', {
    scriptName: 'train.py',
    sourceDirectory: Code.fromDirectory(folderOf({ 'train.py': '', 'lib/util.py': '' })),
    environment: ENVIRONMENT,
    ...props,
  });

test('a script becomes a command component, its arguments become inputs', () => {
  const platform = existingPlatform();
  const pipeline = pipelineOf(platform, {
    inputs: { rate: PipelineInput.number(0.1), seed: PipelineInput.integer(1, { optional: true }) },
    steps: [stepOf('prepare', { outputs: { clean: StepOutput.folder() } })],
  });
  pipeline.addStep(
    scriptOf({
      arguments: [
        '--rate',
        pipeline.input('rate'),
        '--data',
        StepInput.fromStep('prepare', 'clean'),
        '--out=${{outputs.model}}',
        '$[[--seed ${{inputs.seed}}]]',
        StepInput.literal("it's"),
        StepInput.literal(true),
      ],
      inputs: { seed: pipeline.input('seed') },
      outputs: { model: StepOutput.folder() },
      reuse: false,
    }),
  );
  new PublishedPipeline(platform.stack, 'Published', { pipeline });
  expect(specsOf(platform.stack)['train_train']).toEqual({
    $schema: 'https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json',
    name: 'train_train',
    version: expect.any(String),
    display_name: 'train',
    type: 'command',
    is_deterministic: false,
    command:
      'python train.py --rate "$${{inputs.rate}}" --data "$${{inputs.clean}}" ' +
      `--out="$\${{outputs.model}}" $[[--seed "$\${{inputs.seed}}"]] 'it'\\''s' True`,
    code: expect.stringMatching(/^azureml:/),
    environment: ENVIRONMENT_REFERENCE,
    inputs: {
      seed: { type: 'integer', optional: true },
      rate: { type: 'number' },
      clean: { type: 'uri_folder' },
    },
    outputs: { model: { type: 'uri_folder' } },
    _source: 'YAML.COMPONENT',
  });
});

test('every argument reaches the script as it is', () => {
  const word = fc.string({ unit: 'grapheme' }).filter((text) => !/\0|\$\[\[|\$\{\{/.test(text));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (words) => {
      const command = scriptCommand('x.py', words).replace(/^python x\.py/, `printf '%s\\0' -`);
      const printed = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(printed.split('\0').slice(1, -1)).toEqual(words);
    }),
    { numRuns: 50 },
  );
});

test.each<[string, readonly string[]]>([
  ['train.py', []],
  ['./train.py', []],
  ['lib/util.py', []],
  ['trian.py', ['StepScriptMissing']],
  ['/train.py', ['StepScriptInvalid']],
  ['../train.py', ['StepScriptInvalid']],
  ['lib\\util.py', ['StepScriptInvalid']],
])('the script %s fails or not', (scriptName, codes) => {
  expect(codesIn(() => scriptOf({ scriptName }))).toEqual(codes);
});

test.each<[string, Partial<PythonScriptStepProps>, readonly string[]]>([
  ['data has no name', { arguments: [dataInput()] }, ['StepArgumentUnclear']],
  [
    'two places have one name',
    { arguments: [StepInput.fromStep('a', 'out'), StepInput.fromStep('b', 'out')] },
    ['StepArgumentUnclear'],
  ],
  [
    'one place is named twice',
    { arguments: [StepInput.fromStep('a', 'out'), StepInput.fromStep('a', 'out')] },
    [],
  ],
  ['an expression names nothing', { arguments: ['${{inputs.x}}'] }, ['StepExpressionUnknown']],
])('arguments fail or not when %s', (_, props, codes) => {
  expect(codesIn(() => scriptOf(props))).toEqual(codes);
});

function dataInput(): StepInput {
  return StepInput.at({ uri: 'https://example.com/x.csv' }, DataType.URI_FILE);
}
