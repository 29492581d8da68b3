import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { isUnresolved, problem } from '../../../core/validation';
import type { DataType } from '../data-type';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import type { StepInput } from '../steps/step-input';
import { isBindable, isTextOf } from './data-compatibility';
import { typeOfBinding } from './step-contexts';
import type { StepsByName } from './steps-by-name';

/** What is wrong with what the inputs of a step are bound to. Pure; linear in the bindings. */
export function bindingProblems(step: Step, pipeline: Pipeline): readonly Problem[] {
  return [
    ...Object.entries(step.inputs).flatMap(([name, input]) => {
      const property = `steps.${step.name}.inputs.${name}`;
      const loose = unboundProblem(property, input, pipeline);
      if (loose !== undefined) return [loose];
      return [
        ...strayProblem(property, name, step),
        ...typeProblem(property, input, step.declaredInputs?.[name]?.type, pipeline),
      ];
    }),
    ...missingProblems(step),
  ];
}

/** What is wrong with the name of an output of a step, if anything is. */
export function outputProblem(
  property: string,
  stepName: string,
  output: string,
  steps: StepsByName,
): Problem | undefined {
  const step = steps.get(stepName);
  if (step === undefined) {
    return unbound(property, stepName, 'a step of the pipeline', [...steps.keys()]);
  }
  return Object.hasOwn(step.outputs, output)
    ? undefined
    : unbound(property, output, `an output of step ${stepName}`, Object.keys(step.outputs));
}

function unboundProblem(
  property: string,
  { pipelineInput, stepOutput }: StepInput,
  { inputs, stepsByName }: Pipeline,
): Problem | undefined {
  if (stepOutput !== undefined) {
    return outputProblem(property, stepOutput.step, stepOutput.output, stepsByName);
  }
  return pipelineInput === undefined || Object.hasOwn(inputs, pipelineInput)
    ? undefined
    : unbound(property, pipelineInput, 'an input of the pipeline', Object.keys(inputs));
}

function unbound(property: string, got: string, what: string, names: readonly string[]): Problem {
  return problem('StepInputUnbound', {
    property,
    must: `be bound to ${what}: ${choices(names)}`,
    got,
    ...nearestFix(got, names),
  });
}

function strayProblem(property: string, name: string, step: Step): readonly Problem[] {
  const { declaredInputs = {}, declaresAllInputs } = step;
  if (!declaresAllInputs || Object.hasOwn(declaredInputs, name)) return [];
  const names = Object.keys(declaredInputs);
  return [
    problem('StepInputUnknown', {
      property,
      must: `be an input that there is: ${choices(names)}`,
      got: name,
      ...nearestFix(name, names),
    }),
  ];
}

function missingProblems({ name: step, inputs, declaredInputs = {} }: Step): readonly Problem[] {
  return Object.entries(declaredInputs)
    .filter(([name, { required }]) => required && !Object.hasOwn(inputs, name))
    .map(([name, { type }]) =>
      problem('StepInputMissing', {
        property: `steps.${step}.inputs.${name}`,
        must: `be bound to something of type ${type}, as it is required`,
        got: undefined,
      }),
    );
}

function typeProblem(
  property: string,
  input: StepInput,
  declared: DataType | undefined,
  { stepsByName }: Pipeline,
): readonly Problem[] {
  const type = typeOfBinding(input, stepsByName);
  if (declared === undefined || type === undefined) return [];
  const value = input.binding.literal?.value;
  const fits =
    value !== undefined && !isUnresolved(value)
      ? isTextOf(String(value), declared)
      : value !== undefined || isBindable(type, declared);
  return fits
    ? []
    : [
        problem('StepInputTypeMismatch', {
          property,
          must: `be bound to something of type ${declared}`,
          got: value ?? type,
        }),
      ];
}
