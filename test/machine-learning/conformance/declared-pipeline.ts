import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { DataUri } from '../../../lib/machine-learning/data/data-uri';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import type { Step } from '../../../lib/machine-learning/pipeline/steps/step';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import {
  type OutputAsset,
  StepOutput,
} from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { freshStack } from '../../support/stack';
import { stepOf } from '../setup';
import { isOptionalInput } from './comparable';
import { declareExisting, declareStep, STEP_KINDS, typesOf } from './declared-steps';
import { entriesOf, objectAt, type Sample, type SampleObject } from './samples';

/** A node of a sample, and what there is of its component. */
export interface SampleNode {
  readonly name: string;
  readonly node: SampleObject;
  /** Specification of the component where the sample has it. */
  readonly spec: SampleObject;
  /** Why nobody can declare it with this library; empty where one can. */
  readonly gap: string;
}

const WORKSPACE_ID =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-example/providers/Microsoft.MachineLearningServices/workspaces/ws-example';

const DATASTORE_URI =
  /^azureml:\/\/(?:subscriptions\/.*)?datastores\/([A-Za-z0-9_]+)\/paths\/(.+)$/;
const DATA_URI = /^(?:https|wasbs|abfss|adl|azureml):/;
const ASSET_ID = /^\/subscriptions\/.*\/(?:data|models)\/[^/]+\/versions\/[^/]+$/;
const PARENT_INPUT = /^\$\{\{parent\.inputs\.(\w+)\}\}$/;
const STEP_OUTPUT = /^\$\{\{parent\.jobs\.(\w+)\.outputs\.(\w+)\}\}$/;
const PARENT_OUTPUT = /^\$\{\{parent\.outputs\.(\w+)\}\}$/;
const ANONYMOUS = /\/azureml_anonymous\/versions\/([^/]+)$/;
const COMPUTE = /\/computes\/([^/]+)$/;

/** The nodes of a pipeline. */
export function nodesOf(sample: Sample): readonly SampleNode[] {
  return entriesOf(objectAt(sample.body.properties, 'jobs')).map(([name, node]) => {
    const spec = specOf(sample, node);
    return { name, node, spec, gap: gapOf(node, spec) };
  });
}

function specOf({ anonymousComponents = {} }: Sample, node: SampleObject): SampleObject {
  const id = String(node['componentId'] ?? objectAt(node, 'trial')['componentId']);
  const version = ANONYMOUS.exec(id)?.[1] ?? '';
  const component = anonymousComponents[version]?.body.properties ?? {};
  return objectAt(component, 'componentSpec');
}

function gapOf(node: SampleObject, spec: SampleObject): string {
  const computeId = String(node['computeId'] ?? '/computes/none');
  const inputs = entriesOf(objectAt(node, 'inputs'));
  const outputs = entriesOf(objectAt(node, 'outputs'));
  if (node['type'] === 'automl') return 'AutoML nodes';
  if (!COMPUTE.test(computeId) && !PARENT_INPUT.test(computeId)) return 'a compute of another form';
  const inline = Object.keys(spec).length > 0;
  if (inline && !STEP_KINDS.includes(String(node['type']))) return 'a nested pipeline, inline';
  if (!inline && !/\/(?:versions|labels)\//.test(String(node['componentId']))) {
    return 'a component without version or label';
  }
  const data = inputs.find(([, { uri }]) => uri !== undefined && !isDeclarable(String(uri)));
  if (data !== undefined) return 'data at a place without a scheme';
  const odd = entriesOf(objectAt(spec, 'inputs')).find(([, { type }]) => !isKnown(type));
  if (odd !== undefined) return `inputs of type ${String(odd[1]['type'])}`;
  const strange = outputs.find(
    ([, { job_output_type: type }]) => type !== undefined && !isKnown(type),
  );
  if (strange !== undefined) return `outputs of type ${String(strange[1]['job_output_type'])}`;
  const place = outputs.find(
    ([, { uri }]) => uri !== undefined && !DATASTORE_URI.test(String(uri)),
  );
  return place === undefined ? '' : 'an output at a place that is no datastore of a name';
}

function isDeclarable(uri: string): boolean {
  return DATA_URI.test(uri) || ASSET_ID.test(uri);
}

function isKnown(type: unknown): boolean {
  return Object.values(DataType).some((one) => one === type);
}

/** The same pipeline, declared with this library; what it cannot declare is a step that only has the outputs. */
export function declarePipeline(sample: Sample): Pipeline {
  const stack = freshStack();
  const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: WORKSPACE_ID,
  });
  const computeOf = (id: string, name: string) =>
    ComputeCluster.fromComputeName(stack, id, workspace, name);
  const nodes = nodesOf(sample);
  const pipeline = new Pipeline(stack, 'Pipeline', {
    workspace,
    defaultCompute: computeOf('Default', 'cpu-cluster'),
    inputs: { ...pipelineInputs(sample), ...leftOutInputs(nodes) },
  });
  for (const { name, node, spec, gap } of nodes) {
    const compute = COMPUTE.exec(String(node['computeId']))?.[1];
    const computeInput = PARENT_INPUT.exec(String(node['computeId']))?.[1];
    const outputs = outputsOf(pipeline, node, spec);
    const bound = { ...objectAt(node, 'inputs'), ...leftOut(name, node, spec) };
    const parts = () => ({
      inputs: Object.fromEntries(
        entriesOf(bound).map(([key, one]) => [key, bindingOf(pipeline, one)]),
      ),
      inputTypes: typesOf(spec, Object.keys(bound)),
      outputs,
      ...(compute === undefined ? {} : { compute: computeOf(`${name}-Compute`, compute) }),
      ...(computeInput === undefined ? {} : { compute: pipeline.computeInput(computeInput) }),
    });
    const inline = Object.keys(spec).length > 0;
    const standIn = () => stepOf(name, { outputs });
    const declared = (): Step =>
      inline
        ? declareStep(
            name,
            { ...spec, ...node, ...componentSettings(spec, node), declared: spec },
            parts(),
          )
        : (declareExisting(name, node, parts()) ?? standIn());
    const step = pipeline.addStep(gap === '' ? declared() : standIn());
    for (const [key, { value }] of entriesOf(objectAt(node, 'outputs'))) {
      const target = PARENT_OUTPUT.exec(String(value))?.[1];
      if (target !== undefined) pipeline.addOutput(target, step.output(key));
    }
  }
  return pipeline;
}

/** What is declared for the component, where the SDK writes something else into the node. */
function componentSettings(spec: SampleObject, node: SampleObject): SampleObject {
  const instances = 'spark.executor.instances';
  return {
    ...(spec['distribution'] === undefined ? {} : { distribution: spec['distribution'] }),
    ...(spec['resources'] === undefined ? {} : { resources: spec['resources'] }),
    ...(spec['conf'] === undefined
      ? {}
      : {
          conf: {
            ...objectAt(spec, 'conf'),
            ...objectAt(node, 'conf'),
            [instances]: objectAt(spec, 'conf')[instances],
          },
        }),
  };
}

/** Names of the inputs that the node leaves to its component. */
export function leftOutNames({ node, spec }: SampleNode): readonly string[] {
  const bound = Object.keys(objectAt(node, 'inputs'));
  const searched = Object.keys(objectAt(node, 'search_space'));
  return entriesOf(objectAt(spec, 'inputs'))
    .filter(([name, input]) => isOptionalInput(input) && !bound.includes(name))
    .map(([name]) => name)
    .filter((name) => !searched.includes(name));
}

function leftOut(name: string, node: SampleObject, spec: SampleObject): SampleObject {
  const names = leftOutNames({ name, node, spec, gap: '' });
  return Object.fromEntries(
    names.map((input) => [input, { value: `\${{parent.inputs.${name}_${input}}}` }]),
  );
}

function leftOutInputs(nodes: readonly SampleNode[]): Readonly<Record<string, PipelineInput>> {
  return Object.fromEntries(
    nodes.flatMap((one) =>
      leftOutNames(one).map((input) => {
        const { type, ...rest } = objectAt(objectAt(one.spec, 'inputs'), input);
        const optional = rest['optional'] === true;
        return [`${one.name}_${input}`, PipelineInput.of({ type: type as DataType, optional })];
      }),
    ),
  );
}

function pipelineInputs(sample: Sample): Readonly<Record<string, PipelineInput>> {
  return Object.fromEntries(
    entriesOf(objectAt(sample.body.properties, 'inputs')).map(
      ([name, { jobInputType, optional }]) => [
        name,
        PipelineInput.of({
          optional: optional === true,
          type: (jobInputType === 'literal' ? DataType.STRING : jobInputType) as DataType,
        }),
      ],
    ),
  );
}

function datastoreOf(pipeline: Pipeline, name: string) {
  const id = `Datastore${String(pipeline.node.children.length)}`;
  return BlobDatastore.fromDatastoreName(pipeline, id, pipeline.workspace, name);
}

function outputsOf(
  pipeline: Pipeline,
  node: SampleObject,
  spec: SampleObject,
): Readonly<Record<string, StepOutput>> {
  const declared = { ...objectAt(spec, 'outputs') };
  const named = objectAt(node, 'outputs');
  const names = [...new Set([...Object.keys(declared), ...Object.keys(named)])];
  return Object.fromEntries(
    names.map((name) => {
      const { type = DataType.URI_FOLDER } = objectAt(declared, name);
      const { job_output_type: told, uri, mode, ...asset } = objectAt(named, name);
      const [, datastore, path] = DATASTORE_URI.exec(String(uri)) ?? [];
      return [
        name,
        StepOutput.of((isKnown(told ?? type) ? (told ?? type) : DataType.URI_FOLDER) as DataType, {
          ...(datastore === undefined || path === undefined
            ? {}
            : { datastore: datastoreOf(pipeline, datastore), path }),
          ...(mode === undefined ? {} : { mode: mode as never }),
          ...(asset['name'] === undefined ? {} : { registerAs: assetOf(asset) }),
        }),
      ];
    }),
  );
}

function assetOf({ name, version }: SampleObject): OutputAsset {
  return {
    name: String(name),
    ...(version === undefined ? {} : { version: String(version) }),
  };
}

function bindingOf(
  pipeline: Pipeline,
  { value, uri, mode, job_input_type: type }: SampleObject,
): StepInput {
  const binding = unmoded(pipeline, value, uri, type);
  return mode === undefined ? binding : binding.withMode(mode as never);
}

function unmoded(pipeline: Pipeline, value: unknown, uri: unknown, type: unknown): StepInput {
  const [, name, path = ''] = DATASTORE_URI.exec(String(uri)) ?? [];
  if (name !== undefined && type === 'uri_file') {
    return StepInput.file(datastoreOf(pipeline, name), path);
  }
  if (name !== undefined && type === 'uri_folder') {
    return StepInput.folder(datastoreOf(pipeline, name), path);
  }
  if (typeof uri === 'string') {
    const location = ASSET_ID.test(uri) ? { uri } : DataUri.of(uri);
    return StepInput.at(location, type as DataType);
  }
  const [, step, output] = STEP_OUTPUT.exec(String(value)) ?? [];
  if (step !== undefined && output !== undefined) return StepInput.fromStep(step, output);
  const [, input] = PARENT_INPUT.exec(String(value)) ?? [];
  return input === undefined ? StepInput.literal(String(value)) : pipeline.input(input);
}
