import { join } from 'node:path';
import { stackGroups } from '../../lib/rehearsal/read/stack-groups';
import { synthesizedStacks } from '../../lib/rehearsal/read/synthesized-stacks';
import {
  plainImports,
  scratchDocument,
  withoutPreventDestroy,
} from '../../lib/rehearsal/scratch-document';
import { Secrets } from '../../lib/rehearsal/secrets';
import { countsIn, diagnosticsIn } from '../../lib/rehearsal/terraform/messages';
import { commandsIn, plannedChanges } from '../../lib/rehearsal/terraform/planned-changes';
import { StackText } from '../../lib/rehearsal/terraform/stack-text';
import { folderOf } from '../support/folder';
import { group, groups, stackDocument, synthesized } from './stacks';

describe('the stacks of a folder', () => {
  test.each([
    ['what cdktf wrote', ''],
    ['its stacks', 'stacks'],
    ['one stack', 'stacks/b'],
  ])('are found in %s, with what cdktf says of their order', (_, below) => {
    const folder = synthesized({ b: groups('b', {}), a: groups('a', {}) }, { b: ['a'] });
    const found = synthesizedStacks(join(folder, below));
    expect(found.at(-1)).toMatchObject({ name: 'b', dependencies: ['a'] });
    expect(found.map(({ name }) => name)).toEqual(below === 'stacks/b' ? ['b'] : ['a', 'b']);
  });

  test('have the name of their folder where none is written', () => {
    const folder = folderOf({ 'stacks/churn/cdk.tf.json': '{}' });
    expect(synthesizedStacks(folder).map(({ name }) => name)).toEqual(['churn']);
  });

  test('are put together where something needs both, each behind what it needs', () => {
    const names = ['app', 'hub', 'jobs', 'lone', 'zone'];
    const stacks = synthesizedStacks(
      synthesized(Object.fromEntries(names.map((name) => [name, groups(name, {})])), {
        app: ['zone', 'hub'],
        jobs: ['hub', 'gone'],
      }),
    );
    const found = stackGroups(stacks, stacks, new Map());
    expect(found.map((one) => one.map(({ name }) => name))).toEqual([
      ['lone'],
      ['zone', 'hub', 'app', 'jobs'],
    ]);
  });
});

describe('the copy of a stack', () => {
  const options = { stateFile: 'x.tfstate', states: new Map([['hub', 'hub.tfstate']]) };

  test('has its state, and those it reads, in files, and nothing else changed', () => {
    const remote = { backend: 'azurerm', config: { key: 'k' }, workspace: 'w', defaults: { a: 1 } };
    const document = stackDocument('a', {
      data: { terraform_remote_state: { hub: remote, other: remote }, azurerm_subnet: { S: {} } },
    });
    const terraform = document['terraform'] as object;
    expect(scratchDocument(document, options)).toEqual({
      ...document,
      terraform: { ...terraform, backend: { local: { path: 'x.tfstate' } } },
      data: {
        azurerm_subnet: { S: {} },
        terraform_remote_state: {
          hub: { backend: 'local', config: { path: 'hub.tfstate' }, defaults: { a: 1 } },
          other: remote,
        },
      },
    });
  });

  test('has no block of Terraform Cloud', () => {
    const copy = scratchDocument(
      { terraform: { cloud: { organization: 'o' } } },
      { ...options, states: new Map() },
    );
    expect(copy).toEqual({ terraform: { backend: { local: { path: 'x.tfstate' } } } });
  });

  test('imports only what is looked up before', () => {
    const looked = { for_each: '${toset([])}', to: 'azapi_resource.A', id: 'i' };
    const document = { import: [{ to: 'azapi_resource.B', id: 'i' }, looked] };
    expect(scratchDocument(document, options)).toMatchObject({ import: [looked] });
    expect(plainImports(document)).toEqual(['azapi_resource.B']);
  });

  test.each([
    [{ prevent_destroy: true, ignore_changes: ['tags'] }],
    [[{ prevent_destroy: true, ignore_changes: ['tags'] }]],
  ])('gives up prevent_destroy and nothing else of %j', (lifecycle) => {
    const document = groups('a', { G: group('a/G', { lifecycle }), H: group('a/H') });
    const freed = { prevent_destroy: false, ignore_changes: ['tags'] };
    const expected = Array.isArray(lifecycle) ? [freed] : freed;
    expect(withoutPreventDestroy(document)).toEqual({
      ...document,
      resource: {
        azurerm_resource_group: {
          G: group('a/G', { lifecycle: expected }),
          H: group('a/H'),
        },
      },
    });
  });
});

describe('lines of a copied stack', () => {
  const text = new StackText({
    data: { azapi_resource: { D: { name: 'resource' } } },
    resource: {
      azapi_resource: {
        First: { '//': { metadata: { path: 'a/First' } }, body: { tags: { 'a"b': ['x', 'y'] } } },
        Second: { name: 'n' },
      },
    },
    terraform: { required_version: '1' },
    variable: { pw: { sensitive: true } },
    output: { o: { value: 1 } },
  });
  const lineOf = (part: string) =>
    text.text.split('\n').findIndex((line) => line.includes(part)) + 1;

  test.each([
    ['"name": "resource"', 'data.azapi_resource.D'],
    ['"First": {', 'azapi_resource.First'],
    ['"y"', 'azapi_resource.First'],
    ['"name": "n"', 'azapi_resource.Second'],
    ['"sensitive"', 'var.pw'],
    ['"value": 1', 'output.o'],
    ['"azapi_resource": {', undefined],
    ['"required_version"', undefined],
  ])('lead from %s to %s', (part, address) => {
    expect(text.addressAt(lineOf(part))).toBe(address);
  });

  test('lead to constructs', () => {
    expect(text.pathOf('azapi_resource.First["k"]')).toBe('a/First');
    expect(text.pathOf('azapi_resource.Second')).toBeUndefined();
  });
});

describe('secrets', () => {
  const document = {
    variable: {
      pw: { sensitive: true, default: 'from-default' },
      keys: { sensitive: true },
      open: { default: 'not-secret' },
    },
  };

  test('are hidden wherever they come from', () => {
    const folder = folderOf({
      'a.tfvars': 'open = "not-secret"\n  pw="quo\\"ted"\nkeys = ["no list"]\n',
      'b.tfvars.json': '{ "keys": { "a": ["deep-one"] }, "open": "not-secret" }',
    });
    const files = ['a.tfvars', 'b.tfvars.json'].map((name) => join(folder, name));
    const secrets = new Secrets(document, { TF_VAR_keys: 'from-environment' }, files);
    secrets.addPlan({ variables: { pw: { value: 'from-plan' }, open: { value: 'not-secret' } } });
    expect(
      secrets.hide('from-default quo"ted deep-one from-environment from-plan not-secret'),
    ).toBe('(sensitive) (sensitive) (sensitive) (sensitive) (sensitive) not-secret');
  });

  test('that are so short that they stand anywhere are left', () => {
    const secrets = new Secrets(document, { TF_VAR_pw: 'abc' }, []);
    expect(secrets.hide('abc')).toBe('abc');
  });
});

describe('what Terraform says', () => {
  test('is read from messages of a line each, and from one document', () => {
    const diagnostic = {
      severity: 'error',
      summary: 's',
      detail: 'd',
      range: { start: { line: 3 } },
    };
    const expected = [{ severity: 'error', summary: 's', detail: 'd', line: 3 }];
    const line = JSON.stringify({ type: 'diagnostic', diagnostic });
    expect(diagnosticsIn(`{"type":"version"}\nno JSON\n${line}\n`)).toEqual(expected);
    expect(diagnosticsIn(line)).toEqual(expected);
    expect(diagnosticsIn(JSON.stringify({ diagnostics: [diagnostic] }, null, 2))).toEqual(expected);
    expect(diagnosticsIn('')).toEqual([]);
  });

  test('is counted by its last summary', () => {
    const summary = (add: number) => JSON.stringify({ changes: { add, change: 0, remove: 1 } });
    expect(countsIn(`${summary(1)}\n${summary(2)}\n`)).toEqual({ add: 2, change: 0, remove: 1 });
    expect(countsIn('{"type":"version"}')).toBeUndefined();
  });

  test('of a plan becomes changes with paths and without values', () => {
    const change = {
      actions: ['delete', 'create'],
      before: { a: [1, 2], same: { x: null }, gone: 'v' },
      after: { a: [1, 3], same: {}, gone: null },
      after_unknown: { id: true, a: [false, false] },
      replace_paths: [['a', 1]],
    };
    const plan = {
      resource_changes: [
        { address: 'x.A', change },
        { address: 'x.B', change: { actions: ['no-op'] } },
        { address: 'data.x.C', change: { actions: ['read'] } },
      ],
      output_changes: { o: { actions: ['update'], before: 1, after: 2, after_unknown: false } },
    };
    expect(plannedChanges(plan)).toEqual([
      {
        address: 'x.A',
        actions: ['delete', 'create'],
        attributes: ['a.1', 'gone', 'id'],
        forcedBy: ['a.1'],
      },
      { address: 'output.o', actions: ['update'], attributes: [], forcedBy: [] },
    ]);
  });

  test('of commands is found in modules too', () => {
    const provisioners = [{ type: 'local-exec' }];
    const inner = { resources: [{ address: 'x.B', provisioners }] };
    const plan = {
      configuration: {
        root_module: {
          resources: [{ address: 'x.A', provisioners }, { address: 'x.C' }],
          module_calls: { m: { module: { module_calls: { n: { module: inner } } } } },
        },
      },
    };
    expect(commandsIn(plan)).toEqual(['x.A', 'module.m.module.n.x.B']);
  });
});
