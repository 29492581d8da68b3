import type { ArmObject } from '../../azapi/azapi-types';
import type { TimeZone } from '../../core/time-zone';

/** When a {@link Schedule} starts its pipeline: a {@link Recurrence} or a {@link Cron}. */
export interface IScheduleTrigger {
  /** Zone that times are read in. */
  readonly timeZone: TimeZone;
  /** In plain English, such as `every day at 04:30, Europe/Berlin`. */
  describe(): string;
  /**
   * The next moments at which it starts runs, in order, fewer where it ends before.
   *
   * Days when clocks are changed: a time that the clock jumps over is as much later as the clock is put
   * forward; of a time that it shows twice the first counts. Minutes and hours between runs are counted on,
   * whatever clocks show. Without a start time it is taken to be made at `from`.
   *
   * @param count how many, 1 to 1,000, inclusive
   * @param from the first moment that counts; by default now
   * @throws UnscopedValidationError NextRunsCountOutOfRange, NextRunsUnknown
   */
  nextRuns(count: number, from?: Date): Date[];
  /**
   * What to know of its times when clocks are changed, for people.
   *
   * @internal
   */
  readonly _warnings: readonly string[];
  /**
   * The trigger as `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01` takes it.
   *
   * @internal
   */
  _renderTrigger(): ArmObject;
}
