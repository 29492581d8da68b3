import { type Finding, isUnresolved } from '../../../core/validation';
import type { WallTime } from '../../../core/zoned-time';

/** What a schedule's time looks like: no offset, since the zone is given beside it. */
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/;

const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Hours and minutes of `hh:mm`, `undefined` when it is something else. */
export function parseTimeOfDay(text: unknown): readonly [number, number] | undefined {
  const match = typeof text === 'string' ? TIME_OF_DAY.exec(text) : null;
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** The parts of a known `YYYY-MM-DDThh:mm:ss`. */
export function parseLocalTime(text: string | undefined): WallTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    text?.split(/[-T :]/).map(Number) ?? [];
  return text === undefined ? undefined : { year, month, day, hour, minute, second };
}

/** The finding on a time that is not `YYYY-MM-DDThh:mm:ss` or not in the calendar. */
export function timeFinding(property: string, time: string | undefined): Finding | undefined {
  if (time === undefined || isUnresolved(time)) return undefined;
  if (LOCAL_TIME.test(time) && isInCalendar(time)) return undefined;
  return {
    property,
    must: 'be a moment YYYY-MM-DDThh:mm:ss without an offset',
    got: time,
    fix: 'give the zone as timeZone',
  };
}

/** The finding on an end that is not after the start. */
export function endFinding(
  startTime: string | undefined,
  endTime: string | undefined,
): Finding | undefined {
  if (startTime === undefined || endTime === undefined) return undefined;
  if (isUnresolved(startTime) || isUnresolved(endTime)) return undefined;
  if (endTime.replace(' ', 'T') > startTime.replace(' ', 'T')) return undefined;
  return { property: 'endTime', must: `be after startTime (${startTime})`, got: endTime };
}

function isInCalendar(time: string): boolean {
  const moment = new Date(`${time.replace(' ', 'T')}Z`);
  return (
    !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19) === time.replace(' ', 'T')
  );
}
