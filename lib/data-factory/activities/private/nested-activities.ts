import { ValidationError } from '../../../core/errors';
import { type ActivityChain, renderChains } from '../../private/activity-chain';
import { graphProblems } from '../../private/activity-graph';
import { namesIn } from '../../private/activity-names';
import { takenProblems } from '../../private/data-factory-pipeline-rules';
import type { Activity } from '../activity';
import type { ArmActivity } from './activity-body';
import type { ActivityContext, BoundActivity } from './activity-context';
import { nestingProblems } from './nesting-rules';

/** The activities inside another one, once it is in a pipeline. */
export interface NestedActivities extends Required<
  Pick<BoundActivity, 'runs' | 'grants' | 'executes' | 'linked' | 'checks' | 'otherWork'>
> {
  /** As the service takes them, with what each waits for at the time of the call. */
  readonly render: () => readonly ArmActivity[];
  readonly isEmpty: boolean;
}

/**
 * Binds activities that stand in another one. They wait for each other only, as the service has it.
 *
 * @param container type of the activity around them, spelt as the service spells it
 * @throws ValidationError ActivityNestingInvalid, ActivityNameTaken, and what the activities find
 */
export function bindNested(
  container: string,
  activities: readonly Activity[],
  context: ActivityContext,
): NestedActivities {
  const bound = activities.map((activity) => ({ activity, ...activity._boundIn(context) }));
  refuse(
    bound.flatMap((one) => nestingProblems(container, one.activity.name, one.activities)),
    context,
  );
  const names = bound.flatMap((one) => namesIn(one.activities));
  refuse(
    takenProblems(
      names.filter((name, index) => names.indexOf(name) !== index),
      names,
    ),
    context,
  );
  const chains: readonly ActivityChain[] = bound.map((one) => ({
    name: one.activity.name,
    activities: one.activities,
    get dependencies() {
      return one.activity.dependencies;
    },
  }));
  const graph = () =>
    graphProblems(
      chains.map(({ name, dependencies }) => ({
        name,
        waitsFor: dependencies.map(({ activity }) => activity),
      })),
    );
  return {
    render: () => renderChains(chains),
    runs: bound.flatMap(({ runs }) => runs),
    grants: bound.flatMap(({ grants = [] }) => grants),
    executes: bound.flatMap(({ executes = [] }) => executes),
    linked: bound.flatMap(({ linked = [] }) => linked),
    checks: [graph, ...bound.flatMap(({ checks = [] }) => checks)],
    otherWork: bound.some(({ enabled }) => enabled),
    isEmpty: bound.length === 0,
  };
}

function refuse(problems: ReturnType<typeof takenProblems>, { pipeline }: ActivityContext): void {
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ValidationError([first, ...rest], pipeline);
}
