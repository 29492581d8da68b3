import fc from 'fast-check';
import { expressionsIn } from '../../../../lib/machine-learning/pipeline/steps/private/expressions';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { codesIn, problemsIn } from '../../../support/stack';
import { stepOf } from '../../setup';

const referencesIn = (text: string) =>
  expressionsIn(text).map(({ reference, optional, closed }) => [reference, optional, closed]);

test.each<[string, readonly unknown[]]>([
  ['', []],
  ['echo $HOME ${HOME} $(date) {{x}} [[ -f x ]] %{x}', []],
  ['${{inputs.a}}', [['inputs.a', false, true]]],
  [
    'x${{ inputs.a }}${{outputs.b}}y',
    [
      ['inputs.a', false, true],
      ['outputs.b', false, true],
    ],
  ],
  ['${{}}', [['', false, true]]],
  [
    '$[[--a ${{inputs.a}}]] ${{inputs.b}}',
    [
      ['inputs.a', true, true],
      ['inputs.b', false, true],
    ],
  ],
  ['${{inputs.a', [['inputs.a', false, false]]],
  [
    '${{inputs.a ${{inputs.b}}',
    [
      ['inputs.a ${{inputs.b}}', false, false],
      ['inputs.b', false, true],
    ],
  ],
  ['$[[--a', [['--a', false, false]]],
  ['$${{inputs.a}}', [['inputs.a', false, true]]],
])('the expressions of a text are found: %s', (text, expected) => {
  expect(referencesIn(text)).toEqual(expected);
});

test('every reference is found between any text that holds no dollar sign', () => {
  const text = fc.string().filter((value) => !/[${}]/.test(value));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.stringMatching(/^[a-z]{1,8}$/))), (parts) => {
      const command = parts.map(([before, name]) => `${before}\${{inputs.${name}}}`).join('');
      expect(expressionsIn(command).map(({ reference }) => reference)).toEqual(
        parts.map(([, name]) => `inputs.${name}`),
      );
    }),
  );
});

test('any text is read without an error, in linear time', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('$[[', ']]', '${{', '}}', '$', 'a', ' ')), (parts) => {
      expect(() => expressionsIn(parts.join(''))).not.toThrow();
    }),
  );
});

describe('a command', () => {
  const ports = {
    inputs: { data: StepInput.literal('x') },
    outputs: { model: StepOutput.folder() },
  };

  test.each<[string, string]>([
    ['x ${{inputs.data', 'StepExpressionUnclosed'],
    ['x $[[--data ${{inputs.data}}', 'StepExpressionUnclosed'],
    ['x ${{inputs.data.path}}', 'StepExpressionUnknown'],
    ['x ${{settings.data}}', 'StepExpressionUnknown'],
    ['x ${{data}}', 'StepExpressionUnknown'],
    ['x ${{INPUTS.data}}', 'StepExpressionUnknown'],
  ])('fails with its expressions: %s', (command, code) => {
    expect(codesIn(() => stepOf('a', { ...ports, command }))).toEqual([code]);
  });

  test('fails with what to write in place of a path in an input', () => {
    expect(
      problemsIn(() => stepOf('a', { ...ports, command: 'x ${{inputs.data.path}}' })),
    ).toMatchObject([{ fix: 'name it without ".path": ${{inputs.data}}' }]);
  });
});
