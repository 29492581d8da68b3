import type { ArmObject } from '../../azapi/azapi-types';
import { describeCron } from '../../core/cron-description';
import { TimeZone } from '../../core/time-zone';
import { validateValue, withDefaults } from '../../core/validation';
import { cronWarnings } from './private/clock-warnings';
import { renderCron } from './private/cron-body';
import { CRON_TRIGGER_RULES, CRON_TRIGGER_SHAPE } from './private/cron-rules';
import { firstRuns } from './private/first-runs';
import { cronRuns } from './private/next-runs';
import { toldSpan } from './private/told';
import type { RecurrenceOptions } from './recurrence';
import type { IScheduleTrigger } from './schedule-trigger';

/** At times that a cron expression names. */
export class Cron implements IScheduleTrigger {
  /**
   * Five fields: minute, hour, day of month, month, day of week (0 is Sunday), such as `30 4 * * 1`.
   * Day of month and month must be `*`: the service ignores them. {@link Recurrence.monthly} has them.
   *
   * @throws UnscopedValidationError CronInvalid, CronFieldIgnored, ScheduleTimeInvalid,
   *   ScheduleEndBeforeStart, TimeZoneUnknown
   */
  public static of(expression: string, options: RecurrenceOptions = {}): Cron {
    return new Cron(expression, options);
  }

  public readonly timeZone: TimeZone;
  /** First moment, in {@link timeZone}. */
  public readonly startTime?: string;
  /** Last moment, in {@link timeZone}. */
  public readonly endTime?: string;

  private constructor(
    /** The five fields. */
    public readonly expression: string,
    options: RecurrenceOptions,
  ) {
    const resolved = { ...withDefaults(options, { timeZone: 'UTC' }), expression };
    validateValue(resolved, CRON_TRIGGER_SHAPE, CRON_TRIGGER_RULES);
    this.timeZone = TimeZone.of(resolved.timeZone);
    if (resolved.startTime !== undefined) this.startTime = resolved.startTime;
    if (resolved.endTime !== undefined) this.endTime = resolved.endTime;
  }

  public describe(): string {
    return [describeCron(this.expression), this.timeZone.ianaName, ...toldSpan(this)].join(', ');
  }

  public nextRuns(count: number, from: Date = new Date()): Date[] {
    const values = [this.expression, this.startTime, this.endTime];
    return firstRuns({ count, from, values }, (first) => cronRuns(this, first));
  }

  /** @internal */
  public get _warnings(): readonly string[] {
    return cronWarnings(this.expression, this.timeZone);
  }

  /** @internal */
  public _renderTrigger(): ArmObject {
    return renderCron(this);
  }
}
