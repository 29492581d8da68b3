import { UnscopedValidationError } from '../../../core/errors';
import { TimeZone } from '../../../core/time-zone';
import { at, listOf, textAt } from '../read/json';

/**
 * When a recurrence or cron expression is due, in the words of its definition, zones by their IANA name.
 *
 * Takes what schedules of Azure Machine Learning, Logic Apps and Data Factory have in common.
 */
export function describeTime(trigger: unknown): string | undefined {
  const zone = textAt(trigger, 'timeZone');
  const suffix = zone === undefined ? '' : ` ${zoneName(zone)}`;
  const expression = textAt(trigger, 'expression');
  if (expression !== undefined) return `cron ${expression}${suffix}`;
  const frequency = textAt(trigger, 'frequency');
  if (frequency === undefined) return undefined;
  const days = [
    ...texts(trigger, 'weekDays'),
    ...texts(trigger, 'monthDays').map((d) => `day ${d}`),
  ];
  const parts = [
    every(at(trigger, 'interval'), frequency.toLowerCase()),
    ...(days.length === 0 ? [] : [`on ${days.join(', ')}`]),
    ...timesOf(trigger),
  ];
  return `${parts.join(' ')}${suffix}`;
}

/** People know their city, not the zones of Windows. */
function zoneName(zone: string): string {
  try {
    return TimeZone.of(zone).ianaName;
  } catch (error) {
    if (UnscopedValidationError.isValidationError(error)) return zone;
    throw error;
  }
}

/** An interval in words. */
export function every(interval: unknown, unit: string): string {
  const singular = unit.replace(/s$/, '');
  if (interval === undefined || interval === 1 || interval === '1') return `every ${singular}`;
  return `every ${printed(interval)} ${singular}s`;
}

function timesOf(trigger: unknown): readonly string[] {
  const hours = texts(trigger, 'hours');
  const minutes = texts(trigger, 'minutes');
  if (hours.length === 0) return minutes.length === 0 ? [] : [`at minute ${minutes.join(', ')}`];
  const times = hours.flatMap((hour) =>
    (minutes.length === 0 ? ['0'] : minutes).map(
      (minute) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
    ),
  );
  return [`at ${times.join(', ')}`];
}

function texts(trigger: unknown, key: string): readonly string[] {
  const list = listOf(at(trigger, 'schedule', key) ?? at(trigger, key));
  return list.map(printed).filter((text) => text !== '');
}

function printed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
