import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import type { Pipeline } from '../pipeline';
import type { PipelineInput } from '../pipeline-input';
import type { Step } from '../steps/step';
import { literalText } from './literal';
import { renderNode } from './node-body';
import { stepOrder } from './step-order';

/**
 * The body of a component version. Pure.
 *
 * @param spec specification without its version
 * @returns `{ properties: { componentSpec, isAnonymous: false, tags? } }`
 */
export function renderComponentBody(spec: ArmObject, version: string, tags?: StringMap): ArmObject {
  return {
    properties: {
      componentSpec: { ...spec, version },
      isAnonymous: false,
      ...(tags === undefined ? {} : { tags }),
    },
  };
}

/**
 * The specification of a pipeline component, without its version. Pure; linear in steps and bindings.
 *
 * @param componentIds ARM id of the component version of each step that publishes one, or whose nested
 *   pipeline is one, by the name of the step
 * @param codeIds ARM id of the uploaded code of each step that has some, by the name of the step
 * @returns `{ $schema, name, display_name, description?, type: "pipeline", inputs?, outputs?, jobs, _source }`
 */
export function renderPipelineSpec(
  pipeline: Pipeline,
  componentIds: ReadonlyMap<string, string>,
  codeIds: ReadonlyMap<string, string> = new Map(),
): ArmObject {
  const { _stepsByName: stepsByName } = pipeline;
  const inputs = Object.entries(pipeline.inputs).map(([name, input]) => [name, inputSpec(input)]);
  const outputs = [...pipeline._outputs].map(([name, { step, output }]) => [
    name,
    { type: stepsByName.get(step)?.outputs[output]?.type },
  ]);
  const order = stepOrder(pipeline);
  const published = publishedOutputs(pipeline);
  const jobs = pipeline.steps.map((step) => [
    step.name,
    renderNode(step, {
      pipeline,
      componentId: componentIdOf(pipeline, step, componentIds),
      codeId: codeIds.get(step.name),
      published: published.get(step.name) ?? new Map<string, string>(),
      order,
    }),
  ]);
  return {
    $schema: 'https://azuremlschemas.azureedge.net/latest/pipelineComponent.schema.json',
    name: pipeline.pipelineName,
    display_name: pipeline.displayName,
    ...(pipeline.description === undefined ? {} : { description: pipeline.description }),
    type: 'pipeline',
    ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) }),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) }),
    jobs: Object.fromEntries(jobs),
    _source: 'YAML.COMPONENT',
  };
}

function componentIdOf(
  { workspace }: Pipeline,
  { name, _existingComponent: existingComponent }: Step,
  componentIds: ReadonlyMap<string, string>,
): string {
  return existingComponent?.idIn(workspace) ?? componentIds.get(name) ?? '';
}

function inputSpec(input: PipelineInput): ArmObject {
  const { type, optional, defaultValue, min, max, choices, description } = input;
  return {
    type,
    ...(optional ? { optional } : {}),
    ...(defaultValue === undefined ? {} : { default: literalText(defaultValue) }),
    ...(min === undefined ? {} : { min: String(min) }),
    ...(max === undefined ? {} : { max: String(max) }),
    ...(choices === undefined ? {} : { enum: choices }),
    ...(description === undefined ? {} : { description }),
  };
}

/** Outputs of steps that are outputs of the pipeline: by step, the pipeline's name of each, by the step's. */
function publishedOutputs({
  _outputs: outputs,
}: Pipeline): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const byStep = new Map<string, Map<string, string>>();
  for (const [target, { step, output }] of outputs) {
    const targets = byStep.get(step) ?? new Map<string, string>();
    byStep.set(step, targets.set(output, target));
  }
  return byStep;
}
