import type { Pipeline } from '../../pipeline';
import type { DeclaredInputs, StepOutputs } from '../step';
import { StepOutput } from '../step-output';

/** The inputs of a pipeline, as those of a step that runs it. */
export function nestedInputs({ inputs }: Pipeline): DeclaredInputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { type, required }]) => [name, { type, required }]),
  );
}

/** The outputs of a pipeline, as those of a step that runs it. */
export function nestedOutputs({
  _outputs: outputs,
  _stepsByName: stepsByName,
}: Pipeline): StepOutputs {
  return Object.fromEntries(
    [...outputs].flatMap(([name, { step, output }]) => {
      const found = stepsByName.get(step)?.outputs[output];
      return found === undefined ? [] : [[name, StepOutput.of(found.type)]];
    }),
  );
}
