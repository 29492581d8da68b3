import { Lazy, TerraformVariable, Token } from 'cdktf';
import { Duration } from '../../lib/core/duration';
import { ValidationError } from '../../lib/core/errors';
import {
  AzureMlLinkedService,
  BlobEventTrigger,
  DataFactory,
  DataFactoryParameter,
  DataFactoryPipeline,
  FailActivity,
  RunPipelineActivity,
  ScheduleTrigger,
  WaitActivity,
  WebActivity,
  WebMethod,
} from '../../lib/data-factory';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import { FACTORY_ID, setUpPipeline } from './setup';

type Props = Readonly<Record<string, unknown>>;

interface Subject {
  readonly name: string;
  readonly props: Props;
  readonly optional: readonly string[];
  readonly make: (props: unknown) => unknown;
}

const set = setUpPipeline();
const token = new TerraformVariable(set.stack, 'token', { type: 'any' });
let id = 0;
const nextId = (): string => `C${String((id += 1))}`;

const NASTY: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['an empty text', ''],
  ['a text', 'x'],
  ['true', true],
  ['an object', {}],
  ['a list', []],
  ['a list of null', [null]],
  ['a list of objects', [{}]],
  ['an object of null', { a: null }],
  ['an object of objects', { a: {} }],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a text token', token.stringValue],
  ['a number token', token.numberValue],
  ['a list token', token.listValue],
  ['a token', token.value],
  ['a text with a token', `x-${token.stringValue}`],
  ['a list of tokens', [token.stringValue]],
  ['an object of tokens', { a: token.stringValue }],
  ['a lazy value', Lazy.anyValue({ produce: () => 'x' })],
  ['a lazy text', Token.asString(Lazy.stringValue({ produce: () => 'x' }))],
];

const { factory, pipeline, container, workspace, v1, v2 } = set;
const activityProps = ['dependsOn', 'description'];
const triggerProps = ['name', 'description', 'annotations', 'enabled', 'parameters'];

const SUBJECTS: readonly Subject[] = [
  {
    name: 'DataFactory',
    props: { name: 'adf', resourceGroup: set.resourceGroup },
    optional: ['location', 'identity', 'publicNetworkAccess', 'managedVirtualNetwork', 'tags'],
    make: (props) => new DataFactory(set.stack, nextId(), props as never),
  },
  {
    name: 'DataFactory.fromDataFactoryAttributes',
    props: { factoryId: FACTORY_ID },
    optional: ['principalId', 'credentialName', 'cloud'],
    make: (props) => DataFactory.fromDataFactoryAttributes(set.stack, nextId(), props as never),
  },
  {
    name: 'AzureMlLinkedService',
    props: { factory, workspace },
    optional: ['name', 'description'],
    make: (props) => new AzureMlLinkedService(set.stack, nextId(), props as never),
  },
  {
    name: 'DataFactoryPipeline',
    props: { factory },
    optional: [
      'name',
      'activities',
      'parameters',
      'description',
      'concurrency',
      'folder',
      'annotations',
    ],
    make: (props) => new DataFactoryPipeline(set.stack, nextId(), props as never),
  },
  {
    name: 'RunPipelineActivity of v1',
    props: { pipeline: v1, experimentName: 'a' },
    optional: [
      ...activityProps,
      'waitForCompletion',
      'pollEvery',
      'timeout',
      'retry',
      'retryInterval',
      'linkedService',
      'arguments',
      'outputs',
      'continueOnStepFailure',
    ],
    make: (props) => pipeline.addActivity(new RunPipelineActivity(nextId(), props as never)),
  },
  {
    name: 'RunPipelineActivity of v2',
    props: { pipeline: v2 },
    optional: [
      ...activityProps,
      'waitForCompletion',
      'pollEvery',
      'timeout',
      'retry',
      'experimentName',
      'arguments',
      'outputs',
      'continueOnStepFailure',
    ],
    make: (props) => pipeline.addActivity(new RunPipelineActivity(nextId(), props as never)),
  },
  {
    name: 'WebActivity',
    props: { url: 'https://x', method: WebMethod.POST, body: {} },
    optional: [...activityProps, 'headers', 'audience', 'timeout', 'retry', 'retryInterval'],
    make: (props) => pipeline.addActivity(new WebActivity(nextId(), props as never)),
  },
  {
    name: 'WaitActivity',
    props: { duration: Duration.minutes(1) },
    optional: activityProps,
    make: (props) => pipeline.addActivity(new WaitActivity(nextId(), props as never)),
  },
  {
    name: 'FailActivity',
    props: { message: 'x' },
    optional: [...activityProps, 'errorCode'],
    make: (props) => pipeline.addActivity(new FailActivity(nextId(), props as never)),
  },
  {
    name: 'BlobEventTrigger',
    props: { pipeline, container },
    optional: [...triggerProps, 'path', 'endsWith', 'events', 'ignoreEmptyBlobs'],
    make: (props) => new BlobEventTrigger(set.stack, nextId(), props as never),
  },
  {
    name: 'ScheduleTrigger',
    props: { pipeline, recurrence: Recurrence.everyMinutes(5) },
    optional: triggerProps,
    make: (props) => new ScheduleTrigger(set.stack, nextId(), props as never),
  },
];

function expectOnlyValidationErrors(call: () => unknown): void {
  try {
    call();
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
  }
}

describe.each(SUBJECTS)('$name', ({ props, optional, make }) => {
  test('works as it is given here', () => {
    expect(() => make(props)).not.toThrow();
  });

  test.each(NASTY)('fails plainly with %s for props', (_, value) => {
    expectOnlyValidationErrors(() => make(value));
  });

  test.each([...Object.keys(props), ...optional])('fails plainly with anything for %s', (key) => {
    for (const [, value] of NASTY) {
      expectOnlyValidationErrors(() => make({ ...props, [key]: value }));
    }
  });
});

describe('other ways in', () => {
  test.each(NASTY)('fail plainly with %s', (_, value) => {
    const given = value as never;
    for (const call of [
      () => new WaitActivity(given, { duration: Duration.minutes(1) }),
      () => pipeline.addActivity(given),
      () => pipeline.parameter(given),
      () => DataFactoryPipeline.fromPipelineName(set.stack, nextId(), given, given),
      () => DataFactoryPipeline.fromPipelineName(set.stack, nextId(), factory, given),
      () => AzureMlLinkedService.fromLinkedServiceName(set.stack, nextId(), factory, given),
      () => DataFactoryParameter.string(given),
      () => DataFactoryParameter.int(given),
      () => DataFactoryParameter.float(given),
      () => DataFactoryParameter.bool(given),
      () => {
        new WaitActivity('a', { duration: Duration.minutes(1) }).dependsOn(given, given);
      },
      () => {
        const other = new WaitActivity('b', { duration: Duration.minutes(1) });
        new WaitActivity('a', { duration: Duration.minutes(1) }).dependsOn(other, given);
      },
    ]) {
      expectOnlyValidationErrors(call);
    }
  });
});
