import { DataType } from '../data-type';
import type { Pipeline } from '../pipeline';
import type { ComponentContext, ComponentInput, ComponentOutputs, Step } from '../steps/step';
import type { StepInput } from '../steps/step-input';
import { stepOrder } from './step-order';
import type { StepsByName } from './steps-by-name';

/**
 * What each step needs to know to become a component, by the name of the step. Pure; linear in steps and
 * bindings.
 */
export function stepContexts(pipeline: Pipeline): ReadonlyMap<string, ComponentContext> {
  const order = stepOrder(pipeline);
  return new Map(
    pipeline.steps.map((step) => [
      step.name,
      {
        name: componentNameOf(pipeline, step),
        inputs: Object.fromEntries([
          ...Object.entries(step.inputs).map(([key, input]) => [
            key,
            componentInput(step, key, input, pipeline),
          ]),
          ...order.waitsOf(step).map(({ input, type }) => [input, { type, optional: false }]),
        ]) as ComponentContext['inputs'],
        outputs: { ...typesOf(step), ...order.outputsToWaitFor(step) },
      },
    ]),
  );
}

/** Name of the component that a step is registered as. */
export function componentNameOf({ pipelineName }: Pipeline, { name }: Step): string {
  return `${pipelineName}_${name}`;
}

/**
 * What the component of a step declares of an input, references followed. An input that is bound to an
 * optional one of the pipeline is optional itself, or the service would refuse the binding.
 */
export function componentInput(
  step: Step,
  key: string,
  input: StepInput,
  { inputs, _stepsByName: stepsByName }: Pick<Pipeline, 'inputs' | '_stepsByName'>,
): ComponentInput {
  const bound = input._pipelineInput === undefined ? undefined : inputs[input._pipelineInput];
  return {
    type:
      step._declaredInputs?.[key]?.type ?? typeOfBinding(input, stepsByName) ?? DataType.URI_FOLDER,
    optional: bound?.optional ?? false,
  };
}

/** Type of what an input is bound to, references followed; `undefined` where the reference leads nowhere. */
export function typeOfBinding(
  { _type: type, _stepOutput: stepOutput }: StepInput,
  steps: StepsByName,
): DataType | undefined {
  if (stepOutput === undefined) return type;
  const outputs = steps.get(stepOutput.step)?.outputs ?? {};
  return Object.hasOwn(outputs, stepOutput.output) ? outputs[stepOutput.output]?.type : undefined;
}

function typesOf({ outputs }: Step): ComponentOutputs {
  return Object.fromEntries(Object.entries(outputs).map(([name, { type }]) => [name, { type }]));
}
