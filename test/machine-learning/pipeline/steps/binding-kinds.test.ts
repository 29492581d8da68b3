import { Code } from '../../../../lib/machine-learning/code/code';
import { Datastore } from '../../../../lib/machine-learning/datastore/datastore';
import { DataType } from '../../../../lib/machine-learning/pipeline/data-type';
import { PipelineInput } from '../../../../lib/machine-learning/pipeline/pipeline-input';
import { PythonScriptStep } from '../../../../lib/machine-learning/pipeline/steps/python-script-step';
import { StepInput } from '../../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../../lib/machine-learning/pipeline/steps/step-output';
import { folderOf } from '../../../support/folder';
import { codesIn, existingPlatform, problemsIn } from '../../../support/stack';
import { ENVIRONMENT, stepOf } from '../../setup';

const store = () => {
  const { stack, workspace } = existingPlatform();
  return Datastore.fromDatastoreName(stack, 'Store', workspace, 'raw');
};

const scriptWith = (given: readonly unknown[]) =>
  new PythonScriptStep('train', {
    scriptName: 'train.py',
    sourceDirectory: Code.fromDirectory(folderOf({ 'train.py': '' })),
    environment: ENVIRONMENT,
    arguments: given as never,
  });

test.each<[string, () => unknown, string, string]>([
  ['a number', () => 3, '3', 'StepInput.literal(3)'],
  ['a step', () => stepOf('prepare'), 'a step', 'step.output('],
  ['an output', () => StepOutput.folder(), 'a StepOutput', 'step.output('],
  ['a pipeline input', () => PipelineInput.folder(), 'a PipelineInput', 'pipeline.input('],
  ['a path', () => store().path('x'), 'a place of data', 'StepInput.at('],
  ['a datastore', store, 'a datastore', 'StepInput.folder('],
])('%s in place of a binding is named with its place', (_, valueOf, got, fix) => {
  const problem = { code: 'PropertyTypeInvalid', got, fix: expect.stringContaining(fix) };
  expect(problemsIn(() => scriptWith(['--x', valueOf()]))).toMatchObject([
    { ...problem, property: 'arguments[1]' },
  ]);
  expect(problemsIn(() => stepOf('a', { inputs: { raw: valueOf() as never } }))).toMatchObject([
    { ...problem, property: 'inputs.raw' },
  ]);
});

test('an output that a script does not declare is reported on its argument', () => {
  expect(problemsIn(() => scriptWith(['--out', '${{outputs.model}}']))).toMatchObject([
    {
      code: 'StepExpressionUnknown',
      property: 'arguments[1]',
      fix: 'declare model under outputs',
    },
  ]);
});

test.each(['x/*.csv', 'x/part-?.csv'])('the pattern %s is no path of an input', (path) => {
  const bind = [
    () => StepInput.folder(store(), path),
    () => StepInput.file(store(), path),
    () => StepInput.at(store().path(path), DataType.URI_FILE),
  ];
  for (const call of bind) expect(codesIn(call)).toEqual(['DatastorePathPattern']);
});
