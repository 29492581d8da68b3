import type { ArmObject } from '../../azapi/azapi-types';
import { isUnresolved } from '../../core/validation';
import type { LogicAppRecurrence } from './recurrence-trigger-rules';

/**
 * The definition of a recurrence trigger. Pure.
 *
 * @returns `{ type: 'Recurrence', recurrence: { frequency, interval, timeZone?, startTime?, schedule? }, conditions? }`
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#recurrence-trigger
 */
export function renderRecurrenceTrigger(recurrence: LogicAppRecurrence): ArmObject {
  const { frequency, interval, timeZone, startTime, endTime } = recurrence;
  const { hours, minutes, weekDays } = recurrence;
  const schedule = {
    ...(hours === undefined ? {} : { hours }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(weekDays === undefined ? {} : { weekDays }),
  };
  return {
    type: 'Recurrence',
    recurrence: {
      frequency,
      interval,
      timeZone: timeZone.windowsName,
      ...(startTime === undefined ? {} : { startTime: withT(startTime) }),
      ...(Object.keys(schedule).length === 0 ? {} : { schedule }),
    },
    // The trigger itself is documented without an end.
    ...(endTime === undefined
      ? {}
      : { conditions: [{ expression: notAfter(endTime, timeZone.windowsName) }] }),
  };
}

function notAfter(endTime: string, zone: string): string {
  const end = `convertToUtc('${withT(endTime)}', '${zone}')`;
  return `@lessOrEquals(ticks(utcNow()), ticks(${end}))`;
}

function withT(time: string): string {
  return isUnresolved(time) ? time : time.replace(' ', 'T');
}
