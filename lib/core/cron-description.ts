import { type CronTimes, cronTimes } from './cron';
import { isUnresolved } from './validation';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** More times a day than this are told as an interval. */
const MOST_TIMES_LISTED = 6;

/**
 * When a cron expression is due, in plain English, such as `at 04:30 on Monday` or `every 15 minutes`.
 *
 * Falls back to the expression where English would be longer than it.
 *
 * @throws UnscopedValidationError CronInvalid, CronFieldIgnored
 */
export function describeCron(expression: string): string {
  if (isUnresolved(expression)) return 'at times known at apply';
  const times = cronTimes(expression);
  const time = timeOfDay(times);
  if (time === undefined) return `by the cron expression ${expression}`;
  const days = onDays(times.daysOfWeek);
  if (days !== undefined) return `${time} on ${days}`;
  return time.includes(':') ? `${time} every day` : time;
}

function timeOfDay({ minutes, hours }: CronTimes): string | undefined {
  const times = hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute)));
  const list = times.length <= MOST_TIMES_LISTED ? `at ${listed(times)}` : undefined;
  if (minutes.length === 1) return list ?? everyHours(hours, minutes[0] ?? 0);
  const every = everyMinutes(minutes);
  const between = boundsOf(hours, minutes);
  if (every === undefined || between === undefined) return list;
  return `${every}${between}`;
}

/** `every 2 hours`, where the hours divide the day or are a part of it without gaps. */
function everyHours(hours: readonly number[], minute: number): string | undefined {
  const step = stepOf(hours);
  if (step === 1 && hours.length < 24) return `every hour${boundsOf(hours, [minute]) ?? ''}`;
  if (step === undefined || hours[0] !== 0 || hours.length * step !== 24) return undefined;
  return `every ${step === 1 ? 'hour' : `${String(step)} hours`}${past(minute)}`;
}

/** `every 15 minutes`, where they divide the hour, else the minutes if they are few. */
function everyMinutes(minutes: readonly number[]): string | undefined {
  const step = stepOf(minutes);
  if (step !== undefined && minutes[0] === 0 && minutes.length * step === 60) {
    return step === 1 ? 'every minute' : `every ${String(step)} minutes`;
  }
  return minutes.length <= MOST_TIMES_LISTED
    ? `every hour at ${listed(minutes.map(String))} minutes past`
    : undefined;
}

/** ` from 08:00 to 17:45` for a part of the day without gaps, nothing for all of it. */
function boundsOf(hours: readonly number[], minutes: readonly number[]): string | undefined {
  if (hours.length === 24) return '';
  const [first, last] = [hours[0] ?? 0, hours.at(-1) ?? 0];
  return last - first === hours.length - 1
    ? ` from ${clock(first, minutes[0] ?? 0)} to ${clock(last, minutes.at(-1) ?? 0)}`
    : undefined;
}

function past(minute: number): string {
  if (minute === 0) return '';
  return ` at ${String(minute)} minute${minute === 1 ? '' : 's'} past`;
}

/** The even distance between two values or more, `undefined` where it is not even. */
function stepOf(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  return values.every((value, index) => value === first + index * step) ? step : undefined;
}

function onDays(days: readonly number[]): string | undefined {
  if (days.length === 7) return undefined;
  const fromMonday = [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  const names = fromMonday.map((day) => DAYS[day] ?? '');
  const run = fromMonday.every(
    (day, index) => (day + 6) % 7 === (((fromMonday[0] ?? 0) + 6) % 7) + index,
  );
  return run && names.length > 2 ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listed(names);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
