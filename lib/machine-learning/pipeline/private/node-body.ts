import type { ArmObject } from '../../../azapi/azapi-types';
import type { Pipeline } from '../pipeline';
import type { Step } from '../steps/step';
import { InputMode } from '../steps/input-mode';
import type { StepOutput } from '../steps/step-output';
import type { StepOrder } from './step-order';

/** What a node needs to know of the pipeline that it stands in. */
export interface NodeContext {
  readonly pipeline: Pipeline;
  readonly componentId: string;
  /** ARM id of the uploaded code, where the step has some. */
  readonly codeId?: string | undefined;
  /** Outputs of the step that are outputs of the pipeline: the pipeline's name of each, by the step's. */
  readonly published: ReadonlyMap<string, string>;
  readonly order: StepOrder;
}

/**
 * The node of a step in the specification of its pipeline. Pure.
 *
 * @returns `{ name, …particular to the kind of step…, componentId, computeId?, inputs?, outputs?, _source }`
 */
export function renderNode(step: Step, context: NodeContext): ArmObject {
  const { pipeline, componentId, codeId, published, order } = context;
  const computeId = computeIdOf(step, pipeline);
  const inputs = [
    ...Object.entries(step.inputs).map(([name, input]) => [name, input._renderNodeInput()]),
    ...order.waitsOf(step).map(({ input, step: other, output }) => [
      input,
      {
        job_input_type: 'literal',
        value: `\${{parent.jobs.${other}.outputs.${output}}}`,
        mode: InputMode.DIRECT,
      },
    ]),
  ];
  const outputs = [
    ...Object.entries(step.outputs).map(([name, output]) => [
      name,
      nodeOutput(output, published.get(name)),
    ]),
    ...Object.entries(order.outputsToWaitFor(step)).map(([name, { type }]) => [
      name,
      { job_output_type: type, mode: 'ReadWriteMount' },
    ]),
  ];
  return {
    name: step.name,
    ...step._renderNode(codeId),
    ...step._renderComponent(componentId),
    ...(computeId === undefined ? {} : { computeId }),
    ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) }),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) }),
    _source: step._existingComponent?.source ?? 'YAML.COMPONENT',
  };
}

function nodeOutput(output: StepOutput, target: string | undefined): ArmObject {
  return target === undefined
    ? output._renderNodeOutput()
    : output._renderPublishedOutput(`\${{parent.outputs.${target}}}`);
}

/**
 * Where a node runs, where it says so itself. The default compute of a nested pipeline has nobody to
 * name it: settings are those of the run, so its nodes do.
 */
function computeIdOf(
  step: Step,
  { workspace, _nested: nested, defaultCompute }: Pipeline,
): string | undefined {
  if (step.compute !== undefined) return step.compute.computeId;
  if (step._serverless) return `${workspace.workspaceId}/computes/serverless`;
  return nested && step._needsCompute ? defaultCompute?.computeId : undefined;
}
