import type { Pipeline } from '../pipeline';
import { expressionsIn } from '../steps/private/expressions';
import type { Step } from '../steps/step';
import { isComputeInput } from './is-compute-input';

/** What is likely a mistake in a pipeline, although it can run. Pure; linear in steps, bindings and commands. */
export function graphWarnings(pipeline: Pipeline): readonly string[] {
  const { inputs, _stepsByName: stepsByName } = pipeline;
  const steps = [...stepsByName.values()];
  const bound = new Set(
    steps.flatMap(({ compute, inputs: bindings }) => [
      ...(isComputeInput(compute) ? [compute._inputName] : []),
      ...Object.values(bindings).flatMap(
        ({ _pipelineInput: pipelineInput }) => pipelineInput ?? [],
      ),
    ]),
  );
  return [
    ...Object.keys(inputs)
      .filter((name) => !bound.has(name))
      .map((name) => `input ${name} is not used by any step`),
    ...steps.flatMap((step) => stepWarnings(step, pipeline)),
  ];
}

function stepWarnings(step: Step, { inputs }: Pipeline): readonly string[] {
  if (step._expressionTexts === undefined) return [];
  const expressions = step._expressionTexts.flatMap(expressionsIn);
  const named = new Set(expressions.map(({ reference }) => reference));
  const always = new Set(
    expressions.filter(({ optional }) => !optional).map(({ reference }) => reference),
  );
  return Object.entries(step.inputs).flatMap(([name, { _pipelineInput: pipelineInput }]) => {
    const reference = `inputs.${name}`;
    if (!named.has(reference)) {
      return [`step ${step.name} never names its input ${name} as \${{${reference}}}`];
    }
    const optional = pipelineInput !== undefined && inputs[pipelineInput]?.optional === true;
    return optional && always.has(reference)
      ? [
          `step ${step.name} names its optional input ${name} outside of $[[…]], which leaves it out where it has no value`,
        ]
      : [];
  });
}
