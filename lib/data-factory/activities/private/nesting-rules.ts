import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { ArmActivity } from './activity-body';

/** What activities around others may not hold, by type. */
const REFUSED: ReadonlyMap<string, readonly string[]> = new Map([
  ['ForEach', ['ForEach', 'Until', 'Validation']],
  ['Until', ['ForEach', 'Until', 'Validation']],
  ['IfCondition', ['ForEach', 'Until', 'IfCondition', 'Switch', 'Validation']],
  ['Switch', ['ForEach', 'Until', 'IfCondition', 'Switch', 'Validation']],
]);

/**
 * What is wrong with an activity inside another one. Pure.
 *
 * Loops hold conditions, but no loops; conditions hold neither.
 *
 * @see https://learn.microsoft.com/azure/data-factory/concepts-nested-activities
 */
export function nestingProblems(
  container: string,
  name: string,
  activities: readonly ArmActivity[],
): readonly Problem[] {
  const refused = activities.find(({ type }) => (REFUSED.get(container) ?? []).includes(type));
  return refused === undefined
    ? []
    : [
        problem('ActivityNestingInvalid', {
          property: `activities of a ${container} activity`,
          must: `not hold ${refused.type} activities, which the service does not nest`,
          got: name,
          fix: 'move it to a pipeline of its own, and run that one with an ExecutePipelineActivity',
        }),
      ];
}
