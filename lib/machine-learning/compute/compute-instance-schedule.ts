import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import type { IScheduleTrigger } from '../schedule/schedule-trigger';
import {
  INSTANCE_SCHEDULE_RULES,
  INSTANCE_SCHEDULE_SHAPE,
} from './private/instance-schedule-rules';

/** When a {@link ComputeInstance} is started or stopped. */
export class ComputeInstanceSchedule {
  /**
   * Starts the instance.
   *
   * @param trigger such as `Recurrence.weekly({ on: [WeekDay.MONDAY], at: '08:00', timeZone: 'Europe/Berlin' })`
   * @throws UnscopedValidationError ComputeScheduleEndTime
   */
  public static start(trigger: IScheduleTrigger): ComputeInstanceSchedule {
    return new ComputeInstanceSchedule('Start', trigger);
  }

  /**
   * Stops the instance; what runs on it ends.
   *
   * @param trigger such as `Recurrence.daily({ at: '19:00', timeZone: 'Europe/Berlin' })`
   * @throws UnscopedValidationError ComputeScheduleEndTime
   */
  public static stop(trigger: IScheduleTrigger): ComputeInstanceSchedule {
    return new ComputeInstanceSchedule('Stop', trigger);
  }

  private constructor(
    private readonly action: string,
    private readonly trigger: IScheduleTrigger,
  ) {
    validateValue({ trigger }, INSTANCE_SCHEDULE_SHAPE, INSTANCE_SCHEDULE_RULES);
  }

  /**
   * An item of `schedules.computeStartStop`.
   *
   * @internal
   */
  public _render(): ArmObject {
    const { triggerType, ...when } = this.trigger._renderTrigger();
    const kind = triggerType === 'Cron' ? 'cron' : 'recurrence';
    return { status: 'Enabled', action: this.action, triggerType, [kind]: when };
  }
}
