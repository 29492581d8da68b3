import type { ArmObject } from '../../../azapi/azapi-types';
import { cronTimes } from '../../../core/cron';
import type { Problem } from '../../../core/errors';
import { isUnresolved, problemsOf } from '../../../core/validation';
import type { Cron } from '../cron';
import type { Recurrence } from '../recurrence';
import { RecurrenceFrequency, WeekDay } from '../recurrence-options';
import { parseLocalTime } from './schedule-time';
import {
  WORKFLOW_CRON_RULES,
  WORKFLOW_CRON_SHAPE,
  WORKFLOW_RECURRENCE_RULES,
  WORKFLOW_RECURRENCE_SHAPE,
} from './workflow-recurrence-rules';

/**
 * A recurrence as a Logic App takes it, or what keeps it from being one.
 *
 * @internal
 */
export interface RenderedWorkflowRecurrence {
  readonly recurrence: ArmObject;
  readonly problems: readonly Problem[];
}

/**
 * A recurrence for a Logic App. Pure.
 *
 * @returns `{ frequency, interval, timeZone?, startTime?, schedule?: { hours?, minutes?, weekDays? } }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#recurrence-trigger
 */
export function recurrenceForWorkflow(recurrence: Recurrence): RenderedWorkflowRecurrence {
  const { frequency, interval, hours, weekDays } = recurrence;
  const minutes = recurrence.minutes ?? defaultMinutes(recurrence);
  const schedule = {
    ...(hours === undefined ? {} : { hours }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(weekDays === undefined ? {} : { weekDays }),
  };
  return {
    recurrence: {
      frequency,
      interval,
      ...zoned(recurrence),
      ...(Object.keys(schedule).length === 0 ? {} : { schedule }),
    },
    problems: problemsOf(recurrence, WORKFLOW_RECURRENCE_SHAPE, WORKFLOW_RECURRENCE_RULES),
  };
}

/** A cron expression as the recurrence of a Logic App: its minutes, hours and week days, listed. Pure. */
export function cronForWorkflow(cron: Cron): RenderedWorkflowRecurrence {
  const problems = problemsOf(cron, WORKFLOW_CRON_SHAPE, WORKFLOW_CRON_RULES);
  if (isUnresolved(cron.expression)) return { recurrence: {}, problems };
  const { minutes, hours, daysOfWeek } = cronTimes(cron.expression);
  const weekDays = daysOfWeek.flatMap((day) => WEEK_DAYS[day] ?? []);
  const everyDay = weekDays.length === WEEK_DAYS.length;
  return {
    recurrence: {
      frequency: everyDay ? RecurrenceFrequency.DAY : RecurrenceFrequency.WEEK,
      interval: 1,
      ...zoned(cron),
      schedule: { hours, minutes, ...(everyDay ? {} : { weekDays }) },
    },
    problems,
  };
}

/** In the order of cron: 0 is Sunday. */
const WEEK_DAYS = [
  WeekDay.SUNDAY,
  WeekDay.MONDAY,
  WeekDay.TUESDAY,
  WeekDay.WEDNESDAY,
  WeekDay.THURSDAY,
  WeekDay.FRIDAY,
  WeekDay.SATURDAY,
];

/** Hours alone mean full hours, or the minute of the start time: a Logic App would take that of its deployment. */
function defaultMinutes({ hours, startTime }: Recurrence): readonly number[] | undefined {
  if (hours === undefined || (startTime !== undefined && isUnresolved(startTime))) return undefined;
  return [parseLocalTime(startTime)?.minute ?? 0];
}

function zoned({ timeZone, startTime }: Cron | Recurrence): ArmObject {
  return {
    timeZone: timeZone.windowsName,
    ...(startTime === undefined ? {} : { startTime: startTime.replace(' ', 'T') }),
  };
}
