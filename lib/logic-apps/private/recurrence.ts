import type { ArmObject } from '../../azapi/azapi-types';
import type { Duration } from '../../core/duration';

const UNITS = [
  ['Day', 86_400],
  ['Hour', 3600],
  ['Minute', 60],
] as const;

/** `{ frequency, interval }` of a trigger: the largest unit that divides the duration. Pure. */
export function renderRecurrence(duration: Duration): ArmObject {
  const seconds = duration.toSeconds();
  const [frequency, unit] = UNITS.find(([, length]) => seconds % length === 0) ?? ['Second', 1];
  return { frequency, interval: seconds / unit };
}
