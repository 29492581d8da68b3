import { findCycle } from '../../../core/dependency-graph';
import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import { bindingProblems, outputProblem } from './binding-problems';
import { computeInputProblems, computeKindProblems } from './compute-problems';
import { workspaceProblems } from './workspace-problems';
import { ownsComponent, waitInputName } from './step-order';

/** Most characters of the name of an input, those that make a step wait among them. */
const LONGEST_INPUT_NAME = 255;

/** All that is wrong with the steps of a pipeline and their bindings. Pure; linear in steps and bindings. */
export function graphProblems(pipeline: Pipeline): readonly Problem[] {
  const { steps, _stepsByName: stepsByName } = pipeline;
  return [
    ...emptyProblems(steps),
    ...computeProblems(pipeline),
    ...computeKindProblems(pipeline),
    ...computeInputProblems(pipeline),
    ...workspaceProblems(pipeline),
    ...steps.flatMap((step) => [
      ...bindingProblems(step, pipeline),
      ...afterProblems(step, pipeline),
    ]),
    ...[...pipeline._outputs].flatMap(
      ([name, from]) =>
        outputProblem(`outputs.${name}`, from, stepsByName) ??
        placeProblem(`outputs.${name}`, stepsByName.get(from.step), from.output),
    ),
    ...cycleProblems(pipeline),
  ];
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
    .filter(({ compute, _serverless: serverless, _needsCompute: needsCompute }) => {
      return compute === undefined && !serverless && needsCompute;
    })
    .map(({ name }) =>
      problem('PipelineComputeMissing', {
        property: `steps.${name}.compute`,
        must: 'be given where the pipeline has no default compute',
        got: undefined,
        fix: 'give the step a compute, or the pipeline a defaultCompute',
      }),
    );
}

/** What is wrong with the steps that a step was told to come after. */
function afterProblems(
  { name: own, inputs }: Step,
  { _after: after, _stepsByName: stepsByName }: Pipeline,
): readonly Problem[] {
  return (after.get(own) ?? []).flatMap((name) => {
    const property = `steps.${own}.after`;
    const other = stepsByName.get(name);
    if (other === undefined) {
      const names = [...stepsByName.keys()];
      const must = `be a step of the pipeline: ${choices(names)}`;
      return [
        problem('StepAfterImpossible', { property, must, got: name, ...nearestFix(name, names) }),
      ];
    }
    if (Object.keys(other.outputs).length === 0 && !ownsComponent(other)) {
      const must =
        'have an output to wait for, where its component exists already or is a pipeline';
      return [problem('StepAfterImpossible', { property, must, got: name })];
    }
    const input = waitInputName(name);
    if (input.length > LONGEST_INPUT_NAME) {
      const must = `have a name of at most ${String(LONGEST_INPUT_NAME - waitInputName('').length)} characters, as the step that waits gets an input after_<name>`;
      const fix = 'rename the step, or bind an input to one of its outputs';
      return [problem('StepAfterImpossible', { property, must, got: name, fix })];
    }
    return Object.hasOwn(inputs, input)
      ? [
          problem('StepPortNameReserved', {
            property: `steps.${own}.inputs.${input}`,
            must: `be named otherwise: so is named what makes the step wait for ${name}`,
            got: input,
          }),
        ]
      : [];
  });
}

/** An output of the pipeline is written where the run says, so the step must not say it. */
function placeProblem(
  property: string,
  step: Step | undefined,
  output: string,
): readonly Problem[] {
  const datastore = step?.outputs[output]?._datastore;
  return datastore === undefined
    ? []
    : [
        problem('StepOutputPlacedTwice', {
          property,
          must: 'be an output whose step does not say itself where it is written',
          got: `${String(step?.name)}.${output}`,
          fix: 'leave out datastore and path: whoever starts a run says where outputs of pipelines go',
        }),
      ];
}

function cycleProblems({
  steps,
  _stepsByName: stepsByName,
  _after: after,
}: Pipeline): readonly Problem[] {
  const edges = new Map(
    steps.map(({ name, inputs }) => [
      name,
      [
        ...Object.values(inputs).flatMap(({ _stepOutput: stepOutput }) => stepOutput?.step ?? []),
        ...(after.get(name) ?? []),
      ].filter((other) => stepsByName.has(other)),
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
