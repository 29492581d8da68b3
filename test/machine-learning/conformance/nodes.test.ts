import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import { renderPipelineSpec } from '../../../lib/machine-learning/pipeline/private/component-body';
import { stepContexts } from '../../../lib/machine-learning/pipeline/private/step-contexts';
import type { Step } from '../../../lib/machine-learning/pipeline/steps/step';
import { comparableNode, comparableSpec } from './comparable';
import { declarePipeline, leftOutNames, nodesOf, type SampleNode } from './declared-pipeline';
import {
  describeSamples,
  entriesOf,
  objectAt,
  samplesOf,
  type Sample,
  type SampleObject,
} from './samples';

const CODE_ID = '/subscriptions/x/codes/c/versions/1';

interface Rendered {
  readonly node: SampleObject;
  readonly spec: SampleObject | undefined;
}

/** What this library makes of the same declaration. */
function rendered(sample: Sample, { name, node }: SampleNode): Rendered {
  const pipeline = declarePipeline(sample);
  const id = String(node['componentId'] ?? objectAt(node, 'trial')['componentId']);
  const all = (value: string) => new Map(pipeline.steps.map((step) => [step.name, value]));
  const { jobs } = renderPipelineSpec(pipeline, all(id), all(CODE_ID)) as { jobs: SampleObject };
  const step = pipeline._stepsByName.get(name);
  const context = stepContexts(pipeline).get(name);
  const own = step?._existingComponent === undefined && context !== undefined;
  return {
    node: objectAt(jobs, name),
    spec: own ? step?._renderSpec({ ...context, ...codeOf(step) }) : undefined,
  };
}

function codeOf({ code }: Step): { readonly codeId?: string } {
  return code === undefined ? {} : { codeId: CODE_ID };
}

/** Nodes name them, and components do not. */
const SPARK_MACHINES = { instance_type: 'Standard_E8S_V3', runtime_version: '3.4' };

/** What public YAML has and this library has not. */
const KNOWN_GAPS = [
  'AutoML nodes',
  'a component without version or label',
  'a nested pipeline, inline',
  'an output at a place that is no datastore of a name',
  'data at a place without a scheme',
  'inputs of type path',
  'outputs of type path',
];

type Case = readonly [name: string, sample: Sample, node: SampleNode];

const ALL: readonly Case[] = samplesOf('pipeline').flatMap((sample) =>
  nodesOf(sample).map((node) => [`${sample.source}: ${node.name}`, sample, node] as const),
);
const CASES = ALL.filter(([, , { gap }]) => gap === '');

/** Components that stand alone, each in a pipeline of one node that binds all its inputs. */
const COMPONENTS: readonly Case[] = samplesOf('component')
  .map(alone)
  .flatMap((sample) =>
    nodesOf(sample)
      .filter(({ gap, spec }) => gap === '' && portsAreKnown(spec))
      .map((node) => [sample.source, sample, node] as const),
  );

function alone(sample: Sample): Sample {
  const spec = objectAt(sample.body.properties, 'componentSpec');
  const inputs = Object.keys(objectAt(spec, 'inputs')).map((name) => [
    name,
    { job_input_type: 'literal', value: `\${{parent.inputs.${name}}}` },
  ]);
  const types = entriesOf(objectAt(spec, 'inputs')).map(([name, { type, optional }]) => [
    name,
    { jobInputType: type, optional },
  ]);
  const node = {
    type: spec['type'],
    componentId: '/components/azureml_anonymous/versions/it',
    ...(spec['type'] === 'spark' ? { resources: SPARK_MACHINES } : {}),
    inputs: Object.fromEntries(inputs) as SampleObject,
  };
  return {
    source: sample.source,
    body: { properties: { jobs: { it: node }, inputs: Object.fromEntries(types) as SampleObject } },
    anonymousComponents: { it: sample },
  };
}

function portsAreKnown(spec: SampleObject): boolean {
  return [...entriesOf(objectAt(spec, 'inputs')), ...entriesOf(objectAt(spec, 'outputs'))].every(
    ([, { type }]) => Object.values(DataType).some((one) => one === type),
  );
}

describeSamples('nodes of pipelines of public YAML', () => {
  test('are of every kind that the samples have, and many', () => {
    const kinds = (cases: readonly Case[]) =>
      new Set(cases.map(([, , { node }]) => String(node['type'])));
    expect([...kinds(ALL)].filter((kind) => !kinds(CASES).has(kind))).toEqual(['automl']);
    expect(CASES.length).toBeGreaterThan(80);
  });

  test('that cannot be declared are few, and known why', () => {
    const gaps = ALL.filter(([, , { gap }]) => gap !== '').map(([, , { gap }]) => gap);
    expect(KNOWN_GAPS).toEqual(expect.arrayContaining(gaps));
    expect(gaps.length).toBeLessThan(ALL.length / 4);
  });

  test('have computes that inputs of their pipelines name among them', () => {
    const bound = CASES.filter(([, , { node }]) => String(node['computeId']).startsWith('${{'));
    expect(bound.length).toBeGreaterThan(1);
  });

  test.each(CASES)('%s is what the SDK makes of it', (_, sample, one) => {
    const own = rendered(sample, one);
    const leftOut = leftOutNames(one);
    expect(comparableNode({ ...own.node, leftOut }, one.spec)).toEqual(
      comparableNode(one.node, one.spec),
    );
    if (own.spec !== undefined) {
      expect(comparableSpec(own.spec)).toEqual(comparableSpec(one.spec));
    }
  });

  test.each(COMPONENTS)('the component %s is what the SDK makes of it', (_, sample, one) => {
    const { spec = {} } = rendered(sample, one);
    expect(comparableSpec(spec)).toEqual(comparableSpec(one.spec));
  });

  test('differ where something was changed, whatever it is', () => {
    const blind = CASES.flatMap(([name, , { node, spec }]) =>
      mutants(node)
        .filter(([, mutant]) => same(comparableNode(mutant, spec), comparableNode(node, spec)))
        .map(([what]) => `${name}: ${what}`),
    );
    expect(blind).toEqual([]);
  });
});

/** What makes no difference, as `comparable.ts` says. */
const IRRELEVANT = [
  '_source',
  'name',
  'description',
  'display_name',
  'tags',
  'properties',
  'code',
  'environment',
];
const IN_COMPONENT = ['resources', 'distribution'];

/** The node with each of its values changed in turn, and with each member of its own left out. */
function mutants(node: SampleObject): readonly (readonly [string, SampleObject])[] {
  const keys = Object.keys(node).filter(
    (key) =>
      !IRRELEVANT.includes(key) && (node['type'] !== 'command' || !IN_COMPONENT.includes(key)),
  );
  return keys.flatMap((key) => [
    ...(key === 'outputs' || isHollow(node[key])
      ? []
      : [[`without ${key}`, { ...node, [key]: undefined }] as const]),
    ...changed(node[key]).map(
      ([path, value]) => [`other ${key}${path}`, { ...node, [key]: value }] as const,
    ),
  ]);
}

/** A value with each value in it changed in turn. */
function changed(value: unknown): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) {
    return [['', typeof value === 'number' ? value + 1 : `${String(value)} other`]];
  }
  return Object.entries(value)
    .filter(([key]) => !IRRELEVANT.includes(key))
    .flatMap(([key, item]) =>
      changed(item).map(([path, other]) => {
        const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
        return [`.${key}${path}`, Object.assign(copy, { [key]: other })] as const;
      }),
    );
}

function isHollow(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function same(left: SampleObject, right: SampleObject): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
