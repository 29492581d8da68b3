import type { Recurrence } from '../recurrence';
import { RecurrenceFrequency } from '../recurrence-options';

/** A recurrence in plain English, such as `every day at 04:30, Europe/Berlin`. */
export function describeRecurrence(recurrence: Recurrence): string {
  const { frequency, interval, timeZone, startTime, endTime } = recurrence;
  const unit = frequency.toLowerCase();
  const every = interval === 1 ? `every ${unit}` : `every ${String(interval)} ${unit}s`;
  const isClock =
    frequency !== RecurrenceFrequency.MINUTE && frequency !== RecurrenceFrequency.HOUR;
  return [
    `${every}${days(recurrence)}${times(recurrence)}`,
    ...(isClock ? [timeZone.ianaName] : []),
    ...(startTime === undefined ? [] : [`from ${startTime}`]),
    ...(endTime === undefined ? [] : [`until ${endTime}`]),
  ].join(', ');
}

function days({ weekDays, monthDays }: Recurrence): string {
  if (weekDays !== undefined) return ` on ${listed(weekDays)}`;
  if (monthDays !== undefined) return ` on day ${listed(monthDays.map(String))}`;
  return '';
}

function times({ hours, minutes }: Recurrence): string {
  if (hours === undefined && minutes === undefined) return '';
  const clock = (hours ?? [undefined]).flatMap((hour) =>
    (minutes ?? [undefined]).map((minute) => `${padded(hour)}:${padded(minute)}`),
  );
  return ` at ${listed(clock)}`;
}

function padded(value: number | undefined): string {
  return value === undefined ? '··' : String(value).padStart(2, '0');
}

function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}
