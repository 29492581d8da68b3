import type { ArmObject } from '../../../azapi/azapi-types';
import type { Cron } from '../cron';

/**
 * A cron trigger. Pure.
 *
 * @returns `{ triggerType: "Cron", expression, timeZone, startTime?, endTime? }`
 */
export function renderCron({ expression, timeZone, startTime, endTime }: Cron): ArmObject {
  return {
    triggerType: 'Cron',
    expression,
    timeZone: timeZone.windowsName,
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
  };
}
