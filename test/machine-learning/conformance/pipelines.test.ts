import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import { renderPipelineSpec } from '../../../lib/machine-learning/pipeline/private/component-body';
import { graphProblems } from '../../../lib/machine-learning/pipeline/private/pipeline-graph';
import { StepInput } from '../../../lib/machine-learning/pipeline/steps/step-input';
import { StepOutput } from '../../../lib/machine-learning/pipeline/steps/step-output';
import { Workspace } from '../../../lib/machine-learning/workspace';
import type { IWorkspace } from '../../../lib/machine-learning/workspace-types';
import { freshStack } from '../../support/stack';
import { stepOf } from '../setup';
import {
  describeSamples,
  entriesOf,
  objectAt,
  samplesOf,
  type Sample,
  type SampleObject,
} from './samples';

/** What a node may hold here; parallel, spark and sweep nodes hold more, nodes of a registry name it. */
const NODE_KEYS = [
  'name',
  'type',
  'inputs',
  'outputs',
  '_source',
  'componentId',
  'computeId',
  'environment_variables',
];

const DATASTORE_URI = /^azureml:\/\/(?:subscriptions\/.*)?datastores\/([^/]+)\/paths\/(.*)$/;
const PARENT_INPUT = /^\$\{\{parent\.inputs\.(\w+)\}\}$/;
const STEP_OUTPUT = /^\$\{\{parent\.jobs\.(\w+)\.outputs\.(\w+)\}\}$/;
const PARENT_OUTPUT = /^\$\{\{parent\.outputs\.(\w+)\}\}$/;

const jobsOf = ({ body }: Sample) => entriesOf(objectAt(body.properties, 'jobs'));
const inputsOf = (node: SampleObject) => entriesOf(objectAt(node, 'inputs'));

function isExpressible(sample: Sample): boolean {
  const jobs = jobsOf(sample);
  return (
    jobs.length > 0 &&
    jobs.every(
      ([, node]) =>
        node['type'] === 'command' &&
        String(node['componentId']).startsWith('/subscriptions/') &&
        Object.keys(node).every((key) => NODE_KEYS.includes(key)) &&
        inputsOf(node).every(([, input]) => isInputExpressible(input)) &&
        entriesOf(objectAt(node, 'outputs')).every(([, output]) => isOutputExpressible(output)),
    )
  );
}

/** Assets and URLs cannot be bound to a step here, data on datastores can. */
function isInputExpressible({ uri, value }: SampleObject): boolean {
  return (typeof value === 'string' && value !== '') || DATASTORE_URI.test(String(uri));
}

/** Outputs are mounted here, and written where the run says. */
function isOutputExpressible({ uri, mode }: SampleObject): boolean {
  return uri === undefined && (mode === undefined || mode === 'ReadWriteMount');
}

/** Types of what the component of a node writes. */
function outputTypesOf({ anonymousComponents = {} }: Sample, node: SampleObject): SampleObject {
  const version = String(node['componentId']).split('/').at(-1) ?? '';
  const component = anonymousComponents[version]?.body.properties ?? {};
  return objectAt(objectAt(component, 'componentSpec'), 'outputs');
}

function bindingOf(
  pipeline: Pipeline,
  { value, uri, job_input_type: type }: SampleObject,
): StepInput {
  const [, datastoreName, path = ''] = DATASTORE_URI.exec(String(uri)) ?? [];
  if (datastoreName !== undefined) {
    const { workspace } = pipeline;
    const id = `Datastore${String(pipeline.node.children.length)}`;
    const datastore = BlobDatastore.fromDatastoreName(pipeline, id, workspace, datastoreName);
    return type === 'uri_file'
      ? StepInput.file(datastore, path)
      : StepInput.folder(datastore, path);
  }
  const [, step, output] = STEP_OUTPUT.exec(String(value)) ?? [];
  if (step !== undefined && output !== undefined) return StepInput.fromStep(step, output);
  const [, input] = PARENT_INPUT.exec(String(value)) ?? [];
  return input === undefined ? StepInput.literal(String(value)) : pipeline.input(input);
}

function inputOf(input: SampleObject): PipelineInput {
  const type = String(input['jobInputType']);
  return PipelineInput.of({ type: (type === 'literal' ? DataType.STRING : type) as never });
}

/** The same pipeline, declared with this library. */
function declared(sample: Sample): Pipeline {
  const stack = freshStack();
  const workspaceId = /^(.*\/workspaces\/[^/]+)\/components/.exec(
    String(jobsOf(sample)[0]?.[1]['componentId']),
  )?.[1];
  const workspace: IWorkspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
    workspaceId: workspaceId ?? '',
  });
  const computeOf = (id: string, computeId: unknown) =>
    ComputeCluster.fromComputeName(stack, id, workspace, String(computeId).split('/').at(-1) ?? '');
  const pipeline = new Pipeline(stack, 'Pipeline', {
    workspace,
    defaultCompute: computeOf('Default', 'cpu-cluster'),
    inputs: Object.fromEntries(
      entriesOf(objectAt(sample.body.properties, 'inputs')).map(([name, one]) => [
        name,
        inputOf(one),
      ]),
    ),
  });
  for (const [name, node] of jobsOf(sample)) {
    const computeId = node['computeId'];
    const environmentVariables = node['environment_variables'] as
      { [name: string]: string } | undefined;
    const step = pipeline.addStep(
      stepOf(name, {
        inputs: Object.fromEntries(
          inputsOf(node).map(([key, one]) => [key, bindingOf(pipeline, one)]),
        ),
        outputs: Object.fromEntries(
          entriesOf(outputTypesOf(sample, node)).map(([key, { type }]) => [
            key,
            StepOutput.of(type as DataType),
          ]),
        ),
        ...(computeId === undefined ? {} : { compute: computeOf(`${name}-Compute`, computeId) }),
        ...(environmentVariables === undefined ? {} : { environmentVariables }),
      }),
    );
    for (const [key, { value }] of entriesOf(objectAt(node, 'outputs'))) {
      const [, target] = PARENT_OUTPUT.exec(String(value)) ?? [];
      if (target !== undefined) pipeline.addOutput(target, step.output(key));
    }
  }
  return pipeline;
}

/** A node with what the library always writes out, and references in their short form. */
function normalized(node: SampleObject, outputTypes: SampleObject): SampleObject {
  const inputs = inputsOf(node).map(([key, input]) => {
    const [, datastore, path = ''] = DATASTORE_URI.exec(String(input['uri'])) ?? [];
    return [
      key,
      datastore === undefined
        ? input
        : {
            mode: 'ReadOnlyMount',
            ...input,
            uri: `azureml://datastores/${datastore}/paths/${path}`,
          },
    ];
  });
  const outputs = entriesOf(outputTypes).map(([key, { type }]) => {
    const output = objectAt(objectAt(node, 'outputs'), key);
    return [
      key,
      'value' in output ? output : { job_output_type: type, mode: 'ReadWriteMount', ...output },
    ];
  });
  return {
    ...node,
    ...(inputs.length === 0 ? {} : { inputs: Object.fromEntries(inputs) as SampleObject }),
    ...(outputs.length === 0 ? {} : { outputs: Object.fromEntries(outputs) as SampleObject }),
    _source: 'YAML.COMPONENT',
  };
}

describeSamples('pipelines of public YAML', () => {
  const samples = samplesOf('pipeline')
    .filter(isExpressible)
    .map((sample) => [sample.source, sample] as const);

  test('are many', () => {
    expect(samples.length).toBeGreaterThan(15);
  });

  test.each(samples)('%s has the nodes that the SDK makes of it', (_, sample) => {
    const pipeline = declared(sample);
    const componentIds = new Map(
      jobsOf(sample).map(([name, node]) => [name, String(node['componentId'])]),
    );
    const { jobs, outputs } = renderPipelineSpec(pipeline, componentIds);
    expect(graphProblems(pipeline)).toEqual([]);
    expect(jobs).toEqual(
      Object.fromEntries(
        jobsOf(sample).map(([name, node]) => [name, normalized(node, outputTypesOf(sample, node))]),
      ),
    );
    const types = entriesOf(objectAt(sample.body.properties, 'outputs'));
    expect(outputs ?? {}).toEqual(
      Object.fromEntries(types.map(([name, { jobOutputType }]) => [name, { type: jobOutputType }])),
    );
  });
});
