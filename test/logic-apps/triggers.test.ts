import { TerraformVariable } from 'cdktf';
import { Duration } from '../../lib/core/duration';
import {
  BlobFilter,
  BlobTrigger,
  ComposeAction,
  EventGridTrigger,
  HttpMethod,
  HttpRequestTrigger,
  ManagedApi,
  ManagedIdentityConnection,
  RecurrenceTrigger,
  validateWorkflow,
  Workflow,
  WorkflowExpression,
  WorkflowIdentity,
  type EntraAuthorizationPolicy,
  type WorkflowTrigger,
} from '../../lib/logic-apps';
import { Cron } from '../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../lib/machine-learning/schedule/recurrence-options';
import { Template } from '../../lib/testing';
import { codesOf, GROUP_ID, setUp, SUBSCRIPTION, workflowProperties } from './setup';

type World = ReturnType<typeof setUp>;

function emitted(world: World, trigger: WorkflowTrigger): unknown {
  new Workflow(world.stack, 'Flow', {
    resourceGroup: world.resourceGroup,
    identity: WorkflowIdentity.userAssigned(world.identity),
    triggers: [trigger],
    actions: [new ComposeAction('Say', { inputs: 'hello' })],
  });
  const properties = workflowProperties(world.stack);
  expect(validateWorkflow({ properties })).toEqual([]);
  return properties.definition.triggers[trigger.name];
}

const eventConnection = ({ stack, resourceGroup }: World) =>
  new ManagedIdentityConnection(stack, 'Events', {
    managedApi: ManagedApi.AZURE_EVENT_GRID,
    resourceGroup,
  });

const blobConnection = ({ stack, resourceGroup }: World) =>
  new ManagedIdentityConnection(stack, 'Blobs', {
    managedApi: ManagedApi.AZURE_BLOB,
    resourceGroup,
  });

const POLICY: EntraAuthorizationPolicy = {
  name: 'callers',
  issuer: `https://sts.windows.net/${SUBSCRIPTION}/`,
  audience: 'https://management.azure.com/',
  claims: { appid: 'an-application' },
};

describe('a recurrence trigger', () => {
  test('says when it fires in the words of Logic Apps', () => {
    const recurrence = Recurrence.weekly({
      at: '04:30',
      on: [WeekDay.MONDAY, WeekDay.FRIDAY],
      timeZone: 'Europe/Berlin',
      startTime: '2026-01-05 04:30:00',
    });
    expect(emitted(setUp(), new RecurrenceTrigger('Weekly', { recurrence }))).toEqual({
      type: 'Recurrence',
      recurrence: {
        frequency: 'Week',
        interval: 1,
        timeZone: 'W. Europe Standard Time',
        startTime: '2026-01-05T04:30:00',
        schedule: { hours: [4], minutes: [30], weekDays: ['Monday', 'Friday'] },
      },
    });
  });

  test('has no schedule where it only counts', () => {
    const recurrence = Recurrence.everyMinutes(15);
    expect(emitted(setUp(), new RecurrenceTrigger('Often', { recurrence }))).toEqual({
      type: 'Recurrence',
      recurrence: { frequency: 'Minute', interval: 15, timeZone: 'UTC' },
    });
  });

  test('ends by a condition, before those that are given', () => {
    const recurrence = Recurrence.everyHours(2, {
      endTime: '2027-01-01T00:00:00',
      timeZone: 'UTC',
    });
    const trigger = new RecurrenceTrigger('Until', {
      recurrence,
      conditions: [WorkflowExpression.boolean(true).not()],
      secureOutputs: true,
    });
    expect(emitted(setUp(), trigger)).toEqual({
      type: 'Recurrence',
      recurrence: { frequency: 'Hour', interval: 2, timeZone: 'UTC' },
      conditions: [
        {
          expression:
            "@lessOrEquals(ticks(utcNow()), ticks(convertToUtc('2027-01-01T00:00:00', 'UTC')))",
        },
        { expression: '@not(true)' },
      ],
      runtimeConfiguration: { secureData: { properties: ['outputs'] } },
    });
  });

  test.each([
    [500, RecurrenceFrequency.DAY, undefined],
    [501, RecurrenceFrequency.DAY, ['WorkflowRecurrenceIntervalOutOfRange']],
    [71, RecurrenceFrequency.WEEK, undefined],
    [72, RecurrenceFrequency.WEEK, ['WorkflowRecurrenceIntervalOutOfRange']],
    [16, RecurrenceFrequency.MONTH, undefined],
    [17, RecurrenceFrequency.MONTH, ['WorkflowRecurrenceIntervalOutOfRange']],
    [1000, RecurrenceFrequency.HOUR, undefined],
  ])('every %i times %s is %s', (interval, frequency, codes) => {
    const recurrence = Recurrence.of({ interval, frequency });
    expect(codesOf(() => new RecurrenceTrigger('T', { recurrence }))).toEqual(codes);
  });

  test.each([
    ['cron', Cron.of('0 4 * * *'), ['WorkflowCronUnsupported']],
    [
      'days of the month',
      Recurrence.monthly({ at: '04:30', days: [1] }),
      ['WorkflowMonthDaysUnsupported'],
    ],
    [
      'hours of months',
      Recurrence.of({ frequency: RecurrenceFrequency.MONTH, hours: [1] }),
      ['WorkflowMonthDaysUnsupported'],
    ],
    ['months', Recurrence.of({ frequency: RecurrenceFrequency.MONTH }), undefined],
  ])('fails for what Logic Apps has not: %s', (_what, recurrence, codes) => {
    expect(codesOf(() => new RecurrenceTrigger('T', { recurrence }))).toEqual(codes);
  });
});

describe('a request trigger', () => {
  test('takes any body by POST', () => {
    expect(emitted(setUp(), new HttpRequestTrigger('Called'))).toEqual({
      type: 'Request',
      kind: 'Http',
      inputs: { schema: {}, method: 'POST' },
    });
  });

  test('accepts tokens only where there are policies, and says who may call', () => {
    const world = setUp();
    const trigger = new HttpRequestTrigger('Called', {
      schema: { type: 'object' },
      method: HttpMethod.PUT,
      relativePath: 'jobs/{id}',
      authorizationPolicies: [POLICY],
      allowedIpRanges: ['192.0.2.0/24', '192.0.2.1-192.0.2.9'],
    });
    expect(emitted(world, trigger)).toEqual({
      type: 'Request',
      kind: 'Http',
      inputs: { schema: { type: 'object' }, method: 'PUT', relativePath: 'jobs/{id}' },
      operationOptions: 'IncludeAuthorizationHeadersInOutputs',
      conditions: [
        {
          expression: "@startsWith(triggerOutputs()?['headers']?['Authorization'], 'Bearer')",
        },
      ],
      runtimeConfiguration: { secureData: { properties: ['outputs'] } },
    });
    expect(workflowProperties(world.stack)).toMatchObject({
      accessControl: {
        triggers: {
          allowedCallerIpAddresses: [
            { addressRange: '192.0.2.0/24' },
            { addressRange: '192.0.2.1-192.0.2.9' },
          ],
          openAuthenticationPolicies: {
            policies: {
              callers: {
                type: 'AAD',
                claims: [
                  { name: 'iss', value: POLICY.issuer },
                  { name: 'aud', value: POLICY.audience },
                  { name: 'appid', value: 'an-application' },
                ],
              },
            },
          },
        },
      },
    });
  });

  test('accepts signatures beside tokens where it is told to', () => {
    const trigger = new HttpRequestTrigger('Called', {
      authorizationPolicies: [POLICY],
      allowSignature: true,
    });
    expect(emitted(setUp(), trigger)).toEqual({
      type: 'Request',
      kind: 'Http',
      inputs: { schema: {}, method: 'POST' },
    });
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...POLICY, name: `p${String(index)}` }));
  const claims = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${String(index)}`, 'x']));

  test.each([
    ['a single address', { allowedIpRanges: ['192.0.2.1'] }, ['IpRangeInvalid']],
    ['no octet', { allowedIpRanges: ['192.0.2.256/32'] }, ['IpRangeInvalid']],
    ['33 bits', { allowedIpRanges: ['192.0.2.1/33'] }, ['IpRangeInvalid']],
    ['32 bits', { allowedIpRanges: ['192.0.2.1/32'] }, undefined],
    ['other workflows only', { allowedIpRanges: [] }, undefined],
    ['no policy', { authorizationPolicies: [] }, ['AuthorizationPoliciesOutOfRange']],
    ['five policies', { authorizationPolicies: many(5) }, undefined],
    ['six policies', { authorizationPolicies: many(6) }, ['AuthorizationPoliciesOutOfRange']],
    [
      'policies of one name',
      { authorizationPolicies: [POLICY, { ...POLICY, name: 'Callers' }] },
      ['AuthorizationPolicyNameInvalid'],
    ],
    [
      'an issuer that is no URL',
      { authorizationPolicies: [{ ...POLICY, issuer: 'contoso.com' }] },
      ['AuthorizationIssuerInvalid'],
    ],
    ['eight claims', { authorizationPolicies: [{ ...POLICY, claims: claims(8) }] }, undefined],
    [
      'nine claims',
      { authorizationPolicies: [{ ...POLICY, claims: claims(9) }] },
      ['AuthorizationClaimsInvalid'],
    ],
    [
      'the issuer as a claim',
      { authorizationPolicies: [{ ...POLICY, claims: { iss: 'x' } }] },
      ['AuthorizationClaimsInvalid'],
    ],
    [
      'an audience of 151 characters',
      { authorizationPolicies: [{ ...POLICY, audience: 'a'.repeat(151) }] },
      ['AuthorizationClaimsInvalid'],
    ],
    [
      'an audience of 150 characters',
      { authorizationPolicies: [{ ...POLICY, audience: 'a'.repeat(150) }] },
      undefined,
    ],
    ['a leading slash', { relativePath: '/jobs' }, ['RequestPathInvalid']],
    ['nobody', { allowSignature: false }, ['RequestPolicyMissing']],
  ])('%s: %s', (_what, props, codes) => {
    expect(codesOf(() => new HttpRequestTrigger('Called', props))).toEqual(codes);
  });

  test('takes tokens in its policies and ranges', () => {
    const world = setUp();
    const later = new TerraformVariable(world.stack, 'later', {}).stringValue;
    const trigger = new HttpRequestTrigger('Called', {
      allowedIpRanges: [later],
      authorizationPolicies: [
        { name: 'a', issuer: later, audience: later, claims: { oid: later } },
      ],
    });
    expect(() => emitted(world, trigger)).not.toThrow();
  });
});

describe('an Event Grid trigger', () => {
  test('subscribes to the account with the connector', () => {
    const world = setUp();
    const trigger = new EventGridTrigger('Created', {
      connection: eventConnection(world),
      container: world.container,
      path: '/incoming/daily/',
      suffix: '.csv',
    });
    const account = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`;
    expect(emitted(world, trigger)).toEqual({
      type: 'ApiConnectionWebhook',
      splitOn: '@triggerBody()',
      inputs: {
        host: {
          connection: { name: "@parameters('$connections')['azureeventgrid']['connectionId']" },
        },
        path: `/subscriptions/@{encodeURIComponent('${SUBSCRIPTION}')}/providers/@{encodeURIComponent('Microsoft.Storage.StorageAccounts')}/resource/eventSubscriptions`,
        queries: { 'x-ms-api-version': '2017-09-15-preview' },
        body: {
          properties: {
            topic: account,
            destination: {
              endpointType: 'webhook',
              properties: { endpointUrl: '@{listCallbackUrl()}' },
            },
            filter: {
              includedEventTypes: ['Microsoft.Storage.BlobCreated'],
              subjectBeginsWith: '/blobServices/default/containers/raw/blobs/incoming/daily/',
              subjectEndsWith: '.csv',
            },
          },
        },
      },
    });
  });

  test('tells a pipeline of the blob', () => {
    const world = setUp();
    const trigger = new EventGridTrigger('Created', {
      connection: eventConnection(world),
      container: world.container,
    });
    expect(trigger.triggeringBlob).toEqual({
      uri: "@{triggerBody()?['data']?['url']}",
      relativePath:
        "@{substring(triggerBody()?['subject'], length('/blobServices/default/containers/raw/blobs/'))}",
    });
  });

  test('needs one role, on the account', () => {
    const world = setUp();
    const trigger = new EventGridTrigger('Created', {
      connection: eventConnection(world),
      container: world.container,
    });
    const workflow = new Workflow(world.stack, 'Flow', {
      resourceGroup: world.resourceGroup,
      identity: WorkflowIdentity.userAssigned(world.identity),
      triggers: [trigger],
      actions: [new ComposeAction('Say', { inputs: 1 })],
    });
    workflow.applyAfter(trigger.grantSubscribe(workflow));
    const template = Template.fromStack(world.stack);
    expect(template.resources('azurerm_role_assignment')).toEqual({
      [Object.keys(template.resources('azurerm_role_assignment'))[0] ?? '']:
        expect.objectContaining({
          scope: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn`,
          role_definition_id: expect.stringContaining('428e0ff0-5e57-4d9c-a221-2c70d0e0a443'),
        }),
    });
    expect(
      template.resource('azapi_resource', { type: 'Microsoft.Logic/workflows@2019-05-01' }),
    ).toMatchObject({ depends_on: [expect.stringContaining('azurerm_role_assignment.')] });
  });

  test.each([
    ['another connector', { connection: blobConnection }, ['EventGridConnectionInvalid']],
    ['two slashes', { path: 'a//b' }, ['EventGridPathInvalid']],
    ['a parent', { path: 'a/../b' }, ['EventGridPathInvalid']],
    ['the root', { path: '/' }, undefined],
    ['no events', { eventTypes: [] }, ['EventTypesMissing']],
  ])('%s: %s', (_what, props, codes) => {
    const world = setUp();
    const { connection = eventConnection, ...rest } = props as {
      readonly connection?: typeof eventConnection;
    };
    expect(
      codesOf(
        () =>
          new EventGridTrigger('Created', {
            container: world.container,
            connection: connection(world),
            ...rest,
          }),
      ),
    ).toEqual(codes);
  });
});

describe('what every trigger takes', () => {
  const recurrence = Recurrence.everyHours(1);

  test('limits runs at the same time', () => {
    const trigger = new RecurrenceTrigger('Hourly', {
      recurrence,
      maxConcurrentRuns: 1,
      maxWaitingRuns: 3,
      secureInputs: true,
    });
    expect(emitted(setUp(), trigger)).toMatchObject({
      runtimeConfiguration: {
        concurrency: { runs: 1, maximumWaitingRuns: 3 },
        secureData: { properties: ['inputs'] },
      },
    });
  });

  const conditions = (length: number) =>
    Array.from({ length }, () => WorkflowExpression.boolean(true));

  test.each([
    [{ maxConcurrentRuns: 0 }, ['ConcurrentRunsOutOfRange']],
    [{ maxConcurrentRuns: 1 }, undefined],
    [{ maxConcurrentRuns: 100 }, undefined],
    [{ maxConcurrentRuns: 101 }, ['ConcurrentRunsOutOfRange']],
    [{ maxConcurrentRuns: 1, maxWaitingRuns: 0 }, ['WaitingRunsOutOfRange']],
    [{ maxConcurrentRuns: 1, maxWaitingRuns: 101 }, ['WaitingRunsOutOfRange']],
    [{ maxConcurrentRuns: 1, maxWaitingRuns: 100 }, undefined],
    [{ maxWaitingRuns: 5 }, ['WaitingRunsNotLimited']],
    [{ conditions: [] }, ['TriggerConditionsOutOfRange']],
    [{ conditions: conditions(10) }, undefined],
    [{ conditions: conditions(11) }, ['TriggerConditionsOutOfRange']],
  ])('%j: %s', (options, codes) => {
    expect(codesOf(() => new RecurrenceTrigger('T', { recurrence, ...options }))).toEqual(codes);
  });
});

describe('a filter of blobs', () => {
  test('is asked before a run starts', () => {
    const world = setUp();
    const filter = new BlobFilter({
      suffixes: ['.csv', "'.txt"],
      prefixes: ['day'],
      namePattern: 'day-*-Full*.csv',
      minSizeBytes: 1,
      maxSizeBytes: 1_000_000,
    });
    const trigger = new BlobTrigger('Changed', {
      connection: blobConnection(world),
      container: world.container,
      pollEvery: Duration.minutes(1),
      filter,
    });
    const name = "triggerBody()?['Name']";
    expect(emitted(world, trigger)).toMatchObject({
      conditions: [
        { expression: `@or(endsWith(${name}, '.csv'), endsWith(${name}, '''.txt'))` },
        { expression: `@startsWith(${name}, 'day')` },
        {
          expression: `@and(greaterOrEquals(length(${name}), 13), startsWith(${name}, 'day-'), endsWith(${name}, '.csv'), contains(slice(toLower(${name}), 4, sub(length(${name}), 4)), '-full'))`,
        },
        { expression: "@greaterOrEquals(triggerBody()?['Size'], 1)" },
        { expression: "@lessOrEquals(triggerBody()?['Size'], 1000000)" },
      ],
    });
  });

  test.each([
    [{}, ['BlobFilterEmpty']],
    [{ suffixes: [] }, ['BlobFilterListInvalid']],
    [{ suffixes: [''] }, ['BlobFilterListInvalid']],
    [{ prefixes: ['a/b'] }, ['BlobFilterListInvalid']],
    [{ namePattern: '*' }, undefined],
    [{ namePattern: 'a*b*c' }, undefined],
    [{ namePattern: 'a*b*c*d' }, ['BlobFilterPatternUnsupported']],
    [{ namePattern: 'a?' }, ['BlobFilterPatternUnsupported']],
    [{ minSizeBytes: -1 }, ['BlobFilterSizeInvalid']],
    [{ minSizeBytes: 5, maxSizeBytes: 4 }, ['BlobFilterSizeInvalid']],
    [{ minSizeBytes: 5, maxSizeBytes: 5 }, undefined],
  ])('%j: %s', (props, codes) => {
    expect(codesOf(() => new BlobFilter(props))).toEqual(codes);
  });

  test('matches a whole name where there is no star', () => {
    expect(new BlobFilter({ namePattern: 'Done.txt' })._conditions.map(String)).toEqual([
      "@{equals(toLower(triggerBody()?['Name']), 'done.txt')}",
    ]);
  });
});
