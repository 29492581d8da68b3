import { cronTimes } from '../../../core/cron';
import { UnscopedValidationError } from '../../../core/errors';
import { isUnresolved, problem } from '../../../core/validation';
import { Cron } from '../cron';
import { Recurrence } from '../recurrence';
import { RecurrenceFrequency } from '../recurrence-options';
import type { IScheduleTrigger } from '../schedule-trigger';
import { parseLocalTime } from './schedule-time';
import { WEEK_DAYS } from './week-days';

/**
 * The times of a schedule as a Logic App can keep them: a cron expression becomes the lists of its minutes,
 * hours and week days, which is the same times exactly.
 *
 * @throws UnscopedValidationError ScheduleCronNotForLogicApp
 */
export function workflowTimes(trigger: IScheduleTrigger): IScheduleTrigger {
  if (trigger instanceof Cron) return ofCron(trigger);
  return trigger instanceof Recurrence ? withMinutes(trigger) : trigger;
}

function ofCron({ expression, timeZone, startTime, endTime }: Cron): Recurrence {
  if (isUnresolved(expression)) {
    throw new UnscopedValidationError([
      problem('ScheduleCronNotForLogicApp', {
        property: 'trigger',
        must: 'be known at synthesis where a Logic App keeps the schedule, which takes lists of times',
        got: expression,
      }),
    ]);
  }
  const { minutes, hours, daysOfWeek } = cronTimes(expression);
  const weekDays = daysOfWeek.flatMap((day) => WEEK_DAYS[day] ?? []);
  const days =
    weekDays.length === WEEK_DAYS.length
      ? { frequency: RecurrenceFrequency.DAY }
      : { frequency: RecurrenceFrequency.WEEK, weekDays };
  return Recurrence.of({
    ...days,
    hours,
    minutes,
    timeZone: timeZone.ianaName,
    startTime,
    endTime,
  });
}

/** Hours alone mean full hours, or the minute of the start; a Logic App would take that of its deployment. */
function withMinutes(recurrence: Recurrence): Recurrence {
  const { hours, minutes, startTime, timeZone } = recurrence;
  const isMonth = recurrence.frequency === RecurrenceFrequency.MONTH;
  if (hours === undefined || minutes !== undefined || isUnresolved(startTime) || isMonth) {
    return recurrence;
  }
  const { frequency, interval, weekDays, endTime } = recurrence;
  return Recurrence.of({
    frequency,
    interval,
    hours,
    minutes: [parseLocalTime(startTime)?.minute ?? 0],
    weekDays,
    timeZone: timeZone.ianaName,
    startTime,
    endTime,
  });
}
