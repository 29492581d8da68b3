import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { DataType } from '../data-type';
import type { Pipeline, PipelineInputs } from '../pipeline';
import type { ComponentInput, Step } from '../steps/step';
import type { StepInput, StepOutputName } from '../steps/step-input';
import type { StepOutput } from '../steps/step-output';
import { findCycle } from '../../../core/dependency-graph';

/** All that is wrong with the steps of a pipeline and their bindings. Pure; linear in steps and bindings. */
export function graphProblems(pipeline: Pipeline): readonly Problem[] {
  const { steps, inputs } = pipeline;
  const byName = new Map(steps.map((step) => [step.name, step]));
  const bindings = steps.flatMap((step) =>
    Object.entries(step.inputs).map(([name, input]) => ({
      property: `steps.${step.name}.inputs.${name}`,
      input,
    })),
  );
  return [
    ...emptyProblems(steps),
    ...computeProblems(pipeline),
    ...bindings.flatMap(({ property, input }) => [
      ...pipelineInputProblems(property, input, Object.keys(inputs)),
      ...stepOutputProblems(property, input, byName),
    ]),
    ...[...pipeline.outputs].flatMap(([name, { step, output }]) =>
      outputProblems(`outputs.${name}`, step, output, byName),
    ),
    ...cycleProblems(steps, byName),
  ];
}

/**
 * What the component of a step declares of an input, references followed. An input that is bound to an
 * optional one of the pipeline is optional itself, or the service would refuse the binding.
 */
export function componentInput(
  { type, pipelineInput, stepOutput }: StepInput,
  inputs: PipelineInputs,
  steps: ReadonlyMap<string, Step>,
): ComponentInput {
  const bound = pipelineInput === undefined ? undefined : inputs[pipelineInput];
  const declared = bound ?? outputOf(stepOutput, steps);
  return {
    type: declared?.type ?? type ?? DataType.URI_FOLDER,
    optional: bound?.optional ?? false,
  };
}

function outputOf(
  name: StepOutputName | undefined,
  steps: ReadonlyMap<string, Step>,
): StepOutput | undefined {
  return name === undefined ? undefined : steps.get(name.step)?.outputs[name.output];
}

function emptyProblems(steps: readonly Step[]): readonly Problem[] {
  if (steps.length > 0) return [];
  return [
    problem('PipelineEmpty', {
      property: 'steps',
      must: 'hold at least one step when the pipeline is published',
      got: steps,
    }),
  ];
}

function computeProblems({ steps, defaultCompute }: Pipeline): readonly Problem[] {
  if (defaultCompute !== undefined) return [];
  return steps
    .filter(({ compute }) => compute === undefined)
    .map(({ name }) =>
      problem('PipelineComputeMissing', {
        property: `steps.${name}.compute`,
        must: 'be given where the pipeline has no default compute',
        got: undefined,
        fix: 'give the step a compute, or the pipeline a defaultCompute',
      }),
    );
}

function pipelineInputProblems(
  property: string,
  { pipelineInput }: StepInput,
  names: readonly string[],
): readonly Problem[] {
  if (pipelineInput === undefined || names.includes(pipelineInput)) return [];
  return [unbound(property, pipelineInput, 'an input of the pipeline', names)];
}

function stepOutputProblems(
  property: string,
  { stepOutput }: StepInput,
  steps: ReadonlyMap<string, Step>,
): readonly Problem[] {
  return stepOutput === undefined
    ? []
    : outputProblems(property, stepOutput.step, stepOutput.output, steps);
}

function outputProblems(
  property: string,
  stepName: string,
  output: string,
  steps: ReadonlyMap<string, Step>,
): readonly Problem[] {
  const step = steps.get(stepName);
  if (step === undefined) {
    return [unbound(property, stepName, 'a step of the pipeline', [...steps.keys()])];
  }
  return Object.hasOwn(step.outputs, output)
    ? []
    : [unbound(property, output, `an output of step ${stepName}`, Object.keys(step.outputs))];
}

function unbound(property: string, got: string, what: string, names: readonly string[]): Problem {
  return problem('StepInputUnbound', {
    property,
    must: `be bound to ${what}: ${choices(names)}`,
    got,
    ...nearestFix(got, names),
  });
}

function cycleProblems(
  steps: readonly Step[],
  byName: ReadonlyMap<string, Step>,
): readonly Problem[] {
  const edges = new Map(
    steps.map(({ name, inputs }) => [
      name,
      Object.values(inputs).flatMap(({ stepOutput }) =>
        stepOutput !== undefined && byName.has(stepOutput.step) ? [stepOutput.step] : [],
      ),
    ]),
  );
  const cycle = findCycle(edges);
  if (cycle === undefined) return [];
  return [
    problem('StepCycle', {
      property: 'steps',
      must: 'not wait for each other in a circle',
      got: cycle.join(' waits for '),
    }),
  ];
}
