import { differencesBetween } from '../../../lib/review/compare/differences';
import { Hidden } from '../../../lib/review/compare/marked-value';
import { Sensitive, Unknown } from '../../../lib/review/model';
import { stackOf } from './plans';

const SECRET = 'wren-4471-secret';

function vault(before: unknown, after: unknown, marks: object = {}): object {
  return {
    address: 'acme_vault.v',
    mode: 'managed',
    type: 'acme_vault',
    name: 'v',
    change: { actions: ['update'], before, after, after_unknown: {}, ...marks },
  };
}

function stateOf(values: object, sensitive_values: object): object {
  const resource = { address: 'acme_vault.v', values, sensitive_values };
  return { child_modules: [{ resources: [resource] }] };
}

describe('what a plan of an old format marks beside its changes', () => {
  test('is hidden by the marks of the planned and the prior state', () => {
    const { resources } = stackOf({
      format_version: '0.2',
      resource_changes: [vault({ pin: `${SECRET}-1` }, { pin: SECRET, size: 2 })],
      planned_values: { root_module: stateOf({}, { pin: true }) },
      prior_state: { values: { root_module: stateOf({}, { pin: true }) } },
    });
    expect(resources[0]).toMatchObject({
      before: { pin: Sensitive.VALUE },
      after: { pin: Sensitive.VALUE, size: 2 },
    });
  });

  test.each([
    ['the planned values', { planned_values: { outputs: { key: { sensitive: true } } } }],
    ['the prior state', { prior_state: { values: { outputs: { key: { sensitive: true } } } } }],
    [
      'the configuration',
      { configuration: { root_module: { outputs: { key: { sensitive: true } } } } },
    ],
  ])('is hidden in outputs by %s', (_, more) => {
    const { outputs } = stackOf({
      format_version: '0.1',
      output_changes: {
        key: { actions: ['update'], before: `${SECRET}-1`, after: SECRET, after_unknown: false },
        host: { actions: ['create'], before: null, after: 'here', after_unknown: false },
      },
      ...more,
    });
    expect(outputs).toMatchObject([
      { name: 'key', before: Sensitive.VALUE, after: Sensitive.VALUE },
      { name: 'host', before: null, after: 'here' },
    ]);
  });

  test('is hidden where it comes from a sensitive variable', () => {
    const stack = stackOf({
      format_version: '0.1',
      variables: { pin: { value: { of: [SECRET] } }, short: { value: 'ab' }, open: { value: 'o' } },
      configuration: {
        root_module: {
          variables: { pin: { sensitive: true }, short: { sensitive: true }, open: {} },
        },
      },
      resource_changes: [
        vault(null, { url: `acme://${SECRET}@host`, two: 'ab', three: 'abc', four: 'o' }),
      ],
      output_changes: { pin: { actions: ['create'], before: null, after: SECRET } },
    });
    expect(stack.resources[0]?.after).toEqual({
      url: Sensitive.VALUE,
      two: Sensitive.VALUE,
      three: 'abc',
      four: 'o',
    });
    expect(stack.outputs[0]?.after).toBe(Sensitive.VALUE);
  });

  test('is not looked for where a change has marks of its own', () => {
    const { resources } = stackOf({
      resource_changes: [vault({}, { pin: 'open' }, { after_sensitive: {} })],
      planned_values: { root_module: stateOf({}, { pin: true }) },
    });
    expect(resources[0]?.after).toEqual({ pin: 'open' });
  });
});

describe('a value that is sensitive only before or only after', () => {
  test.each([
    [new Hidden('x'), SECRET],
    [SECRET, new Hidden('x')],
    [{ deep: [SECRET] }, new Hidden('x')],
  ])('is not shown on the other side: %#', (before, after) => {
    expect(differencesBetween({ pin: before }, { pin: after })).toEqual([
      { path: ['pin'], kind: 'changed', before: Sensitive.VALUE, after: Sensitive.VALUE },
    ]);
  });

  test('is told to be there, or to be known later', () => {
    const hidden = { pin: new Hidden('x') };
    expect(differencesBetween({ pin: null }, hidden)).toMatchObject([
      { kind: 'added', before: null, after: Sensitive.VALUE },
    ]);
    expect(differencesBetween(hidden, { pin: Unknown.VALUE })).toMatchObject([
      { before: Sensitive.VALUE, after: Unknown.VALUE },
    ]);
  });

  test('is not shown as the former value of an output', () => {
    const { outputs } = stackOf({
      output_changes: {
        key: { actions: ['update'], before: SECRET, after: SECRET, after_sensitive: true },
      },
    });
    expect(outputs).toMatchObject([{ before: Sensitive.VALUE, after: Sensitive.VALUE }]);
  });

  test('does not name the resource', () => {
    const { resources } = stackOf({
      resource_changes: [
        vault({ name: SECRET }, { name: SECRET }, { after_sensitive: { name: true } }),
      ],
    });
    expect(resources[0]?.label).toBe('v');
  });
});

test.each([
  { before_sensitive: { id: true } },
  { after_sensitive: { id: true } },
  { after_sensitive: true },
])('an id that %j hides is not told by an import', (marks) => {
  const { resources } = stackOf({
    resource_changes: [
      vault({ id: SECRET }, { id: SECRET }, { importing: { id: SECRET }, ...marks }),
    ],
  });
  expect(resources[0]?.importedId).toBe('an id that is sensitive');
});
