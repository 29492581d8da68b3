import { UnscopedValidationError } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import type { DeclaredStack } from './declared-stack';

/**
 * The stacks to draw: all, or the one of a name.
 *
 * @throws UnscopedValidationError TopologyStackUnknown
 */
export function chosenStacks(
  stacks: readonly DeclaredStack[],
  name: string | undefined,
): readonly DeclaredStack[] {
  if (name === undefined) return stacks;
  const chosen = stacks.filter((stack) => stack.name === name);
  if (chosen.length > 0) return chosen;
  const names = stacks.map((stack) => stack.name);
  throw new UnscopedValidationError([
    problem('TopologyStackUnknown', {
      property: 'stack',
      must: `be one of ${choices(names)}`,
      got: name,
      ...nearestFix(name, names),
    }),
  ]);
}
