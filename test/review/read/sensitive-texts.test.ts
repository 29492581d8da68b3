import { Sensitive } from '../../../lib/review/model';
import { stackOf } from './plans';

const SECRET = 'wren-4471-secret';

/** What a plan of an old format shows of a resource in a module that has a sensitive variable. */
function shownIn(module: object, more: object = {}, values: object = {}): unknown {
  const after = { url: `acme://${SECRET}@host`, size: 'large', ...values };
  const { resources } = stackOf({
    format_version: '0.1',
    configuration: { root_module: { module_calls: { box: { module, ...more } } } },
    variables: { pin: { value: SECRET }, size: { value: 'large' } },
    planned_values: {
      root_module: {
        resources: [{ address: 'acme_key.k', values: { pin: SECRET, size: 'large' } }],
        child_modules: [
          { resources: [{ address: 'module.box["a.b"].acme_vault.v[0]', values: after }] },
        ],
      },
    },
    resource_changes: [
      {
        address: 'module.box["a.b"].acme_vault.v[0]',
        mode: 'managed',
        type: 'acme_vault',
        name: 'v',
        change: { actions: ['create'], before: null, after, after_unknown: {} },
      },
    ],
  });
  return resources[0]?.after;
}

const HIDDEN = { url: Sensitive.VALUE, size: 'large' };
const PIN = { variables: { pin: { sensitive: true }, size: {} } };

function given(expression: object): object {
  return { expressions: { pin: expression, size: { references: ['var.size'] } } };
}

describe('a sensitive variable of a module in a plan of an old format', () => {
  test.each([
    ['a constant', PIN, given({ constant_value: SECRET })],
    ['a variable of the root', PIN, given({ references: ['var.pin'] })],
    [
      'an attribute, not what else the resource has',
      PIN,
      given({ references: ['acme_key.k.pin', 'acme_key.k'] }),
    ],
    ['its default', { variables: { pin: { sensitive: true, default: SECRET } } }, {}],
  ])('is hidden where it is given %s', (_, module, more) => {
    expect(shownIn(module, more)).toEqual(HIDDEN);
  });

  test('is hidden where it is given to a module in the module', () => {
    const outer = {
      variables: { open: {} },
      module_calls: { inner: { module: PIN, expressions: { pin: { references: ['var.open'] } } } },
    };
    const more = { expressions: { open: { references: ['var.pin'] } } };
    expect(shownIn(outer, more)).toEqual(HIDDEN);
  });

  test('is hidden where nobody can tell what it is given, but what is made of it', () => {
    const module = {
      ...PIN,
      resources: [
        {
          address: 'acme_vault.v',
          expressions: {
            url: { references: ['var.pin'] },
            rule: [{ key: { references: ['var.pin["x"]', 'var.pin'] } }],
            size: { references: ['var.size'] },
          },
        },
      ],
    };
    const values = { rule: [{ key: 'of-another-name' }] };
    expect(shownIn(module, given({ references: ['local.pin'] }), values)).toEqual({
      ...HIDDEN,
      rule: [{ key: Sensitive.VALUE }],
    });
  });

  test('is hidden where it is a sensitive output of another module', () => {
    const module = {
      outputs: { pin: { sensitive: true, expression: { references: ['module.inner.pin'] } } },
      module_calls: {
        inner: {
          module: { outputs: { pin: { expression: { constant_value: SECRET } } } },
        },
      },
    };
    expect(shownIn(module)).toEqual(HIDDEN);
  });

  test('is shown where nothing is marked', () => {
    const module = { variables: { pin: {} }, outputs: { pin: {} } };
    expect(shownIn(module, given({ references: ['var.pin'] }))).toEqual({
      url: `acme://${SECRET}@host`,
      size: 'large',
    });
  });

  test('is looked for no longer than the configuration is long, also where it refers to itself', () => {
    const outputs = { pin: { sensitive: true, expression: { references: ['module.box.pin'] } } };
    const module = { ...PIN, outputs, module_calls: { box: { module: { outputs } } } };
    expect(shownIn(module, given({ references: ['module.box.pin', 7, null] }))).toMatchObject({
      size: 'large',
    });
  });
});

test('a sensitive number is hidden as number and as text, and not where it is short', () => {
  const { resources } = stackOf({
    format_version: '0.1',
    configuration: {
      root_module: { variables: { pin: { sensitive: true }, port: { sensitive: true } } },
    },
    variables: { pin: { value: 447_112 }, port: { value: 443 } },
    resource_changes: [
      {
        address: 'acme_vault.v',
        mode: 'managed',
        type: 'acme_vault',
        name: 'v',
        change: {
          actions: ['update'],
          before: {},
          after: { pin: 447_112, text: '447112', port: 443, other: 447_113 },
        },
      },
    ],
  });
  expect(resources[0]?.after).toEqual({
    pin: Sensitive.VALUE,
    text: Sensitive.VALUE,
    port: 443,
    other: 447_113,
  });
});

test('a key that holds what is sensitive is not shown either', () => {
  const { resources } = stackOf({
    format_version: '0.1',
    configuration: { root_module: { variables: { pin: { sensitive: true } } } },
    variables: { pin: { value: SECRET } },
    resource_changes: [
      {
        address: 'acme_vault.v',
        mode: 'managed',
        type: 'acme_vault',
        name: 'v',
        change: {
          actions: ['update'],
          before: { of: { a: { b: 1 } }, size: 1 },
          after: { of: { a: { [SECRET]: 1 } }, size: 2 },
        },
      },
    ],
  });
  expect(resources[0]?.differences).toEqual([
    { path: ['of', 'a'], kind: 'changed', before: Sensitive.VALUE, after: Sensitive.VALUE },
    { path: ['size'], kind: 'changed', before: 1, after: 2 },
  ]);
});
