import type { Recurrence } from '../recurrence';
import { RecurrenceFrequency } from '../recurrence-options';
import { told, toldSpan } from './told';

/** A recurrence in plain English, such as `every day at 04:30, Europe/Berlin`. */
export function describeRecurrence(recurrence: Recurrence): string {
  const { frequency, interval, timeZone } = recurrence;
  const unit = frequency.toLowerCase();
  const every = interval === 1 ? `every ${unit}` : `every ${told(interval)} ${unit}s`;
  const isClock =
    frequency !== RecurrenceFrequency.MINUTE && frequency !== RecurrenceFrequency.HOUR;
  return [
    `${every}${days(recurrence)}${times(recurrence)}`,
    ...(isClock ? [timeZone.ianaName] : []),
    ...toldSpan(recurrence),
  ].join(', ');
}

function days({ weekDays, monthDays }: Recurrence): string {
  if (weekDays !== undefined) return ` on ${listed(weekDays.map(told))}`;
  if (monthDays !== undefined) return ` on day ${listed(monthDays.map(told))}`;
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
  return value === undefined ? '··' : told(value).replace(/^\d$/, '0$&');
}

function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`;
}
