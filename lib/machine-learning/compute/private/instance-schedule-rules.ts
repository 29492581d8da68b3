import { Is, type Rule, type Shape } from '../../../core/validation';
import type { IScheduleTrigger } from '../../schedule/schedule-trigger';

interface InstanceSchedule {
  readonly trigger: IScheduleTrigger;
}

export const INSTANCE_SCHEDULE_SHAPE: Shape<InstanceSchedule> = {
  trigger: Is.having('a Recurrence or a Cron', 'timeZone', '_renderTrigger'),
};

export const INSTANCE_SCHEDULE_RULES: readonly Rule<InstanceSchedule>[] = [
  {
    code: 'ComputeScheduleEndTime',
    check: ({ trigger }) => {
      const endTime = 'endTime' in trigger ? trigger.endTime : undefined;
      return endTime === undefined
        ? undefined
        : {
            property: 'trigger',
            must: 'have no end time: the schedules of instances never end',
            got: endTime,
            fix: 'leave endTime out, and take the schedule away when its time is over',
          };
    },
  },
];
