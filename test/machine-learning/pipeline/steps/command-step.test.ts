import type { CommandStepProps } from '../../../../lib/machine-learning/pipeline/steps/command-step-props';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn, freshStack, problemsIn, tokensIn } from '../../../support/stack';
import { stepOf } from '../../setup';

const PORTS = {
  inputs: { raw: StepInput.literal('x'), rate: StepInput.literal(0.01) },
  outputs: { model: StepOutput.folder() },
};

describe('the name of a step', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['train_1', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['StepNameInvalid']],
    ['Train', ['StepNameInvalid']],
    ['1a', ['StepNameInvalid']],
    ['_a', ['StepNameInvalid']],
    ['a-b', ['StepNameInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => stepOf(name))).toEqual(codes);
  });

  test('fails when it is not known', () => {
    expect(codesIn(() => stepOf(tokensIn(freshStack()).text))).toEqual(['StepNameInvalid']);
  });
});

describe('the name of an input or output', () => {
  test.each<[string, readonly string[]]>([
    ['raw', []],
    ['_Raw1', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['StepPortNameInvalid']],
    ['1raw', ['StepPortNameInvalid']],
    ['raw-data', ['StepPortNameInvalid']],
    ['', ['StepPortNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    expect(codesIn(() => stepOf('a', { inputs: { [name]: StepInput.literal('x') } }))).toEqual(
      codes,
    );
    expect(codesIn(() => stepOf('a', { outputs: { [name]: StepOutput.file() } }))).toEqual(codes);
  });

  test('is told with its place', () => {
    const [input] = problemsIn(() => stepOf('a', { inputs: { 'a-b': StepInput.literal('x') } }));
    const [output] = problemsIn(() => stepOf('a', { outputs: { 'a-b': StepOutput.file() } }));
    expect([input?.property, output?.property]).toEqual(['inputs.a-b', 'outputs.a-b']);
  });
});

describe('the expressions in a command', () => {
  test.each<[string, readonly string[]]>([
    ['python train.py', []],
    ['python train.py --raw ${{inputs.raw}} --model ${{ outputs.model }}', []],
    ['python train.py $[[--rate ${{inputs.rate}}]]', []],
    ['echo $HOME ${HOME} $(date) %{x} {{x}}', []],
    ['python train.py --rate ${{inputs.rte}}', ['StepExpressionUnknown']],
    ['python train.py --model ${{inputs.model}}', ['StepExpressionUnknown']],
    ['python train.py ${{parent.inputs.raw}}', ['StepExpressionUnknown']],
    ['python train.py ${{}}', ['StepExpressionUnknown']],
  ])('fail or not: %s', (command, codes) => {
    expect(codesIn(() => stepOf('a', { ...PORTS, command }))).toEqual(codes);
  });

  test('fail with all that could be named and the nearest of it', () => {
    expect(problemsIn(() => stepOf('a', { ...PORTS, command: 'x ${{inputs.rte}}' }))).toEqual([
      {
        code: 'StepExpressionUnknown',
        property: 'command',
        must: 'name declared inputs and outputs only: inputs.raw, inputs.rate, outputs.model',
        got: '"${{inputs.rte}}"',
        fix: 'did you mean inputs.rate',
      },
    ]);
  });

  test('fail beside tokens too, which are left alone', () => {
    const { text } = tokensIn(freshStack());
    expect(codesIn(() => stepOf('a', { ...PORTS, command: `${text} \${{inputs.raw}}` }))).toEqual(
      [],
    );
    expect(codesIn(() => stepOf('a', { ...PORTS, command: `${text} \${{inputs.x}}` }))).toEqual([
      'StepExpressionUnknown',
    ]);
  });
});

describe('a step', () => {
  test.each<[number, readonly string[]]>([
    [1, []],
    [0, ['StepInstanceCountOutOfRange']],
    [1.5, ['PropertyTypeInvalid']],
    [tokensIn(freshStack()).number, []],
  ])('on so many nodes fails or not', (instanceCount, codes) => {
    expect(codesIn(() => stepOf('a', { instanceCount }))).toEqual(codes);
  });

  test('with an input that is bound to nothing is refused', () => {
    const inputs = { raw: undefined as never };
    expect(problemsIn(() => stepOf('a', { inputs }))).toMatchObject([
      {
        code: 'PropertyTypeInvalid',
        property: 'inputs.raw',
        must: 'be a StepInput',
        got: 'undefined',
        fix: expect.stringContaining('StepInput.literal'),
      },
    ]);
  });

  test.each<Partial<CommandStepProps>>([{ command: undefined }, { environment: undefined }])(
    'needs a command and an environment: %j',
    (props) => {
      expect(codesIn(() => stepOf('a', props))).toEqual(['PropertyMissing']);
    },
  );
});
