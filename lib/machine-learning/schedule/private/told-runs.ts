import { UnscopedValidationError } from '../../../core/errors';
import { wallTimeAt } from '../../../core/zoned-time';
import type { IScheduleTrigger } from '../schedule-trigger';

const COUNT = 3;

/**
 * The next runs from now on as people read them, on the clock of the zone; `undefined` where they depend on
 * what only Terraform will know.
 */
export function toldRuns(trigger: IScheduleTrigger): string | undefined {
  const runs = runsOf(trigger);
  if (runs === undefined || runs.length === 0) return undefined;
  const told = runs.map((run) => {
    const { year, month, day, hour, minute } = wallTimeAt(run, trigger.timeZone);
    return `${String(year)}-${padded(month)}-${padded(day)} ${padded(hour)}:${padded(minute)}`;
  });
  return `${told.join(', ')} (${trigger.timeZone.ianaName})`;
}

function runsOf(trigger: IScheduleTrigger): readonly Date[] | undefined {
  try {
    return trigger.nextRuns(COUNT);
  } catch (error) {
    if (UnscopedValidationError.isValidationError(error)) return undefined;
    throw error;
  }
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
