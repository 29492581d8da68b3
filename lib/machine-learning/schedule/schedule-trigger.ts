import type { ArmObject } from '../../azapi/azapi-types';
import type { TimeZone } from '../../core/time-zone';

/** When a {@link Schedule} starts its pipeline: a {@link Recurrence} or a {@link Cron}. */
export interface IScheduleTrigger {
  /** Zone that times are read in. */
  readonly timeZone: TimeZone;
  /** In plain English, such as `every day at 04:30, Europe/Berlin`. */
  describe(): string;
  /**
   * The trigger as `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01` takes it.
   *
   * @internal
   */
  renderTrigger(): ArmObject;
}
