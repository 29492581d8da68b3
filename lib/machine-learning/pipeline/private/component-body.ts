import type { ArmObject } from '../../../azapi/azapi-types';
import type { Pipeline } from '../pipeline';
import type { PipelineInput } from '../pipeline-input';
import type { Step } from '../steps/step';

/**
 * The body of a component version. Pure.
 *
 * @param spec specification without its version
 * @returns `{ properties: { componentSpec, isAnonymous: false } }`
 */
export function renderComponentBody(spec: ArmObject, version: string): ArmObject {
  return { properties: { componentSpec: { ...spec, version }, isAnonymous: false } };
}

/**
 * The specification of a pipeline component, without its version. Pure.
 *
 * @param componentIds ARM id of each step's component version, by the name of the step
 * @returns `{ $schema, name, display_name, description?, type: "pipeline", inputs?, outputs?, jobs, _source }`
 */
export function renderPipelineSpec(
  pipeline: Pipeline,
  componentIds: ReadonlyMap<string, string>,
): ArmObject {
  const inputs = Object.entries(pipeline.inputs).map(([name, input]) => [name, inputSpec(input)]);
  const types = new Map(pipeline.steps.map((step) => [step.name, step.outputs]));
  const outputs = [...pipeline.outputs].map(([name, { step, output }]) => [
    name,
    { type: types.get(step)?.[output]?.type },
  ]);
  const jobs = pipeline.steps.map((step) => [
    step.name,
    nodeSpec(step, componentIds.get(step.name) ?? '', pipelineOutputsOf(pipeline, step)),
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

function inputSpec({ type, optional, defaultValue, description }: PipelineInput): ArmObject {
  return {
    type,
    ...(optional ? { optional } : {}),
    ...(defaultValue === undefined ? {} : { default: String(defaultValue) }),
    ...(description === undefined ? {} : { description }),
  };
}

function nodeSpec(
  step: Step,
  componentId: string,
  published: ReadonlyMap<string, string>,
): ArmObject {
  const inputs = Object.entries(step.inputs).map(([name, input]) => [
    name,
    input.renderNodeInput(),
  ]);
  const outputs = Object.entries(step.outputs).map(([name, { type }]) => {
    const target = published.get(name);
    return [
      name,
      target === undefined
        ? { job_output_type: type, mode: 'ReadWriteMount' }
        : { type: 'literal', value: `\${{parent.outputs.${target}}}` },
    ];
  });
  return {
    name: step.name,
    ...step.renderNode(),
    componentId,
    ...(step.compute === undefined ? {} : { computeId: step.compute.computeId }),
    ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) }),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) }),
    _source: 'YAML.COMPONENT',
  };
}

/** Outputs of a step that are outputs of the pipeline: the pipeline's name of each, by the step's. */
function pipelineOutputsOf(pipeline: Pipeline, { name }: Step): ReadonlyMap<string, string> {
  return new Map(
    [...pipeline.outputs].flatMap(([target, { step, output }]) =>
      step === name ? [[output, target] as const] : [],
    ),
  );
}
