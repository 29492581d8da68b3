import {
  ChangeAction,
  type PlanValue,
  type ResourceChange,
  Sensitive,
  Unknown,
} from '../../../lib/review/model';
import { changed, meaningOf, reviewed } from './fixtures';

const ML = 'Microsoft.MachineLearningServices/workspaces';
const WORKSPACE_ID =
  '/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw';

function azapi(
  armType: string,
  label: string,
  before: PlanValue | undefined,
  after: PlanValue | undefined,
  given: Partial<ResourceChange> = {},
): ResourceChange {
  return changed({
    armType,
    label,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...given,
  });
}

function schedule(trigger: PlanValue, more: { readonly [key: string]: PlanValue } = {}): PlanValue {
  return { body: { properties: { isEnabled: true, trigger, ...more } } };
}

function daily(hour: number, minute: number): PlanValue {
  return {
    triggerType: 'Recurrence',
    frequency: 'Day',
    interval: 1,
    timeZone: 'W. Europe Standard Time',
    schedule: { hours: [hour], minutes: [minute] },
  };
}

describe('the meaning of a schedule', () => {
  test('is its times, with the zone as people know it and the next runs', () => {
    expect(
      meaningOf(azapi(`${ML}/schedules`, 'nightly', schedule(daily(2, 30)), schedule(daily(4, 0)))),
    ).toEqual([
      'every day: 02:30 Europe/Berlin becomes 04:00, next runs 2026-11-23 04:00, 2026-11-24 04:00, 2026-11-25 04:00',
    ]);
  });

  test('is told in whole where more than the time of day differs', () => {
    const cron = { triggerType: 'Cron', expression: '0 6 * * 1', timeZone: 'UTC' };
    const [line] = meaningOf(
      azapi(`${ML}/schedules`, 'nightly', schedule(daily(2, 30)), schedule(cron)),
    );
    expect(line).toMatch(
      /^every day at 02:30, Europe\/Berlin becomes .*, next runs 2026-11-23 06:00, 2026-11-30 06:00, 2026-12-07 06:00$/,
    );
  });

  test('is plain where the times are known only at apply', () => {
    expect(
      meaningOf(
        azapi(`${ML}/schedules`, 'nightly', schedule(daily(2, 30)), schedule(Unknown.VALUE)),
      ),
    ).toEqual(['every day at 02:30, Europe/Berlin becomes at times known after apply']);
  });

  test('says first that it no longer fires', () => {
    const review = reviewed([
      azapi(
        `${ML}/schedules`,
        'nightly',
        schedule(daily(2, 30)),
        schedule(daily(2, 30), { isEnabled: false }),
      ),
    ]);
    expect(review.changes.map(({ meaning, danger }) => [meaning, danger])).toEqual([
      [['is disabled: it no longer fires'], 'careful'],
    ]);
  });

  test('names inputs that become other values', () => {
    const job = (uri: string) => ({ action: { jobDefinition: { inputs: { raw: { uri } } } } });
    expect(
      meaningOf(
        azapi(
          `${ML}/schedules`,
          'nightly',
          schedule(daily(2, 30), job('azureml://old')),
          schedule(daily(2, 30), job('azureml://new')),
        ),
      ),
    ).toEqual(['passes other inputs: raw azureml://old → azureml://new']);
  });

  test.each<[string, PlanValue]>([
    ['an unknown zone', { ...(daily(2, 30) as object), timeZone: 'Atlantis' }],
    [
      'a frequency that nobody has',
      { triggerType: 'Recurrence', frequency: 'Fortnight', interval: 1 },
    ],
    ['nothing', {}],
  ])('never fails on %s', (_, trigger) => {
    expect(
      meaningOf(azapi(`${ML}/schedules`, 'n', schedule(daily(2, 30)), schedule(trigger))).length,
    ).toBeGreaterThan(0);
  });
});

describe('the meaning of a compute', () => {
  const cluster = (most: PlanValue, size = 'STANDARD_DS3_V2', least = 0): PlanValue => ({
    vm_size: size,
    scale_settings: [{ min_node_count: least, max_node_count: most }],
  });
  const address = 'azurerm_machine_learning_compute_cluster.Cpu_E6EA7902';

  test('is how many nodes it may have', () => {
    const [change] = reviewed([
      changed({
        address,
        label: 'cpu',
        before: cluster(4),
        after: cluster(8),
        differences: [
          {
            path: ['scale_settings', '0', 'max_node_count'],
            kind: 'changed' as never,
            before: 4,
            after: 8,
          },
        ],
      }),
    ]).changes;
    expect(change?.meaning).toEqual(['at most 4 to 8 nodes']);
  });

  test('is what forces a replacement, and what is lost', () => {
    const review = reviewed([
      changed({
        address,
        label: 'cpu',
        action: ChangeAction.REPLACE,
        forcedBy: [['vm_size']],
        before: cluster(4),
        after: cluster(4, 'STANDARD_DS4_V2'),
        differences: [
          {
            path: ['vm_size'],
            kind: 'changed' as never,
            before: 'STANDARD_DS3_V2',
            after: 'STANDARD_DS4_V2',
          },
        ],
      }),
    ]);
    expect(review.changes[0]).toMatchObject({
      danger: 'dangerous',
      lost: 'jobs that run or wait on it',
      meaning: [
        'replaced, forced by vm_size (STANDARD_DS3_V2 → STANDARD_DS4_V2)',
        'lost: jobs that run or wait on it',
      ],
    });
    expect(review.verdict).toMatchObject({
      level: 'dangerous',
      headline: '1 dangerous change: 1 to replace',
    });
  });
});

describe('the meaning of a Logic App', () => {
  const workflow = (interval: number, actions: PlanValue): PlanValue => ({
    body: {
      properties: {
        state: 'Enabled',
        definition: {
          triggers: {
            blob: { type: 'ApiConnection', recurrence: { frequency: 'Minute', interval } },
          },
          actions,
        },
      },
    },
  });
  const http = (uri: string, runAfter: PlanValue = {}): PlanValue => ({
    type: 'Http',
    inputs: { uri, method: 'POST' },
    runAfter,
  });

  test('is how often it polls', () => {
    expect(
      meaningOf(azapi('Microsoft.Logic/workflows', 'w', workflow(5, {}), workflow(1, {}))),
    ).toEqual(['polls every 5 to 1 minutes']);
  });

  test('is which actions were added, removed and changed, those in containers too', () => {
    const before = workflow(1, {
      Run: http('https://a'),
      Old: http('https://b'),
      Check: { type: 'If', actions: { Inner: http('https://c') }, else: { actions: {} } },
    });
    const after = workflow(1, {
      Run: http('https://z'),
      New: http('https://d'),
      Check: {
        type: 'If',
        actions: { Inner: http('https://e') },
        else: { actions: { Mail: http('https://f') } },
      },
    });
    expect(meaningOf(azapi('Microsoft.Logic/workflows', 'w', before, after))).toEqual([
      'action added: New and Check / Mail',
      'action removed: Old',
      'action changed: Run (uri)',
      'action changed: Check / Inner (uri)',
    ]);
  });

  test('says that a sensitive value changes, and not to what', () => {
    const of = (uri: PlanValue) => workflow(1, { Run: { type: 'Http', inputs: { uri } } });
    const path = ['body', 'properties', 'definition', 'actions', 'Run', 'inputs', 'uri'];
    expect(
      meaningOf(
        azapi('Microsoft.Logic/workflows', 'w', of(Sensitive.VALUE), of(Sensitive.VALUE), {
          differences: [
            { path, kind: 'changed' as never, before: Sensitive.VALUE, after: Sensitive.VALUE },
          ],
        }),
      ),
    ).toEqual(['a sensitive value changes at definition.actions.Run.inputs.uri']);
  });
});

describe('the meaning of a pipeline of Data Factory', () => {
  test('is which activities were added, removed and changed, by name', () => {
    const of = (...activities: PlanValue[]): PlanValue => ({
      body: { properties: { activities } },
    });
    const web = (name: string, url: string): PlanValue => ({
      name,
      type: 'WebActivity',
      typeProperties: { url },
    });
    const until = (...activities: PlanValue[]): PlanValue => ({
      name: 'Wait',
      type: 'Until',
      typeProperties: { activities },
    });
    expect(
      meaningOf(
        azapi(
          'Microsoft.DataFactory/factories/pipelines',
          'p',
          of(web('Train', 'https://a'), until(web('Status', 'https://b'))),
          of(
            web('Copy', 'https://c'),
            web('Train', 'https://z'),
            until(web('Status', 'https://y')),
          ),
        ),
      ),
    ).toEqual([
      'activity added: Copy',
      'activity changed: Train (url)',
      'activity changed: Wait / Status (url)',
    ]);
  });

  test.each<[string | undefined, string | undefined, readonly string[], string]>([
    ['Active', 'Inactive', ['no longer run: If / Train'], 'careful'],
    [undefined, 'Inactive', ['no longer run: If / Train'], 'careful'],
    ['Inactive', undefined, ['run again: If / Train'], 'none'],
    [undefined, 'Active', [], 'none'],
    ['Inactive', 'Inactive', [], 'none'],
  ])('says which activities turn from state %s to %s: %j', (from, to, told, care) => {
    const of = (state: string | undefined, retry: number): PlanValue => ({
      body: {
        properties: {
          activities: [
            {
              name: 'If',
              type: 'IfCondition',
              typeProperties: {
                ifTrueActivities: [
                  { name: 'Train', policy: { retry }, ...(state === undefined ? {} : { state }) },
                ],
              },
            },
          ],
        },
      },
    });
    const { changes } = reviewed([
      azapi('Microsoft.DataFactory/factories/pipelines', 'p', of(from, 1), of(to, 2)),
    ]);
    expect(changes.map(({ danger }) => danger)).toEqual([care]);
    expect(changes.flatMap(({ meaning }) => meaning).slice(0, -1)).toEqual(told);
  });
});

describe('the meaning of a new version', () => {
  const component = (
    name: string,
    version: string,
    spec: { readonly [key: string]: PlanValue },
  ): PlanValue => ({
    name: version,
    parent_id: `${WORKSPACE_ID}/components/${name}`,
    body: { properties: { componentSpec: { name, version, ...spec } } },
  });
  const step = (version: string, code: PlanValue) =>
    component('churn_train', version, { type: 'command', code, command: 'python train.py' });
  const pipeline = (version: string, train: PlanValue) =>
    component('churn', version, { type: 'pipeline', jobs: { train: { componentId: train } } });
  const type = `${ML}/components/versions`;

  test('is what its steps changed, although their ids are known only at apply', () => {
    const old = `${WORKSPACE_ID}/components/churn_train/versions/aaaaaaaaaaaaaaaa`;
    const changes = [
      azapi(type, 'old', pipeline('a1b2a1b2a1b2a1b2', old), undefined, {
        action: ChangeAction.FORGET,
        address: 'azapi_resource.Published_Version-a1b2_00000001',
      }),
      azapi(type, 'old', step('aaaaaaaaaaaaaaaa', 'azureml:one'), undefined, {
        action: ChangeAction.FORGET,
        address: 'azapi_resource.Published_Step-aaaa_00000002',
      }),
      azapi(type, 'new', undefined, pipeline('c3d4c3d4c3d4c3d4', Unknown.VALUE), {
        address: 'azapi_resource.Published_Version-c3d4_00000003',
      }),
      azapi(type, 'new', undefined, step('bbbbbbbbbbbbbbbb', Unknown.VALUE), {
        address: 'azapi_resource.Published_Step-bbbb_00000004',
      }),
    ];
    const review = reviewed(changes);
    expect(review.changes.map(({ title, meaning }) => [title, meaning])).toEqual([
      [
        'churn c3d4c3d4',
        ['pipeline churn: version a1b2a1b2 to c3d4c3d4, step train changed its script'],
      ],
      [
        'churn_train bbbbbbbb',
        ['step churn_train: version aaaaaaaa to bbbbbbbb, changed its script'],
      ],
      ['churn a1b2a1b2', ['stays in Azure, Terraform forgets it']],
      ['churn_train aaaaaaaa', ['stays in Azure, Terraform forgets it']],
    ]);
    expect(review.verdict.level).toBe('changes');
  });

  test('says of a first version that it is new', () => {
    expect(
      meaningOf(azapi(type, 'new', undefined, pipeline('c3d4c3d4c3d4c3d4', Unknown.VALUE))),
    ).toEqual(['pipeline churn: version c3d4c3d4 is new']);
  });

  test('is the default of its endpoint that moves', () => {
    const of = (deploymentName: string): PlanValue => ({
      method: 'PUT',
      body: { properties: { defaults: { deploymentName } } },
    });
    expect(
      meaningOf(
        azapi(`${ML}/batchEndpoints`, 'scoring', of('version-1'), of('version-2'), {
          address: 'azapi_resource_action.Scoring_Configuration_52BAB6AC',
        }),
      ),
    ).toEqual(['default moves from version-1 to version-2: callers get it from then on']);
  });
});

describe('the meaning of a role assignment', () => {
  const BLOBS =
    '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe';
  const OWNER =
    '/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
  const address =
    'azurerm_role_assignment.Cpu_StorageBlobDataContributorOnStorage-787734c3_D45E2628';
  const storage =
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';

  test('names who may do what on what, although ids are known only at apply', () => {
    expect(
      meaningOf(
        changed({
          address,
          after: { role_definition_id: BLOBS, principal_id: Unknown.VALUE, scope: Unknown.VALUE },
        }),
      ),
    ).toEqual(['identity Cpu now has Storage Blob Data Contributor on Storage']);
  });

  test('names who may run pipelines', () => {
    expect(
      meaningOf(
        changed({
          address:
            'azurerm_role_assignment.OnNewData_AzureMLV2PipelineInvokerMlwChurn7a84a58aOnWorkspace-f2aa7d15_6B56C705',
          after: {
            role_definition_id: Unknown.VALUE,
            principal_id: Unknown.VALUE,
            scope: Unknown.VALUE,
          },
        }),
      ),
    ).toEqual(['identity OnNewData may now run pipelines of Workspace']);
  });

  test('puts a broadened role before everything else', () => {
    const review = reviewed([
      changed({
        address: 'azurerm_machine_learning_workspace.Workspace_2F8C78CC',
        before: { name: 'mlw' },
      }),
      changed({
        address,
        action: ChangeAction.REPLACE,
        forcedBy: [['role_definition_id']],
        before: { role_definition_id: BLOBS, principal_id: 'p', scope: storage },
        after: { role_definition_id: OWNER, principal_id: 'p', scope: '/subscriptions/s' },
        differences: [
          { path: ['role_definition_id'], kind: 'changed' as never, before: BLOBS, after: OWNER },
          { path: ['scope'], kind: 'changed' as never, before: storage, after: '/subscriptions/s' },
        ],
      }),
    ]);
    expect(review.changes.map(({ kind }) => kind)).toEqual(['role assignment', 'workspace']);
    expect(review.changes[0]?.meaning.at(-1)).toBe(
      'role of identity Cpu is broadened: Storage Blob Data Contributor on st becomes Owner on subscription or group s',
    );
    expect(review.changes[0]?.danger).toBe('dangerous');
    expect(
      review.findings.map(({ check, severity, status }) => [check.id, severity, status]),
    ).toEqual([
      ['data-loss', 'high', 'introduced'],
      ['broad-role', 'high', 'introduced'],
      ['public-network-access', 'medium', 'removed'],
    ]);
  });
});

describe('the meaning of anything else', () => {
  test('is its differences, plain and compact', () => {
    const before = { a: 1, b: 'x', c: 'gone', tags: { x: 'y' } };
    const after = { a: 2, b: Unknown.VALUE, tags: { x: 'y', team: 'churn' } };
    expect(meaningOf(changed({ address: 'aws_thing.one', before, after }))).toEqual([
      'a: 1 → 2',
      'c: removed "gone"'.replaceAll('"', ''),
      'tags.team: added churn',
      'known after apply: b',
    ]);
  });

  test('never shows what is sensitive or looks like a secret', () => {
    const key = `AccountKey=${'k'.repeat(20)}`;
    const lines = meaningOf(
      changed({
        address: 'aws_thing.one',
        before: { a: Sensitive.VALUE, b: 'x' },
        after: { a: 'public now', b: key },
      }),
    );
    expect(lines).toEqual([
      'b: x → (looks like an account key, not shown)',
      'a sensitive value changes: a',
    ]);
  });

  test.each([
    [{ movedFrom: 'a.b', action: ChangeAction.NONE }, ['moved in the state from a.b']],
    [{ importedId: '/x/y', action: ChangeAction.NONE }, ['imported: /x/y']],
    [
      { deferred: 'the provider is not known', action: ChangeAction.NONE },
      ['put off: the provider is not known'],
    ],
    [{ action: ChangeAction.FORGET }, ['stays as it is, Terraform forgets it']],
  ])('tells what happens beside: %j', (given, meaning) => {
    expect(
      meaningOf(changed({ address: 'aws_thing.one', before: {}, after: {}, ...given })),
    ).toEqual(meaning);
  });

  test('says of drift that it happened outside Terraform', () => {
    const review = reviewed([
      changed({ address: 'aws_thing.one', before: { a: 1 }, after: { a: 2 }, isDrift: true }),
    ]);
    expect(review.changes[0]).toMatchObject({
      danger: 'none',
      isMinor: true,
      meaning: ['outside Terraform: a: 1 → 2'],
    });
    expect(review.verdict).toMatchObject({
      level: 'nothing',
      headline: '1 changed outside Terraform',
    });
  });

  test('asks for care where the plan undoes what happened outside Terraform', () => {
    const review = reviewed([
      changed({ address: 'aws_thing.one', before: { a: 1 }, after: { a: 2 }, isDrift: true }),
      changed({ address: 'aws_thing.one', before: { a: 2 }, after: { a: 1 } }),
    ]);
    expect(review.changes.map(({ danger, isDrift }) => [danger, isDrift])).toEqual([
      ['careful', true],
      ['none', false],
    ]);
    expect(review.verdict.level).toBe('changes');
  });

  test('leaves out drift that is only what azapi reads of its own accord', () => {
    const review = reviewed([
      azapi(
        `${ML}/schedules`,
        'nightly',
        { output: { state: 'a' }, body: { properties: { isEnabled: true } } },
        { output: { state: 'b' }, body: { properties: { isEnabled: 'True' } } },
        { isDrift: true },
      ),
    ]);
    expect(review.changes).toEqual([]);
    expect(review.verdict.level).toBe('nothing');
  });

  test('tells two long values from where they differ', () => {
    const id = `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Web/sites/${'a'.repeat(90)}`;
    expect(
      meaningOf(
        changed({ address: 'aws_thing.one', before: { a: `${id}1` }, after: { a: `${id}2` } }),
      ),
    ).toEqual([`a: …${'a'.repeat(24)}1 → …${'a'.repeat(24)}2`]);
  });

  test('calls a change of nothing but tags minor', () => {
    const [one] = reviewed([
      changed({
        address: 'aws_thing.one',
        before: { tags: { team: 'a' } },
        after: { tags: { team: 'b' } },
      }),
    ]).changes;
    expect(one).toMatchObject({ isMinor: true, meaning: ['tags.team: a → b'] });
  });

  test('is nothing where nothing happens', () => {
    const review = reviewed([
      changed({ before: { a: 1 }, after: { a: 1 }, action: ChangeAction.NONE }),
    ]);
    expect(review.changes).toEqual([]);
    expect(review.verdict).toMatchObject({ level: 'nothing', headline: 'No changes' });
  });
});
