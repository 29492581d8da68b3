import { UnscopedValidationError } from '../../core/errors';
import { TimeZone } from '../../core/time-zone';
import { wallTimeAt } from '../../core/zoned-time';
import { Cron } from '../../machine-learning/schedule/cron';
import { Recurrence } from '../../machine-learning/schedule/recurrence';
import { RecurrenceFrequency, WeekDay } from '../../machine-learning/schedule/recurrence-options';
import type { IScheduleTrigger } from '../../machine-learning/schedule/schedule-trigger';
import { at, isMark, isObject, listAt, numberAt, textAt } from '../../policy/plan-state';
import type { PlanObject, PlanValue } from '../model';
import { counted, KNOWN_AFTER_APPLY, told } from './told';

const RUNS = 3;

/** The times of a schedule, of a Logic App or of a trigger of Data Factory, in words. */
export function toldTimes(value: PlanValue | undefined): string {
  return scheduleAt(value)?.describe() ?? plainly(value);
}

/** What becomes of the times, with the next runs; shorter where only the time of day differs. */
export function toldMove(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
  now: Date,
): string {
  const [from, to] = [toldTimes(before), toldTimes(after)];
  const [old, young] = [AT_A_TIME.exec(from), AT_A_TIME.exec(to)];
  const isOnlyTime = old !== null && young !== null && old[1] === young[1] && old[3] === young[3];
  const move = isOnlyTime
    ? `${String(old[1])}: ${String(old[2])} ${String(old[3])} becomes ${String(young[2])}`
    : `${from} becomes ${to}`;
  return `${move}${toldNext(after, now)}`;
}

const AT_A_TIME = /^(every [^,]*?) at (\d\d:\d\d), ([^,]+)$/;

/** The next runs as a part of a sentence, empty where they cannot be known. */
export function toldNext(value: PlanValue | undefined, now: Date): string {
  const schedule = scheduleAt(value);
  if (schedule === undefined) return '';
  const runs = runsOf(schedule, now).map((run) => onClock(run, schedule.timeZone));
  return runs.length === 0 ? '' : `, next runs ${runs.join(', ')}`;
}

function runsOf(schedule: IScheduleTrigger, now: Date): readonly Date[] {
  return attempt(() => schedule.nextRuns(RUNS, now)) ?? [];
}

function onClock(run: Date, zone: TimeZone): string {
  const { year, month, day, hour, minute } = wallTimeAt(run, zone);
  const date = [year, month, day].map(padded).join('-');
  return `${date} ${padded(hour)}:${padded(minute)}`;
}

function padded(part: number): string {
  return String(part).padStart(2, '0');
}

/** The schedule that a plan describes, `undefined` where it is no valid one or not known yet. */
function scheduleAt(value: PlanValue | undefined): IScheduleTrigger | undefined {
  if (!isObject(value)) return undefined;
  const known = SCHEDULES.get(value);
  if (known !== undefined) return known;
  const schedule = scheduleIn(value);
  if (schedule !== undefined) SCHEDULES.set(value, schedule);
  return schedule;
}

/** The times of one are told, and then its next runs. */
const SCHEDULES = new WeakMap<PlanObject, IScheduleTrigger>();

function scheduleIn(value: PlanObject): IScheduleTrigger | undefined {
  const expression = textAt(value, 'expression');
  const span = { ...zoneAt(value), ...timeAt(value, 'startTime'), ...timeAt(value, 'endTime') };
  if (expression !== undefined) return attempt(() => Cron.of(expression, span));
  const frequency = FREQUENCIES.find((one) => one === textAt(value, 'frequency'));
  const interval = numberAt(value, 'interval') ?? 1;
  if (frequency === undefined || !isZoneKnown(value)) return undefined;
  return attempt(() =>
    Recurrence.of({
      frequency,
      interval,
      ...numbers(value, 'hours'),
      ...numbers(value, 'minutes'),
      ...numbers(value, 'monthDays'),
      ...weekDays(value),
      ...span,
    }),
  );
}

const FREQUENCIES = Object.values(RecurrenceFrequency);
const WEEK_DAYS = Object.values(WeekDay);

function isZoneKnown(value: PlanValue | undefined): boolean {
  return !isMark(at(value, 'timeZone'));
}

/** The zone by its IANA name: people know their city, not the zones of Windows. */
function zoneAt(value: PlanValue | undefined): { readonly timeZone?: string } {
  const name = textAt(value, 'timeZone');
  if (name === undefined) return {};
  return { timeZone: attempt(() => TimeZone.of(name).ianaName) ?? name };
}

function timeAt(
  value: PlanValue | undefined,
  key: 'startTime' | 'endTime',
): { readonly [name: string]: string } {
  const time = textAt(value, key);
  return time === undefined ? {} : { [key]: time.replace(/(?:\.\d+)?Z?$/, '') };
}

function numbers(
  value: PlanValue | undefined,
  key: 'hours' | 'minutes' | 'monthDays',
): { readonly [name: string]: readonly number[] } {
  const found = listAt(value, 'schedule', key).filter((item) => typeof item === 'number');
  return found.length === 0 ? {} : { [key]: found };
}

function weekDays(value: PlanValue | undefined): { readonly weekDays?: WeekDay[] } {
  const names = listAt(value, 'schedule', 'weekDays');
  const found = WEEK_DAYS.filter((day) => names.includes(day));
  return found.length === 0 ? {} : { weekDays: found };
}

/** What is no valid schedule for this library, without an interpretation. */
function plainly(value: PlanValue | undefined): string {
  const expression = textAt(value, 'expression');
  const zone = textAt(value, 'timeZone');
  const where = zone === undefined ? '' : `, ${told(zone)}`;
  if (expression !== undefined) return `cron ${told(expression)}${where}`;
  const frequency = textAt(value, 'frequency')?.toLowerCase();
  if (frequency === undefined) return `at times ${KNOWN_AFTER_APPLY}`;
  return `every ${counted(numberAt(value, 'interval') ?? 1, told(frequency))}${where}`;
}

function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (UnscopedValidationError.isValidationError(error)) return undefined;
    throw error;
  }
}
