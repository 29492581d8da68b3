import type { ReviewedStack } from '../../../lib/review/model';
import { ReviewSource } from '../../../lib/review/model';
import { readPlans } from '../../../lib/review/read/read-plans';
import { renderMarkdown, renderText } from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { VerdictLevel } from '../../../lib/review/verdict';
import { stackOf } from './plans';

function reviewOf(...stacks: readonly ReviewedStack[]): Review {
  return Review.of({ stacks, source: ReviewSource.PLAN });
}

function changeWith(type: string, ...actions: readonly string[]): object {
  const change = { actions, before: { size: 1 }, after: { size: 2 }, after_unknown: {} };
  return { address: `${type}.x`, mode: 'managed', type, name: 'x', change };
}

describe('a plan without changes that is not nothing', () => {
  test('is one whose planning ended with an error', () => {
    const { verdict } = reviewOf(stackOf({ errored: true, planned_values: {} }));
    expect(verdict).toMatchObject({
      level: VerdictLevel.CHANGES,
      headline: 'planning ended with an error: no changes until then',
    });
  });

  test('is one that invokes actions', () => {
    const { verdict } = reviewOf(
      stackOf({ planned_values: {}, action_invocations: [{ address: 'action.acme_ring.bell' }] }),
    );
    expect(verdict).toMatchObject({
      level: VerdictLevel.CHANGES,
      headline: '1 action to invoke',
    });
  });
});

test('an error in planning is told before what was planned until then', () => {
  const stack = stackOf({ errored: true, resource_changes: [changeWith('acme_box', 'update')] });
  expect(reviewOf(stack).verdict.headline).toBe('planning ended with an error: 1 to update');
});

test('actions are named, those that are put off apart, and nothing of their configuration', () => {
  const { notes } = stackOf({
    planned_values: {},
    action_invocations: [
      { address: 'action.acme_ring.bell', config_values: { pin: 'wren' } },
      { address: 'action.acme_ring.bell' },
      {},
    ],
    deferred_action_invocations: [
      { reason: 'x', action_invocation: { address: 'action.acme_ring.late' } },
    ],
  });
  expect(notes).toEqual([
    'actions of providers that it invokes: action.acme_ring.bell and one without an address',
    'actions of providers that are put off: action.acme_ring.late',
  ]);
});

test('checks of which nothing is known yet take one line together', () => {
  const check = (name: string, status: string) => ({ address: { to_display: name }, status });
  const { checks } = stackOf({
    planned_values: {},
    checks: [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => check(`check.${name}`, 'unknown')),
      check('check.z', 'fail'),
    ],
  });
  expect(checks).toHaveLength(2);
  expect(checks[0]).toBe('check.z fails');
  expect(checks[1]).toMatch(/^check\.a, .*check\.f and 2 more are known only at apply$/);
});

describe('an action that this version does not know', () => {
  test('is said to be one', () => {
    const review = reviewOf(stackOf({ resource_changes: [changeWith('acme_box', 'polish')] }));
    expect(review.changes[0]?.meaning).toContain(
      'updated: an action that is not known here: polish',
    );
  });

  test('is told with its reason', () => {
    const change = { ...changeWith('acme_box', 'polish'), action_reason: 'asked_for' };
    expect(stackOf({ resource_changes: [change] }).changes[0]?.reason).toBe(
      'an action that is not known here: polish; asked for',
    );
  });
});

test('what takes the place of something forgotten does not say that this is gone', () => {
  const stack = stackOf({ resource_changes: [changeWith('acme_box', 'create', 'forget')] });
  expect(renderMarkdown(reviewOf(stack))).toContain(
    'replaced: the former one stays as it is, Terraform forgets it',
  );
});

test.each([
  ['azurerm_key_vault', 'stays in Azure'],
  ['azapi_resource', 'stays in Azure'],
  ['acme_box', 'stays as it is'],
])('of a forgotten %s it says that it %s', (type, said) => {
  const review = reviewOf(stackOf({ resource_changes: [changeWith(type, 'forget')] }));
  expect(review.changes[0]?.meaning).toContain(`${said}, Terraform forgets it`);
});

test('an update of which the plan shows nothing says so', () => {
  const change = { actions: ['update'], before: { size: 1 }, after: { size: 1 } };
  const review = reviewOf(
    stackOf({ resource_changes: [{ ...changeWith('acme_box', 'update'), change }] }),
  );
  expect(review.changes[0]?.meaning).toEqual([
    'updated, although nothing differs that the plan shows',
  ]);
});

test('data that is read at apply takes one line together', () => {
  const reads = ['a', 'b', 'c'].map((name) => ({
    ...changeWith('acme_list', 'read'),
    address: `data.acme_list.${name}`,
    mode: 'data',
    name,
  }));
  const text = renderMarkdown(reviewOf(stackOf({ resource_changes: reads })));
  expect(text).toContain('- read 3 data acme_lists `a`, `b`, `c`\n');
  expect(text.match(/^- /gm)).toHaveLength(1);
});

test('what changed outside Terraform was not moved there', () => {
  const drift = { ...changeWith('acme_box', 'update'), previous_address: 'acme_box.former' };
  const review = reviewOf(stackOf({ resource_changes: [drift], resource_drift: [drift] }));
  const meanings = review.changes.map(({ isDrift, meaning }) => [isDrift, meaning]);
  expect(meanings).toContainEqual([true, ['outside Terraform: size: 1 → 2']]);
  expect(meanings).toContainEqual([
    false,
    ['moved in the state from acme_box.former', 'size: 1 → 2'],
  ]);
});

test('a resource without a name is called by its key', () => {
  const nameless = { ...changeWith('acme_box', 'create'), name: '', address: 'acme_box.["k"]' };
  const { changes } = reviewOf(stackOf({ resource_changes: [nameless] }));
  expect(changes[0]?.title.trim()).toBe(changes[0]?.title);
});

test.each([
  [1, '1', 'a: 1 → "1"'],
  ['true', true, 'a: "true" → true'],
  ['x', 'y', 'a: x → y'],
])('a value that becomes another kind of value is told: %p and %p', (before, after, said) => {
  const change = { actions: ['update'], before: { a: before }, after: { a: after } };
  const review = reviewOf(
    stackOf({ resource_changes: [{ ...changeWith('acme_box', 'update'), change }] }),
  );
  expect(review.changes[0]?.meaning).toEqual([said]);
});

test('states that are no objects are told to differ as a whole', () => {
  const meaningOf = (more: object) => {
    const change = { actions: ['update'], before: 'wren', after: 7, ...more };
    const stack = stackOf({ resource_changes: [{ ...changeWith('acme_box', 'update'), change }] });
    return reviewOf(stack).changes[0]?.meaning;
  };
  expect(meaningOf({})).toEqual(['all of it: wren → 7']);
  expect(meaningOf({ before_sensitive: true, after_sensitive: true })).toEqual([
    'a sensitive value changes: all of it',
  ]);
});

test('an output of which only that it is sensitive changes says no more', () => {
  const output = { actions: ['update'], before: 'wren', after: 'wren', after_sensitive: true };
  const text = renderText(reviewOf(stackOf({ output_changes: { key: output } })));
  expect(text).toContain('update key of churn: sensitive\n');
});

test.each([
  [{ key: true }, 'an id that is sensitive'],
  [{ other: true }, '{"key":"wren","n":9007199254740993}'],
])('an import by an identity with marks %j tells %s', (marks, told) => {
  const importing = { identity: { key: 'wren', n: 'N' } };
  const change = { actions: ['no-op'], before: {}, after: {}, before_sensitive: marks, importing };
  const text = JSON.stringify({ resource_changes: [{ ...changeWith('acme_box'), change }] });
  const plan = `{"format_version":"1.2",${text.slice(1).replace('"N"', '9007199254740993')}`;
  const [stack] = readPlans([{ name: 'churn.json', bytes: Buffer.from(plan) }]).stacks;
  expect(stack?.changes[0]?.importedId?.replace('"9', '9').replace('3"', '3')).toBe(told);
});
