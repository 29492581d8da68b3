import type { ArmActivity } from '../../lib/data-factory/activities/private/activity-body';
import { DependencyCondition } from '../../lib/data-factory';
import {
  type ActivityChain,
  onChain,
  renderChains,
} from '../../lib/data-factory/private/activity-chain';
import { findCycle } from '../../lib/core/dependency-graph';
import { graphProblems } from '../../lib/data-factory/private/activity-graph';

const { SUCCEEDED, FAILED, SKIPPED, COMPLETED } = DependencyCondition;

function activity(name: string): ArmActivity {
  return { name, type: 'Wait', dependsOn: [], typeProperties: {} };
}

const CHAIN = [activity('start'), activity('wait'), activity('check')] as const;

/** Every way in which a chain can end: what follows a failure is skipped. */
const ENDINGS: readonly (readonly [DependencyCondition, readonly DependencyCondition[]])[] = [
  [SUCCEEDED, [SUCCEEDED, SUCCEEDED, SUCCEEDED]],
  [FAILED, [FAILED, SKIPPED, SKIPPED]],
  [FAILED, [SUCCEEDED, FAILED, SKIPPED]],
  [FAILED, [SUCCEEDED, SUCCEEDED, FAILED]],
  [SKIPPED, [SKIPPED, SKIPPED, SKIPPED]],
];

const CANCELLED_CHAIN = [
  activity('start'),
  activity('wait'),
  activity('cancel'),
  activity('check'),
] as const;

/** The same where a failure of the loop is followed by cancelling, and both by the check. */
const CANCELLED_ENDINGS: typeof ENDINGS = [
  [SUCCEEDED, [SUCCEEDED, SUCCEEDED, SKIPPED, SUCCEEDED]],
  [FAILED, [FAILED, SKIPPED, SKIPPED, SKIPPED]],
  [FAILED, [SUCCEEDED, FAILED, SUCCEEDED, FAILED]],
  [FAILED, [SUCCEEDED, FAILED, FAILED, FAILED]],
  [FAILED, [SUCCEEDED, SUCCEEDED, SKIPPED, FAILED]],
  [SKIPPED, [SKIPPED, SKIPPED, SKIPPED, SKIPPED]],
];

const completed: string = COMPLETED;

/** As Data Factory decides: any condition on one activity, all activities. */
function starts(
  chain: ActivityChain['activities'],
  anyOf: readonly DependencyCondition[],
  ends: readonly DependencyCondition[],
): boolean {
  return onChain(chain, anyOf).every(({ activity: name, dependencyConditions }) => {
    const end = ends[chain.findIndex((each) => each.name === name)];
    return dependencyConditions.some(
      (condition) =>
        condition === String(end) ||
        (condition === completed && (end === SUCCEEDED || end === FAILED)),
    );
  });
}

const SETS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((bits) =>
  [SUCCEEDED, FAILED, SKIPPED, COMPLETED].filter((_, index) => (bits >> index) % 2 === 1),
);

describe('waiting for several activities as for one', () => {
  test.each(SETS.map((set) => [set.join(' or '), set] as const))(
    'starts on %s and on nothing else',
    (_, anyOf) => {
      const asked = (end: DependencyCondition) =>
        anyOf.includes(end) || (anyOf.includes(COMPLETED) && [SUCCEEDED, FAILED].includes(end));
      for (const [end, ends] of ENDINGS) {
        expect([ends, starts(CHAIN, anyOf, ends)]).toEqual([ends, asked(end)]);
      }
      for (const [end, ends] of CANCELLED_ENDINGS) {
        expect([ends, starts(CANCELLED_CHAIN, anyOf, ends)]).toEqual([ends, asked(end)]);
      }
    },
  );

  test('is waiting for the last where success is waited for', () => {
    expect(onChain(CHAIN, [SUCCEEDED])).toEqual([
      { activity: 'check', dependencyConditions: ['Succeeded'] },
    ]);
  });

  test('is what was asked for where there is one only', () => {
    expect(onChain([activity('only')], [FAILED, SKIPPED])).toEqual([
      { activity: 'only', dependencyConditions: ['Failed', 'Skipped'] },
    ]);
  });
});

describe('chains of activities', () => {
  test('start with what waits for the others', () => {
    const chains: readonly ActivityChain[] = [
      { name: 'start', activities: CHAIN, dependencies: [] },
      {
        name: 'notify',
        activities: [activity('notify')],
        dependencies: [{ activity: 'start' }, { activity: 'start', conditions: [SUCCEEDED] }],
      },
    ];
    expect(renderChains(chains)).toEqual([
      ...CHAIN,
      {
        ...activity('notify'),
        dependsOn: [{ activity: 'check', dependencyConditions: ['Succeeded'] }],
      },
    ]);
  });

  test('wait for one activity once, in any of the ways asked for', () => {
    const chains: readonly ActivityChain[] = [
      { name: 'a', activities: [activity('a')], dependencies: [] },
      {
        name: 'b',
        activities: [activity('b')],
        dependencies: [
          { activity: 'a', conditions: [FAILED] },
          { activity: 'a', conditions: [FAILED, SKIPPED] },
        ],
      },
    ];
    expect(renderChains(chains)[1]?.dependsOn).toEqual([
      { activity: 'a', dependencyConditions: ['Failed', 'Skipped'] },
    ]);
  });
});

describe('the order of activities', () => {
  test.each([
    ['a line', [['a'], ['b', 'a'], ['c', 'b']], undefined],
    ['a diamond', [['d', 'b', 'c'], ['b', 'a'], ['c', 'a'], ['a']], undefined],
    ['what is not there', [['a', 'b']], undefined],
    ['itself', [['a', 'a']], ['a', 'a']],
    [
      'a circle',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      ['a', 'b', 'c', 'a'],
    ],
    [
      'a circle behind a line',
      [
        ['x', 'a'],
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b', 'a'],
    ],
  ])('of %s', (_, lines, cycle) => {
    const waitsFor = new Map(lines.map(([name = '', ...others]) => [name, others]));
    expect(findCycle(waitsFor)).toEqual(cycle);
  });

  test('fails step by step where activities wait for themselves', () => {
    const problems = graphProblems([
      { name: 'Train', waitsFor: ['Notify'] },
      { name: 'Notify', waitsFor: ['Train'] },
    ]);
    expect(problems).toEqual([
      {
        code: 'ActivityDependencyCycle',
        property: 'activities',
        must: 'not wait for themselves',
        got: '"Train -> Notify -> Train"',
        fix: 'remove one of: "Train" waits for "Notify", "Notify" waits for "Train"',
      },
    ]);
  });

  test('fails with the nearest name where an activity is not known', () => {
    const problems = graphProblems([
      { name: 'Train', waitsFor: [] },
      { name: 'Notify', waitsFor: ['Trian', 'Other thing'] },
    ]);
    expect(problems.map(({ code, got, fix }) => [code, got, fix])).toEqual([
      ['ActivityDependencyUnknown', '"Trian"', 'did you mean "Train"?'],
      ['ActivityDependencyUnknown', '"Other thing"', 'add that activity to the pipeline'],
    ]);
  });
});
