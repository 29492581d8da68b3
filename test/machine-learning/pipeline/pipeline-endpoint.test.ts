import { Testing } from 'cdktf';
import { factsOf } from '../../../lib/core/facts';
import { PipelineArgument } from '../../../lib/machine-learning/pipeline/invocation/pipeline-argument';
import {
  PipelineEndpoint,
  type PipelineEndpointProps,
} from '../../../lib/machine-learning/pipeline/pipeline-endpoint';
import { PipelineInput } from '../../../lib/machine-learning/pipeline/pipeline-input';
import type { PublicationProps } from '../../../lib/machine-learning/pipeline/publication-props';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Schedule } from '../../../lib/machine-learning/schedule/schedule';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  problemsIn,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, HOST, onlyEmitted, pipelineOf, stepOf } from '../setup';

/** A fresh stack with an endpoint, and a way to add versions of one pipeline to it. */
function setUp(props: Partial<PipelineEndpointProps> = {}) {
  const platform = existingPlatform();
  const { stack, workspace } = platform;
  const endpoint = new PipelineEndpoint(stack, 'ChurnTrain', {
    workspace,
    defaultVersion: '2026-11',
    ...props,
  });
  const add = (label: string, command = label, more: Partial<PublicationProps> = {}) => {
    const pipeline = pipelineOf(
      platform,
      {
        name: 'churn',
        inputs: { rate: PipelineInput.number(0.01) },
        steps: [stepOf('prepare'), stepOf('train', { command })],
      },
      `Churn-${label}`,
    );
    return endpoint.addVersion(label, { pipeline, ...more });
  };
  return { ...platform, endpoint, add };
}

/** The request that keeps the endpoint what it is declared to be. */
function configuration({ stack }: Pick<ReturnType<typeof setUp>, 'stack'>) {
  return Template.fromStack(stack).resource('azapi_resource_action') as unknown as {
    readonly body: { readonly properties: object };
    readonly depends_on: readonly string[];
  };
}

describe('a pipeline endpoint', () => {
  test('is one batch endpoint with a deployment for each version, waited for by its default', () => {
    const world = setUp();
    for (const label of ['2026-10', '2026-11', 'next']) world.add(label);
    expect(onlyEmitted(world.stack, 'batchEndpoints')).toMatchObject({
      parent_id: WORKSPACE_ID,
      name: world.endpoint.endpointName,
      lifecycle: { ignore_changes: ['body', 'tags'] },
    });
    expect(world.endpoint.endpointName).toMatch(/^churn-train-[0-9a-f]{8}$/);
    const deployments = emitted(world.stack, 'batchEndpoints/deployments');
    expect([...deployments.values()].map(({ name }) => name)).toEqual([
      'version-2026-10',
      'version-2026-11',
      'next',
    ]);
    expect(configuration(world)).toMatchObject({
      body: { properties: { defaults: { deploymentName: 'version-2026-11' } } },
      depends_on: [...deployments.keys()].map((address) => `azapi_resource.${address}`),
    });
  });

  test('moves its default by nothing but the one request', () => {
    const [before, after] = ['2026-10', '2026-11'].map((defaultVersion) => {
      const world = setUp({ defaultVersion });
      for (const label of ['2026-10', '2026-11']) world.add(label);
      return Template.fromStack(world.stack).toJson() as {
        resource: Record<string, object>;
      };
    });
    const { azapi_resource_action: was, ...rest } = before?.resource ?? {};
    const { azapi_resource_action: is, ...same } = after?.resource ?? {};
    expect(same).toEqual(rest);
    expect(is).not.toEqual(was);
  });

  test('has once what versions of one pipeline have in common', () => {
    const world = setUp();
    for (const label of ['2026-10', '2026-11', '2026-12']) world.add(label);
    const components = [...emitted(world.stack, 'components/versions').values()];
    const names = components.map(({ parent_id }) => parent_id.split('/').at(-1)).sort();
    expect(names).toEqual([
      'churn',
      'churn',
      'churn',
      'churn_prepare',
      'churn_train',
      'churn_train',
      'churn_train',
    ]);
    const ids = components.map(({ parent_id, name }) => `${parent_id}/${name}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps the addresses of components when the version that came first goes', () => {
    const addresses = (...labels: readonly string[]) => {
      const world = setUp();
      for (const label of labels) world.add(label);
      return [...emitted(world.stack, 'components/versions').keys()];
    };
    const all = addresses('2026-10', '2026-11');
    expect(all).toEqual(expect.arrayContaining(addresses('2026-11')));
  });

  test('has versions of the same content behind two deployments', () => {
    const world = setUp();
    world.add('2026-10', 'train');
    world.add('2026-11', 'train');
    const ids = [...emitted(world.stack, 'batchEndpoints/deployments').values()].map(
      ({ body }) => body.properties['deploymentConfiguration'],
    );
    expect(ids[1]).toEqual(ids[0]);
    expect(emitted(world.stack, 'components/versions').size).toBe(3);
  });

  test('refuses one explicit version of components twice', () => {
    const world = setUp();
    world.add('2026-10', 'a', { version: '1' });
    expect(codesIn(() => world.add('2026-11', 'b', { version: '1' }))).toEqual([
      'ComponentVersionTaken',
    ]);
  });

  test('leaves the name of its pipelines to nobody else', () => {
    const world = setUp();
    world.add('2026-11');
    const pipeline = pipelineOf(world, { name: 'churn' }, 'Other');
    expect(codesIn(() => new PublishedPipeline(world.stack, 'Elsewhere', { pipeline }))).toEqual([
      'PipelineNameTaken',
    ]);
  });

  test('has no default deployment while it is disabled, and keeps its versions', () => {
    const world = setUp({ enabled: false });
    const version = world.add('2026-11');
    expect([world.endpoint.enabled, version.enabled]).toEqual([false, false]);
    expect(configuration(world).body.properties).toEqual({ authMode: 'AADToken' });
    expect(emitted(world.stack, 'batchEndpoints/deployments').size).toBe(1);
    expect(factsOf(world.stack, 'endpoint')).toMatchObject([{ fact: { paused: true } }]);
  });

  test('fails at synthesis without its default version, by the nearest one', () => {
    const world = setUp({ defaultVersion: '2026-11' });
    world.add('2026-10');
    expect(() => Testing.synth(world.stack, true)).toThrow(
      /defaultVersion must be a version .* 2026-10, got "2026-11"; did you mean 2026-10 \[EndpointVersionUnknown\]/,
    );
  });
});

describe('calling a pipeline endpoint', () => {
  test('names no deployment, and fits the default version', () => {
    const { endpoint, add, stack } = setUp();
    add('2026-11');
    const invocation = endpoint.renderInvocation(
      { arguments: { rate: PipelineArgument.literal(1) } },
      HOST,
    );
    expect(invocation.headers).toEqual({ 'Content-Type': 'application/json' });
    expect(resolvedIn(stack, invocation.uri)).toMatch(/\.output\.scoringUri\}$/);
    const wrong = { rat: PipelineArgument.literal(1) };
    expect(codesIn(() => endpoint.invocation({ arguments: wrong }))).toEqual(['ArgumentUnknown']);
  });

  test('by version names its deployment', () => {
    const { endpoint, add, stack } = setUp();
    add('2026-11');
    add('next');
    const { headers, uri } = endpoint.version('next').invocation();
    expect(resolvedIn(stack, headers)).toMatchObject({
      'azureml-model-deployment': expect.stringMatching(/^\$\{azapi_resource\.\w+\.name\}$/),
    });
    expect(resolvedIn(stack, uri)).toBe(resolvedIn(stack, endpoint.scoringUri));
  });

  test('by a version that is not there fails by the nearest', () => {
    const { endpoint, add } = setUp();
    add('2026-11');
    expect(problemsIn(() => endpoint.version('2026-12'))).toMatchObject([
      { code: 'EndpointVersionUnknown', property: 'label', fix: 'did you mean 2026-11' },
    ]);
  });

  test('before the default version is added fails, and says what to do', () => {
    const { endpoint } = setUp();
    expect(problemsIn(() => endpoint.invocation())).toMatchObject([
      { code: 'EndpointVersionUnknown', fix: expect.stringContaining('call addVersion first') },
    ]);
  });

  test('by a schedule runs the component of the default version, or of a given one', () => {
    const { endpoint, add, stack } = setUp({ defaultVersion: 'old' });
    const [old, next] = [add('old'), add('next')];
    const trigger = Cron.of('30 4 * * *');
    new Schedule(stack, 'Default', { pipeline: endpoint, trigger });
    new Schedule(stack, 'Next', { pipeline: endpoint.version('next'), trigger });
    const run = [...emitted(stack, 'schedules').values()].map(
      ({ body }) => body.properties['action'],
    );
    expect(run).toMatchObject([
      { jobDefinition: { componentId: resolvedIn(stack, old.componentId) } },
      { jobDefinition: { componentId: resolvedIn(stack, next.componentId) } },
    ]);
  });
});

describe('the label of a version', () => {
  test.each<[string, readonly string[]]>([
    ['1', []],
    ['a-1', []],
    ['a'.repeat(24), []],
    ['a'.repeat(25), ['EndpointVersionLabelInvalid']],
    ['-a', ['EndpointVersionLabelInvalid']],
    ['a-', ['EndpointVersionLabelInvalid']],
    ['a_b', ['EndpointVersionLabelInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('fails or not: %s', (label, codes) => {
    const world = setUp();
    const pipeline = pipelineOf(world);
    expect(codesIn(() => world.endpoint.addVersion(label, { pipeline }))).toEqual(codes);
    expect(codesIn(() => setUp({ defaultVersion: label }))).toEqual(codes);
  });

  test.each<[string, string]>([
    ['next', 'next'],
    ['next', 'Next'],
    ['1', 'version-1'],
  ])('must not name the deployment of another one: %s, then %s', (first, second) => {
    const world = setUp();
    world.add(first);
    const pipeline = pipelineOf(world, {}, 'Second');
    expect(codesIn(() => world.endpoint.addVersion(second, { pipeline }))).toEqual([
      'EndpointVersionTaken',
    ]);
  });

  test('must be known, since it is a name and an address', () => {
    const { stack, workspace } = existingPlatform();
    const defaultVersion = tokensIn(stack).text;
    expect(codesIn(() => new PipelineEndpoint(stack, 'E', { workspace, defaultVersion }))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });
});

test('a version is of the workspace of its endpoint', () => {
  const world = setUp();
  const workspace = Workspace.fromWorkspaceAttributes(world.stack, 'Other', {
    workspaceId: `${WORKSPACE_ID}2`,
  });
  const pipeline = pipelineOf({ ...world, workspace });
  expect(codesIn(() => world.endpoint.addVersion('a', { pipeline }))).toEqual([
    'EndpointWorkspaceMismatch',
  ]);
});

describe('what is refused', () => {
  test('leaves the label free, for another pipeline', () => {
    const { endpoint, add, ...platform } = setUp();
    const misshapen = { settings: { default_compute: 'cpu' } };
    expect(codesIn(() => add('2026-10', 'a', misshapen))).toEqual(['DeploymentSettingReserved']);
    const pipeline = pipelineOf(platform, { name: 'churn' }, 'Again');
    expect(endpoint.addVersion('2026-10', { pipeline })).toBe(endpoint.version('2026-10'));
  });

  test.each([
    ['1.0', 'write 1-0'],
    ['1.0.2', 'write 1-0-2'],
  ])('tells how the label %s is written', (label, fix) => {
    expect(problemsIn(() => setUp().add(label))).toMatchObject([
      { code: 'EndpointVersionLabelInvalid', property: 'label', fix },
    ]);
  });

  test('tells where a pipeline was published that is published again', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform);
    new PublishedPipeline(platform.stack, 'First', { pipeline });
    const publishAgain = () => new PublishedPipeline(platform.stack, 'Second', { pipeline });
    expect(problemsIn(publishAgain)).toMatchObject([
      {
        code: 'PipelineAlreadyPublished',
        property: 'pipeline',
        must: 'be published once, and churn/First published it',
        fix: expect.stringContaining('PipelineEndpoint'),
      },
    ]);
  });

  test('shows a value of another type as it was given', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { inputs: { rate: PipelineInput.number() } });
    const published = new PublishedPipeline(platform.stack, 'Published', { pipeline });
    const run = () => published.invocation({ arguments: { rate: PipelineArgument.literal('a') } });
    expect(problemsIn(run)).toMatchObject([{ code: 'ArgumentTypeMismatch', got: '"a"' }]);
  });

  test.each([
    [249, []],
    [250, ['StepAfterImpossible']],
  ])(
    'is a step of %d characters to wait for, exactly where its input is too long',
    (length, codes) => {
      const platform = existingPlatform();
      const first = stepOf('a'.repeat(length));
      const pipeline = pipelineOf(platform, { name: 'p', steps: [first] });
      pipeline.addStep(stepOf('last'), { after: [first] });
      const publish = () => new PublishedPipeline(platform.stack, 'Published', { pipeline });
      expect(codesIn(publish)).toEqual(codes);
    },
  );
});

test('a version that a schedule runs is told with its label, and emitted without', () => {
  const { stack, endpoint, add } = setUp();
  const version = add('2026-11');
  new Schedule(stack, 'Nightly', { pipeline: version, trigger: Cron.of('0 1 * * *') });
  expect(factsOf(stack, 'trigger').map(({ fact }) => fact.pipeline)).toEqual(['churn 2026-11']);
  expect(endpoint.version('2026-11').pipelineName).toBe('churn');
});
