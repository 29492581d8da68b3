import { TerraformVariable } from 'cdktf';
import { Duration } from '../../../lib/core/duration';
import {
  DataFactory,
  DataFactoryPipeline,
  DependencyCondition,
  FailActivity,
  WaitActivity,
  WebActivity,
  type WebActivityProps,
  WebMethod,
} from '../../../lib/data-factory';
import { activitiesOf, codesOf, emitted, setUp } from '../setup';

const MINUTE = Duration.minutes(1);

describe('a wait', () => {
  test('is so many seconds', () => {
    expect(
      emitted(() => new WaitActivity('Wait', { duration: MINUTE, description: 'settle' })),
    ).toEqual([
      {
        name: 'Wait',
        type: 'Wait',
        description: 'settle',
        dependsOn: [],
        userProperties: [],
        typeProperties: { waitTimeInSeconds: 60 },
      },
    ]);
  });

  test('is at least a second', () => {
    const wait = (seconds: number) => () =>
      new WaitActivity('W', { duration: Duration.seconds(seconds) });
    expect(codesOf(wait(1))).toBeUndefined();
    expect(codesOf(wait(0))).toEqual(['WaitTooShort']);
  });
});

describe('a failure', () => {
  test('has a message and a code', () => {
    expect(emitted(() => new FailActivity('Stop', { message: 'no data' }))).toEqual([
      {
        name: 'Stop',
        type: 'Fail',
        dependsOn: [],
        userProperties: [],
        typeProperties: { message: 'no data', errorCode: '500' },
      },
    ]);
  });

  test('may say what an expression comes to', () => {
    const [activity] = emitted(
      () => new FailActivity('Stop', { message: '@pipeline().RunId', errorCode: 'E-@{1}' }),
    );
    expect(activity?.typeProperties).toEqual({
      message: { value: '@pipeline().RunId', type: 'Expression' },
      errorCode: { value: 'E-@{1}', type: 'Expression' },
    });
  });
});

describe('a request', () => {
  test('is sent once and without authentication unless told otherwise', () => {
    expect(
      emitted(() => new WebActivity('Ask', { url: 'https://example.com', method: WebMethod.GET })),
    ).toEqual([
      {
        name: 'Ask',
        type: 'WebActivity',
        dependsOn: [],
        userProperties: [],
        policy: {
          timeout: '0.00:10:00',
          retry: 0,
          retryIntervalInSeconds: 30,
          secureInput: false,
          secureOutput: false,
        },
        typeProperties: { method: 'GET', url: 'https://example.com' },
      },
    ]);
  });

  test('takes everything that can be said', () => {
    const [activity] = emitted(
      () =>
        new WebActivity('Tell', {
          url: '@pipeline().parameters.url',
          method: WebMethod.POST,
          headers: { 'X-Use': '${churn}' },
          body: { text: '@{pipeline().RunId}', list: [1, null, true] },
          audience: 'https://management.azure.com/',
          timeout: Duration.hours(1),
          retry: 2,
          retryInterval: MINUTE,
        }),
    );
    expect(activity).toMatchObject({
      policy: { timeout: '0.01:00:00', retry: 2, retryIntervalInSeconds: 60 },
      typeProperties: {
        method: 'POST',
        url: { value: '@pipeline().parameters.url', type: 'Expression' },
        headers: { 'X-Use': '$${churn}' },
        body: { text: '@{pipeline().RunId}', list: [1, null, true] },
        authentication: { type: 'MSI', resource: 'https://management.azure.com/' },
      },
    });
  });

  test('signs in with the credential of an existing factory', () => {
    const { stack } = setUp();
    const factory = DataFactory.fromDataFactoryAttributes(stack, 'E', {
      factoryId: setUp().factory.factoryId,
      credentialName: 'caller',
    });
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory });
    pipeline.addActivity(
      new WebActivity('Ask', { url: 'https://a', method: WebMethod.GET, audience: 'https://b' }),
    );
    expect(activitiesOf(stack)[0]?.typeProperties['authentication']).toEqual({
      type: 'UserAssignedManagedIdentity',
      resource: 'https://b',
      credential: { referenceName: 'caller', type: 'CredentialReference' },
    });
  });

  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const token = new TerraformVariable(setUp().stack, 'token', { type: 'any' });

  test.each<[string, Partial<WebActivityProps>, readonly string[] | undefined]>([
    ['an expression as URL', { url: '@concat(1)' }, undefined],
    ['a URL that only Terraform knows', { url: token.stringValue }, undefined],
    ['a URL of another kind', { url: 'ftp://x' }, ['WebActivityUrlInvalid']],
    ['a URL without host', { url: 'https://' }, ['WebActivityUrlInvalid']],
    ['POST without body', { method: WebMethod.POST }, ['WebActivityBodyMismatch']],
    ['PUT without body', { method: WebMethod.PUT }, ['WebActivityBodyMismatch']],
    ['PATCH without body', { method: WebMethod.PATCH }, ['WebActivityBodyMismatch']],
    ['PATCH with body', { method: WebMethod.PATCH, body: {} }, undefined],
    ['DELETE without body', { method: WebMethod.DELETE }, undefined],
    ['DELETE with body', { method: WebMethod.DELETE, body: {} }, undefined],
    ['GET with body', { body: {} }, ['WebActivityBodyMismatch']],
    [
      'a body that is no JSON',
      { method: WebMethod.POST, body: { at: () => 1 } },
      ['WebActivityBodyInvalid'],
    ],
    ['an endless body', { method: WebMethod.POST, body: cyclic }, ['WebActivityBodyInvalid']],
    [
      'a body that only Terraform knows',
      { method: WebMethod.POST, body: { at: token.value as string } },
      undefined,
    ],
    ['9:59 minutes', { timeout: Duration.seconds(599) }, ['ActivityTimeoutOutOfRange']],
    ['retry -1', { retry: -1 }, ['ActivityRetryOutOfRange']],
    ['retry 0.5', { retry: 0.5 }, ['PropertyTypeInvalid']],
  ])('%s', (_, props, codes) => {
    expect(
      codesOf(() => new WebActivity('Ask', { url: 'https://x', method: WebMethod.GET, ...props })),
    ).toEqual(codes);
  });
});

describe('an activity', () => {
  test.each(['a', '_', '1 b', 'Ünder', 'a-b (c)', "Train's", 'a'.repeat(55)])(
    'takes the name %s',
    (name) => {
      expect(codesOf(() => new WaitActivity(name, { duration: MINUTE }))).toBeUndefined();
    },
  );

  test.each([
    '-a',
    ' a',
    'a.b',
    'a?',
    'a/b',
    'a<',
    'a>',
    'a*',
    'a%',
    'a&',
    'a:',
    'a\\',
    'a+',
    'a'.repeat(56),
  ])('fails with the name %s', (name) => {
    expect(codesOf(() => new WaitActivity(name, { duration: MINUTE }))).toEqual([
      'ActivityNameInvalid',
    ]);
  });

  test('waits for others in any of the ways asked for', () => {
    const { stack, factory } = setUp();
    const ask = new WaitActivity('Ask', { duration: MINUTE });
    const tell = new WaitActivity('Tell', {
      duration: MINUTE,
      dependsOn: [{ activity: 'Ask', conditions: [DependencyCondition.FAILED] }],
    });
    tell.dependsOn(ask, DependencyCondition.SKIPPED);
    const pipeline = new DataFactoryPipeline(stack, 'P', { factory, activities: [ask, tell] });
    const end = pipeline.addActivity(new FailActivity('End', { message: 'x' }));
    end.dependsOn(ask);
    end.dependsOn(tell, DependencyCondition.COMPLETED);
    expect(activitiesOf(stack).map(({ dependsOn }) => dependsOn)).toEqual([
      [],
      [{ activity: 'Ask', dependencyConditions: ['Failed', 'Skipped'] }],
      [
        { activity: 'Ask', dependencyConditions: ['Succeeded'] },
        { activity: 'Tell', dependencyConditions: ['Completed'] },
      ],
    ]);
  });

  test('fails with a dependency that no ending satisfies', () => {
    expect(
      codesOf(
        () =>
          new WaitActivity('a', {
            duration: MINUTE,
            dependsOn: [{ activity: 'b' }, { activity: 'c', conditions: [] }],
          }),
      ),
    ).toEqual(['ActivityDependencyInvalid']);
  });

  test('lists what it waits for without giving the list away', () => {
    const activity = new WaitActivity('a', { duration: MINUTE });
    (activity.dependencies as unknown[]).push('x');
    expect(activity.dependencies).toEqual([]);
  });
});
