import type { ArmObject } from '../../../azapi/azapi-types';
import type { Recurrence } from '../recurrence';

/**
 * A recurrence trigger. Pure.
 *
 * `schedule` is always sent, empty when there is none, as Microsoft's own SDK does: the service
 * requires it.
 *
 * @returns `{ triggerType: "Recurrence", frequency, interval, timeZone, schedule, startTime?, endTime? }`
 */
export function renderRecurrence(recurrence: Recurrence): ArmObject {
  const { frequency, interval, timeZone, startTime, endTime, weekDays, monthDays } = recurrence;
  return {
    triggerType: 'Recurrence',
    frequency,
    interval,
    timeZone: timeZone.windowsName,
    schedule: {
      hours: recurrence.hours ?? [],
      minutes: recurrence.minutes ?? [],
      ...(weekDays === undefined ? {} : { weekDays }),
      ...(monthDays === undefined ? {} : { monthDays }),
    },
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}
