import { WeekDay } from '../recurrence-options';

/** In the order of cron and of `Date.getUTCDay`: 0 is Sunday. */
export const WEEK_DAYS: readonly WeekDay[] = [
  WeekDay.SUNDAY,
  WeekDay.MONDAY,
  WeekDay.TUESDAY,
  WeekDay.WEDNESDAY,
  WeekDay.THURSDAY,
  WeekDay.FRIDAY,
  WeekDay.SATURDAY,
];
