import type { ArmObject, StringMap } from '../../../azapi/azapi-types';
import { isUnresolved } from '../../../core/validation';
import type { Recurrence } from '../../../machine-learning/schedule/recurrence';
import { RecurrenceFrequency } from '../../../machine-learning/schedule/recurrence-options';
import { WEEK_DAYS } from '../../../machine-learning/schedule/private/week-days';

/** What a schedule trigger does. */
export interface ScheduleTriggerParts {
  readonly recurrence: Recurrence;
  readonly pipelineName: string;
  readonly parameters: StringMap;
  readonly description?: string | undefined;
  readonly annotations: readonly string[];
}

/** When a schedule trigger fires, as the service takes it. */
export interface TriggerRecurrence extends ArmObject {
  readonly frequency: string;
  readonly interval: number;
  readonly timeZone: string;
  readonly startTime: string;
  readonly endTime?: string;
  readonly schedule?: TriggerClock;
}

/** Times on the clock. */
export interface TriggerClock {
  readonly hours?: readonly number[];
  readonly minutes?: readonly number[];
  readonly weekDays?: readonly string[];
  readonly monthDays?: readonly number[];
}

/**
 * First moment of recurrences that name none, a Monday: the service needs one. It does not run what lies
 * in the past.
 */
export const DEFAULT_START_TIME = '2024-01-01T00:00:00';

/**
 * A schedule trigger. Pure.
 *
 * @returns `{ properties: { type, description?, annotations, pipelines, typeProperties: { recurrence } } }`
 * @see Microsoft.DataFactory/factories/triggers@2018-06-01, ScheduleTrigger
 */
export function renderScheduleTriggerBody(parts: ScheduleTriggerParts): ArmObject {
  const { recurrence, pipelineName, parameters, description, annotations } = parts;
  return {
    properties: {
      type: 'ScheduleTrigger',
      ...(description === undefined ? {} : { description }),
      annotations,
      pipelines: [
        {
          pipelineReference: { referenceName: pipelineName, type: 'PipelineReference' },
          parameters,
        },
      ],
      typeProperties: { recurrence: renderTriggerRecurrence(recurrence) },
    },
  };
}

/**
 * When a schedule trigger fires. Pure.
 *
 * Moments are on the clock of the time zone: `Z` marks UTC and stands in no other zone. Hours, minutes
 * and days that the recurrence takes from its start are written out.
 *
 * @returns `{ frequency, interval, timeZone, startTime, endTime?, schedule?: { hours?, minutes?,
 *   weekDays?, monthDays? } }`
 * @see https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger#schema-overview
 */
export function renderTriggerRecurrence(recurrence: Recurrence): TriggerRecurrence {
  const { frequency, interval, timeZone, startTime = DEFAULT_START_TIME, endTime } = recurrence;
  const schedule = renderClock(recurrence, startTime);
  const zone = timeZone.windowsName;
  return {
    frequency,
    interval,
    timeZone: zone,
    startTime: momentIn(zone, startTime),
    ...(endTime === undefined ? {} : { endTime: momentIn(zone, endTime) }),
    ...(schedule === undefined ? {} : { schedule }),
  };
}

function renderClock(recurrence: Recurrence, startTime: string): TriggerClock | undefined {
  const { frequency } = recurrence;
  if (frequency === RecurrenceFrequency.MINUTE || frequency === RecurrenceFrequency.HOUR) {
    return undefined;
  }
  const fromStart = isUnresolved(startTime) ? {} : clockOf(startTime, frequency);
  const { hours, minutes, weekDays, monthDays } = { ...fromStart, ...given(recurrence) };
  return {
    ...(hours === undefined ? {} : { hours: [...hours] }),
    ...(minutes === undefined ? {} : { minutes: [...minutes] }),
    ...(weekDays === undefined ? {} : { weekDays: [...weekDays] }),
    ...(monthDays === undefined ? {} : { monthDays: [...monthDays] }),
  };
}

type Clock = Pick<Recurrence, 'hours' | 'minutes' | 'weekDays' | 'monthDays'>;

function clockOf(moment: string, frequency: RecurrenceFrequency): Clock {
  const start = new Date(`${isoMoment(moment)}Z`);
  const day = start.getUTCDay();
  return {
    hours: [start.getUTCHours()],
    minutes: [start.getUTCMinutes()],
    ...(frequency === RecurrenceFrequency.WEEK ? { weekDays: WEEK_DAYS.slice(day, day + 1) } : {}),
    ...(frequency === RecurrenceFrequency.MONTH ? { monthDays: [start.getUTCDate()] } : {}),
  };
}

function given({ hours, minutes, weekDays, monthDays }: Recurrence): Clock {
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(weekDays === undefined ? {} : { weekDays }),
    ...(monthDays === undefined ? {} : { monthDays }),
  };
}

function momentIn(zone: string, moment: string): string {
  return zone === 'UTC' ? `${isoMoment(moment)}Z` : isoMoment(moment);
}

function isoMoment(moment: string): string {
  return isUnresolved(moment) ? moment : moment.replace(' ', 'T');
}
