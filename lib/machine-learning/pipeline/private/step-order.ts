import { DataType } from '../data-type';
import type { Pipeline } from '../pipeline';
import type { ComponentOutputs, Step } from '../steps/step';

/** An output that a step has only so that others can wait for it. */
const FINISHED = 'finished';

/** How a step waits for another one without its data. */
export interface StepWait {
  /** Name of the input that the step gets for it. */
  readonly input: string;
  /** Name of the step that it waits for. */
  readonly step: string;
  /** The output of that step that the input is bound to. */
  readonly output: string;
  /** Type of both. */
  readonly type: DataType;
}

/** The order of the steps of a pipeline, as far as it is told beside their data. */
export interface StepOrder {
  /** How a step waits for those that it was told to come after. */
  readonly waitsOf: (step: Step) => readonly StepWait[];
  /** The output that a step has only so that others can wait for it: none, or one. */
  readonly outputsToWaitFor: (step: Step) => ComponentOutputs;
}

/**
 * How the order that a pipeline was told beside its data becomes data. Pure.
 *
 * Nodes of azure-ai-ml 1.4.0 have no other way to tell their order, so each wait is an input that is bound
 * to the first output of the other step, or to one that it has for that alone. It is passed as an address,
 * since mounting a folder that nobody wrote to fails.
 *
 * @see https://github.com/Azure/azure-sdk-for-python/issues/33288, and 25020 for the mount
 */
export function stepOrder({ _after: after, _stepsByName: stepsByName }: Pipeline): StepOrder {
  const waitedFor = new Set([...after.values()].flat());
  return {
    waitsOf: ({ name }) =>
      (after.get(name) ?? []).flatMap((step) => {
        const other = stepsByName.get(step);
        return other === undefined
          ? []
          : [{ input: waitInputName(step), step, ...waitedOutputOf(other) }];
      }),
    outputsToWaitFor: ({ name, outputs }): ComponentOutputs =>
      waitedFor.has(name) && Object.keys(outputs).length === 0
        ? { [FINISHED]: { type: DataType.URI_FOLDER } }
        : {},
  };
}

/** Name of the input by which a step waits for another one. */
export function waitInputName(step: string): string {
  return `after_${step}`;
}

function waitedOutputOf({ outputs }: Step): Pick<StepWait, 'output' | 'type'> {
  const [first] = Object.entries(outputs);
  return first === undefined
    ? { output: FINISHED, type: DataType.URI_FOLDER }
    : { output: first[0], type: first[1].type };
}

/** Whether a step publishes a component of its own, which can be given more inputs and outputs. */
export function ownsComponent({
  _existingComponent: existingComponent,
  _nestedPipeline: nestedPipeline,
}: Step): boolean {
  return existingComponent === undefined && nestedPipeline === undefined;
}
