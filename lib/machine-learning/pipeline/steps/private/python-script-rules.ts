import { choices, nearestFix } from '../../../../core/nearest';
import { type Finding, Is, mismatches, type Rule } from '../../../../core/validation';
import type { PythonScriptStepProps } from '../python-script-step';
import type { StepInput } from '../step-input';
import { portNames, strangeFinding, unclosedFinding } from './expression-rules';
import { argumentInputs, inputNameOf, type ScriptArgument } from './python-script';
import { STEP_TYPES } from './step-rules';

type Resolved = Required<
  Pick<PythonScriptStepProps, 'scriptName' | 'sourceDirectory' | 'arguments' | 'inputs' | 'outputs'>
>;

export const PYTHON_SCRIPT_SHAPE = {
  scriptName: Is.known(Is.text),
  sourceDirectory: STEP_TYPES.code,
  inputs: STEP_TYPES.inputs,
  outputs: STEP_TYPES.outputs,
  arguments: Is.known(
    Is.list({
      name: 'a string or a StepInput',
      accepts: (value) => Is.string.accepts(value) || STEP_TYPES.input.accepts(value),
    }),
  ),
};

/** A path within the folder: no root, no way up, no separators of another system. */
const SCRIPT = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\]+$/;

export const PYTHON_SCRIPT_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'StepScriptInvalid',
    check: ({ scriptName }) =>
      mismatches(scriptName, SCRIPT)
        ? {
            property: 'scriptName',
            must: 'be a path within the source directory, with "/" between folders',
            got: scriptName,
          }
        : undefined,
  },
  {
    code: 'StepScriptMissing',
    check: ({ scriptName, sourceDirectory }) => {
      const paths = sourceDirectory.snapshot.files.map(({ path }) => path);
      const path = scriptName.replace(/^\.\//, '');
      return !SCRIPT.test(scriptName) || paths.includes(path)
        ? undefined
        : {
            property: 'scriptName',
            must: `be a file of the source directory that is not ignored: ${choices(paths)}`,
            got: scriptName,
            ...nearestFix(path, paths),
          };
    },
  },
  {
    code: 'StepExpressionUnclosed',
    check: ({ arguments: given }) => firstFinding(given, unclosedFinding),
  },
  {
    code: 'StepExpressionUnknown',
    check: ({ arguments: given, inputs, outputs }) => {
      const names = portNames({ inputs: { ...inputs, ...argumentInputs(given) }, outputs });
      return firstFinding(given, (property, text) => strangeFinding(property, text, names));
    },
  },
  {
    code: 'StepArgumentUnclear',
    check: ({ arguments: given, inputs }) => {
      const names = new Map(Object.entries(inputs).map(([name, input]) => [name, placeOf(input)]));
      for (const [index, argument] of given.entries()) {
        if (typeof argument === 'string') continue;
        const finding = unclear(`arguments[${String(index)}]`, argument, names);
        if (finding !== undefined) return finding;
      }
      return undefined;
    },
  },
];

/** What is wrong with the first text among the arguments that has something wrong with it. */
function firstFinding(
  given: readonly ScriptArgument[],
  findingOf: (property: string, text: string) => Finding | undefined,
): Finding | undefined {
  for (const [index, argument] of given.entries()) {
    if (typeof argument !== 'string') continue;
    const finding = findingOf(`arguments[${String(index)}]`, argument);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** An argument must have a name to get as an input, and the name must not mean something else. */
function unclear(
  property: string,
  argument: StepInput,
  names: Map<string, string>,
): Finding | undefined {
  if (argument.binding.literal !== undefined) return undefined;
  const name = inputNameOf(argument);
  if (name === undefined) {
    return {
      property,
      must: 'be text, a fixed value, an input of the pipeline or an output of a step',
      got: argument,
      fix: 'name the data under inputs, and pass ${{inputs.<name>}}',
    };
  }
  const place = placeOf(argument);
  const other = names.get(name);
  names.set(name, place);
  return other === undefined || other === place
    ? undefined
    : {
        property,
        must: `not become an input named ${name}, which is bound to something else`,
        got: name,
        fix: 'name both under inputs, and pass ${{inputs.<name>}}',
      };
}

function placeOf(input: StepInput): string {
  return JSON.stringify(input._renderNodeInput());
}
