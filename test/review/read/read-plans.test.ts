import { ChangeAction, Sensitive, Unknown } from '../../../lib/review/model';
import { planDocuments } from '../../../lib/review/read/plan-document';
import { readPlans } from '../../../lib/review/read/read-plans';
import { changeOf, planned, stackOf } from './plans';

const PLAN = JSON.stringify({ format_version: '1.2', resource_changes: [] });

describe('reading plans', () => {
  test.each([
    ['UTF-8', Buffer.from(PLAN)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${PLAN}`)],
    ['UTF-16', Buffer.from(PLAN, 'utf16le')],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${PLAN}`, 'utf16le')],
    ['UTF-16, the high byte first', Buffer.from(`\ufeff${PLAN}`, 'utf16le').swap16()],
  ])('takes %s', (_, bytes) => {
    expect(readPlans([{ name: 'churn.json', bytes }]).stacks.map(({ name }) => name)).toEqual([
      'churn',
    ]);
  });

  test('takes several plans in one file', () => {
    const { stacks } = readPlans([{ name: 'all.json', bytes: Buffer.from(`${PLAN}\n${PLAN}`) }]);
    expect(stacks.map(({ name }) => name)).toEqual(['all #1', 'all #2']);
  });

  test.each([
    ['nothing', '', 'got nothing'],
    ['a plan that is cut off', PLAN.slice(0, -3), 'cut off after'],
    ['wrapped output', `[command]/usr/bin/terraform show\n${PLAN}`, 'terraform_wrapper: false'],
    ['a binary plan', 'PK\u0003\u0004x', 'binary form'],
    ['text', 'Error: no plan', 'text that begins with "Error: no plan"'],
    ['a list', '[]', 'a JSON list'],
    ['a state file', '{"serial":1,"lineage":"x"}', 'a state file'],
    ['a shown state', '{"format_version":"1.0","values":{}}', 'a state, shown without a plan'],
    ['a log', '{"@level":"info"}\n{"@level":"info"}', 'the log of'],
    ['a synthesized stack', '{"terraform":{}}', '--base and --head'],
    ['what follows a plan', `${PLAN} done`, 'text that begins with "done"'],
    ['too much nesting', `{"a":${'['.repeat(600)}${']'.repeat(600)}}`, 'nested more than 500'],
  ])('says of %s what it found', (_, text, said) => {
    const read = () => planDocuments({ name: 'p', bytes: Buffer.from(text) });
    expect(read).toThrow(said);
    expect(read).toThrow('[PlanInvalid]');
  });

  test.each(['2.0', 'x', 1])('refuses format version %p', (format_version) => {
    const bytes = Buffer.from(JSON.stringify({ format_version, resource_changes: [] }));
    expect(() => planDocuments({ name: 'p', bytes })).toThrow('[PlanFormatUnsupported]');
  });

  test('tells moves, imports, reasons, drift, deferred changes, checks and notes', () => {
    const nothing = { actions: ['no-op'], before: {}, after: {} };
    const stack = stackOf({
      errored: true,
      complete: false,
      resource_changes: [
        planned('azurerm_storage_account', nothing, {
          previous_address: 'azurerm_storage_account.y',
        }),
        planned('azurerm_key_vault', { ...nothing, importing: { id: '/subscriptions/s' } }),
        planned('azurerm_service_plan', nothing),
        planned(
          'azurerm_subnet',
          { actions: ['delete', 'create'], replace_paths: [['name']] },
          { action_reason: 'replace_because_tainted' },
        ),
        planned('azurerm_virtual_network', { actions: ['forget'] }),
      ],
      resource_drift: [planned('azurerm_data_factory', { before: { tags: {} }, after: null })],
      deferred_changes: [
        { reason: 'absent_prereq', resource_change: planned('azurerm_resource_group', {}) },
      ],
      checks: [
        {
          status: 'fail',
          address: { to_display: 'check.x' },
          instances: [{ problems: [{ message: 'no' }] }],
        },
      ],
    });
    expect(
      stack.changes.map(
        ({ type, action, movedFrom, importedId, reason, deferred, isDrift, forcedBy }) => ({
          type,
          action,
          told: movedFrom ?? importedId ?? reason ?? deferred ?? isDrift,
          forcedBy,
        }),
      ),
    ).toEqual([
      {
        type: 'azurerm_storage_account',
        action: 'no-op',
        told: 'azurerm_storage_account.y',
        forcedBy: [],
      },
      { type: 'azurerm_key_vault', action: 'no-op', told: '/subscriptions/s', forcedBy: [] },
      {
        type: 'azurerm_subnet',
        action: 'replace',
        told: 'it is tainted: its last creation failed',
        forcedBy: [['name']],
      },
      { type: 'azurerm_virtual_network', action: 'forget', told: false, forcedBy: [] },
      {
        type: 'azurerm_resource_group',
        action: 'update',
        told: 'something that it needs is not there yet',
        forcedBy: [],
      },
      { type: 'azurerm_data_factory', action: 'update', told: true, forcedBy: [] },
    ]);
    expect(stack.resources).toHaveLength(5);
    expect(stack.checks).toEqual(['check.x fails: no']);
    expect(stack.notes).toHaveLength(2);
  });

  test('predicts what forced a replacement where an old plan does not say', () => {
    const change = changeOf(
      planned('azurerm_machine_learning_compute_cluster', {
        actions: ['delete', 'create'],
        before: { vm_size: 'A', tags: { a: '1' } },
        after: { vm_size: 'B', tags: { a: '2' } },
      }),
    );
    expect({ action: change.action, forcedBy: change.forcedBy }).toEqual({
      action: ChangeAction.REPLACE,
      forcedBy: [['vm_size']],
    });
  });

  test('hides what is sensitive, and never decodes it', () => {
    const change = changeOf(
      planned('azurerm_linux_web_app', {
        before: { settings: '{"key":"s3cret"}', list: ['s3cret'], open: 'x' },
        after: { settings: '{"key":"s3cret2"}', list: ['s3cret'], open: 'y' },
        before_sensitive: { settings: true, list: [true] },
        after_sensitive: { settings: true, list: true },
        after_unknown: { id: true },
      }),
    );
    expect(change.after).toEqual({
      settings: Sensitive.VALUE,
      list: Sensitive.VALUE,
      open: 'y',
      id: Unknown.VALUE,
    });
    expect(change.differences.map(({ path }) => path.join('.'))).toEqual([
      'settings',
      'list',
      'open',
      'id',
    ]);
    expect(JSON.stringify(change)).not.toContain('s3cret');
  });

  test('hides marks that do not fit, and what the schema of the provider marks', () => {
    const change = changeOf(
      planned('azurerm_key_vault_secret', {
        before: { value: 's3cret', name: 's3cret' },
        after: { value: 's3cret' },
        before_sensitive: { name: { deep: true } },
      }),
    );
    expect(JSON.stringify(change)).not.toContain('s3cret');
  });

  test('keeps its parts when it is spread', () => {
    const change = {
      ...changeOf(planned('azapi_resource', { before: {}, after: { name: 'n', type: 'A.B/c@1' } })),
    };
    expect(change).toMatchObject({ label: 'n', armType: 'A.B/c' });
  });
});
