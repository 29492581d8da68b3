import type { Duration } from '../../../core/duration';
import { type ActivityParts, type ArmActivity, renderActivity } from './activity-body';

/**
 * A `Wait` activity. Pure.
 *
 * @returns the activity with `typeProperties: { waitTimeInSeconds }`
 */
export function renderWait(
  name: string,
  duration: Duration,
  parts: Pick<ActivityParts, 'description' | 'dependsOn'>,
): ArmActivity {
  return renderActivity({
    name,
    type: 'Wait',
    ...parts,
    typeProperties: { waitTimeInSeconds: duration.toSeconds() },
  });
}
