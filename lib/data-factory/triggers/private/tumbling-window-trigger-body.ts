import type { WindowDependency } from '../tumbling-window-trigger';
import type { ResolvedTumblingWindow } from './tumbling-window-trigger-rules';

/** When a tumbling window trigger fires, as `azurerm_data_factory_trigger_tumbling_window` takes it. */
export interface TriggerWindows {
  readonly frequency: string;
  readonly interval: number;
  readonly startTime: string;
  readonly endTime?: string;
  readonly delay?: string;
  readonly maxConcurrency: number;
  readonly retry?: { readonly count: number; readonly interval: number };
  readonly triggerDependency?: AzurermWindowDependency[];
}

/** What a window waits for. */
export interface AzurermWindowDependency {
  readonly triggerName?: string;
  readonly offset?: string;
  readonly size?: string;
}

/**
 * When a tumbling window trigger fires. Pure.
 *
 * @returns `{ frequency, interval, startTime, endTime?, delay?, maxConcurrency, retry?, triggerDependency? }`
 */
export function renderWindows(props: ResolvedTumblingWindow): TriggerWindows {
  const { unit, interval, startTime, endTime, delay, maxConcurrency } = props;
  const { retry = 0, retryInterval, dependencies } = props;
  return {
    frequency: unit,
    interval,
    startTime: `${startTime}Z`,
    ...(endTime === undefined ? {} : { endTime: `${endTime}Z` }),
    ...(delay === undefined ? {} : { delay: delay.toTimespan() }),
    maxConcurrency,
    ...(retry === 0 ? {} : { retry: { count: retry, interval: retryInterval?.toSeconds() ?? 30 } }),
    ...(dependencies.length === 0 ? {} : { triggerDependency: dependencies.map(renderDependency) }),
  };
}

function renderDependency({ trigger, earlierBy, size }: WindowDependency): AzurermWindowDependency {
  return {
    ...(trigger === undefined ? {} : { triggerName: trigger.triggerName }),
    ...(earlierBy === undefined ? {} : { offset: `-${earlierBy.toTimespan()}` }),
    ...(size === undefined ? {} : { size: size.toTimespan() }),
  };
}

/** When windows begin, in plain English. Pure. */
export function describeWindows({ unit, interval }: ResolvedTumblingWindow): string {
  const word = unit.toLowerCase();
  return interval === 1
    ? `every ${word}, for the ${word} before`
    : `every ${String(interval)} ${word}s, for the ${String(interval)} ${word}s before`;
}
