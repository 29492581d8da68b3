import {
  Is,
  isOutside,
  isUnresolved,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import { DURATION } from '../../private/property-types';
import type { TumblingWindowTriggerProps, WindowDependency } from '../tumbling-window-trigger';
import { WindowUnit } from '../window-unit';
import { type ResolvedTriggerProps, TRIGGER_RULES, TRIGGER_SHAPE } from './trigger-rules';

type Own = Omit<TumblingWindowTriggerProps, keyof ResolvedTriggerProps>;

/** Properties of a tumbling window trigger with their defaults. */
export type ResolvedTumblingWindow = ResolvedTriggerProps &
  Own &
  Required<Pick<Own, 'maxConcurrency' | 'dependencies'>>;

const DEPENDENCY: PropertyType = {
  name: 'a WindowDependency',
  accepts: (value) => {
    if (!Is.object.accepts(value)) return false;
    const { trigger, earlierBy, size } = value as Partial<WindowDependency>;
    const times = [earlierBy, size].filter((time) => time !== undefined);
    return (
      (trigger === undefined || Is.having('', 'triggerName', 'pipeline').accepts(trigger)) &&
      times.every((time) => DURATION.accepts(time))
    );
  },
};

export const TUMBLING_WINDOW_SHAPE: Shape<ResolvedTumblingWindow> = {
  ...TRIGGER_SHAPE,
  unit: Is.known(Is.oneOf(Object.values(WindowUnit))),
  interval: Is.integer,
  startTime: Is.text,
  endTime: Is.optional(Is.text),
  delay: Is.optional(DURATION),
  maxConcurrency: Is.integer,
  retry: Is.optional(Is.integer),
  retryInterval: Is.optional(DURATION),
  dependencies: Is.known(Is.list(DEPENDENCY)),
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
const MAX_DEPENDENCIES = 5;

/** @see https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#tumbling-window-trigger-type-properties */
export const TUMBLING_WINDOW_RULES: readonly Rule<ResolvedTumblingWindow>[] = [
  ...TRIGGER_RULES,
  {
    code: 'WindowIntervalOutOfRange',
    check: ({ unit, interval }) => {
      const least = unit === WindowUnit.MINUTE ? 5 : 1;
      return isOutside(interval, least, Number.MAX_SAFE_INTEGER)
        ? { property: 'interval', must: `be at least ${String(least)}`, got: interval }
        : undefined;
    },
  },
  {
    code: 'WindowTimeInvalid',
    check: ({ startTime, endTime }) => {
      const wrong = [startTime, endTime].findIndex((time) => isNoMoment(time));
      return wrong === -1
        ? undefined
        : {
            property: wrong === 0 ? 'startTime' : 'endTime',
            must: 'be YYYY-MM-DDThh:mm:ss in UTC, without an offset, at a time that exists',
            got: wrong === 0 ? startTime : endTime,
          };
    },
  },
  {
    code: 'WindowEndBeforeStart',
    check: ({ startTime, endTime }) =>
      endTime !== undefined &&
      !isUnresolved(startTime) &&
      !isUnresolved(endTime) &&
      endTime <= startTime
        ? { property: 'endTime', must: `be later than startTime (${startTime})`, got: endTime }
        : undefined,
  },
  {
    code: 'WindowConcurrencyOutOfRange',
    check: ({ maxConcurrency }) =>
      isOutside(maxConcurrency, 1, 50)
        ? {
            property: 'maxConcurrency',
            must: 'be between 1 and 50, inclusive',
            got: maxConcurrency,
          }
        : undefined,
  },
  {
    code: 'WindowRetryOutOfRange',
    check: ({ retry }) =>
      isOutside(retry, 0, Number.MAX_SAFE_INTEGER)
        ? { property: 'retry', must: 'be at least 0', got: retry }
        : undefined,
  },
  {
    code: 'WindowRetryIntervalOutOfRange',
    check: ({ retryInterval }) =>
      isOutside(retryInterval?.toSeconds(), 30, 86_400)
        ? {
            property: 'retryInterval',
            must: 'be between 30 seconds and 1 day, inclusive',
            got: retryInterval?.toTimespan(),
          }
        : undefined,
  },
  {
    code: 'WindowDependenciesTooMany',
    check: ({ dependencies }) =>
      dependencies.length > MAX_DEPENDENCIES
        ? {
            property: 'dependencies',
            must: `be at most ${String(MAX_DEPENDENCIES)}`,
            got: dependencies,
          }
        : undefined,
  },
  {
    code: 'WindowDependencyInvalid',
    check: ({ dependencies, pipeline }) => {
      const index = dependencies.findIndex(
        ({ trigger, earlierBy, size }) =>
          [earlierBy, size].some((time) => time?.toSeconds() === 0) ||
          (trigger === undefined
            ? earlierBy === undefined
            : trigger.pipeline.factory.factoryId !== pipeline.factory.factoryId),
      );
      return index === -1
        ? undefined
        : {
            property: `dependencies[${String(index)}]`,
            must: 'name a trigger of the same factory, or say by how much windows of its own are earlier, in times of at least 1 second',
            got: dependencies[index],
          };
    },
  },
];

function isNoMoment(time: string | undefined): boolean {
  if (time === undefined || isUnresolved(time)) return false;
  if (mismatches(time, MOMENT)) return true;
  const date = new Date(`${time}Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== time;
}
