import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { isUnresolved, problem } from '../../../core/validation';
import type { DataType } from '../data-type';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import type { StepOutputName } from '../steps/private/step-binding';
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
        ...typeProblem(property, input, step._declaredInputs?.[name]?.type, pipeline),
      ];
    }),
    ...missingProblems(step),
  ];
}

/** What is wrong with an output of a step that something names, if anything is. */
export function outputProblem(
  property: string,
  { step: stepName, output, owner }: StepOutputName,
  steps: StepsByName,
): Problem | undefined {
  const step = steps.get(stepName);
  if (step === undefined) {
    return unbound(property, stepName, 'a step of the pipeline', [...steps.keys()]);
  }
  if (owner !== undefined && owner !== step) {
    return foreign(
      property,
      'an output of a step of this pipeline',
      `output ${output} of another step ${stepName}`,
      'take the output of the step that was added to this pipeline; data of another pipeline is read from where that writes it',
    );
  }
  return Object.hasOwn(step.outputs, output)
    ? undefined
    : unbound(property, output, `an output of step ${stepName}`, Object.keys(step.outputs));
}

function unboundProblem(
  property: string,
  { binding: { pipelineInput, stepOutput } }: StepInput,
  pipeline: Pipeline,
): Problem | undefined {
  if (stepOutput !== undefined) return outputProblem(property, stepOutput, pipeline._stepsByName);
  if (pipelineInput === undefined) return undefined;
  const { name, owner } = pipelineInput;
  if (!Object.hasOwn(pipeline.inputs, name)) {
    return unbound(property, name, 'an input of the pipeline', Object.keys(pipeline.inputs));
  }
  return owner === undefined || owner === pipeline
    ? undefined
    : foreign(
        property,
        'an input of this pipeline',
        `input ${name} of another pipeline`,
        "ask this pipeline for it, by its own input('<name>')",
      );
}

/** The service knows names only, so what has the same name here would be taken. */
function foreign(property: string, what: string, got: string, fix: string): Problem {
  return { code: 'StepInputOfOtherPipeline', property, must: `be bound to ${what}`, got, fix };
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
  const { _declaredInputs: declaredInputs = {}, _declaresAllInputs: declaresAllInputs } = step;
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

function missingProblems({
  name: step,
  inputs,
  _declaredInputs: declaredInputs = {},
}: Step): readonly Problem[] {
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
  { _stepsByName: stepsByName }: Pipeline,
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
