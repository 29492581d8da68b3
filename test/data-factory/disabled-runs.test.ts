import {
  type Activity,
  ForEachActivity,
  IfConditionActivity,
  RunPipelineActivity,
  SwitchActivity,
  UntilActivity,
} from '../../lib/data-factory';
import type { IInvokablePipeline } from '../../lib/machine-learning/pipeline/invokable-pipeline';
import { activitiesOf, setUpPipeline } from './setup';

const INACTIVE = 'Inactive, counts as Succeeded';

/** Names of all activities in a definition, and whether they are run. */
function statesIn(definition: unknown): readonly (readonly [string, string])[] {
  if (typeof definition !== 'object' || definition === null) return [];
  const { name, typeProperties, state, onInactiveMarkAs } = definition as Partial<
    Record<string, unknown>
  >;
  const own =
    state === undefined ? 'active' : `${String(state)}, counts as ${String(onInactiveMarkAs)}`;
  return [
    ...(typeProperties === undefined ? [] : [[String(name), own] as const]),
    ...Object.values(definition).flatMap(statesIn),
  ];
}

const start = (name: string, pipeline: IInvokablePipeline): Activity =>
  new RunPipelineActivity(name, { pipeline, waitForCompletion: false });

const CONTAINERS: readonly [string, (activities: Activity[]) => Activity][] = [
  [
    'ForEach',
    (activities) => new ForEachActivity('Outer', { items: '@createArray(1)', activities }),
  ],
  [
    'IfCondition',
    (whenTrue) => new IfConditionActivity('Outer', { expression: '@true', whenTrue }),
  ],
  ['Until', (activities) => new UntilActivity('Outer', { expression: '@true', activities })],
  [
    'Switch',
    (activities) => new SwitchActivity('Outer', { on: '@a', cases: [{ value: 'x', activities }] }),
  ],
];

describe.each(CONTAINERS)('disabled runs in a %s', (_, container) => {
  function statesOf(activities: (off: IInvokablePipeline, on: IInvokablePipeline) => Activity[]) {
    const { stack, pipeline, v2 } = setUpPipeline();
    const off = Object.create(v2, { enabled: { value: false } }) as IInvokablePipeline;
    pipeline.addActivity(container(activities(off, v2)));
    return Object.fromEntries(statesIn(activitiesOf(stack)));
  }

  test('are inactive alone where others run', () => {
    expect(statesOf((off, on) => [start('Off', off), start('On', on)])).toEqual({
      Outer: 'active',
      Off: INACTIVE,
      On: 'active',
    });
  });

  test('make it inactive too where it does nothing else', () => {
    expect(statesOf((off) => [start('Off', off)])).toEqual({
      Outer: INACTIVE,
      Off: INACTIVE,
    });
  });
});
