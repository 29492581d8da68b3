import {
  Recurrence,
  type RecurrenceProps,
} from '../../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../lib/machine-learning/schedule/recurrence-options';
import { codesIn, freshStack, problemsIn, tokensIn } from '../../support/stack';

const { MINUTE, DAY, WEEK, MONTH } = RecurrenceFrequency;

describe('the trigger of a recurrence', () => {
  test('holds frequency, interval, zone and an empty schedule where no times are given', () => {
    expect(Recurrence.of({ frequency: DAY })._renderTrigger()).toEqual({
      triggerType: 'Recurrence',
      frequency: 'Day',
      interval: 1,
      timeZone: 'UTC',
      schedule: { hours: [], minutes: [] },
    });
  });

  test('holds everything for weeks, with the Windows name of the zone', () => {
    const recurrence = Recurrence.of({
      frequency: WEEK,
      interval: 2,
      hours: [3, 15],
      minutes: [0, 30],
      weekDays: [WeekDay.MONDAY, WeekDay.THURSDAY],
      timeZone: 'Europe/Berlin',
      startTime: '2026-01-05T00:00:00',
      endTime: '2026-12-31T00:00:00',
    });
    expect(recurrence._renderTrigger()).toEqual({
      triggerType: 'Recurrence',
      frequency: 'Week',
      interval: 2,
      timeZone: 'W. Europe Standard Time',
      schedule: { hours: [3, 15], minutes: [0, 30], weekDays: ['Monday', 'Thursday'] },
      startTime: '2026-01-05T00:00:00',
      endTime: '2026-12-31T00:00:00',
    });
  });

  test('holds days of the month for months', () => {
    const recurrence = Recurrence.of({ frequency: MONTH, monthDays: [1, 31], hours: [4] });
    expect(recurrence._renderTrigger()).toEqual({
      triggerType: 'Recurrence',
      frequency: 'Month',
      interval: 1,
      timeZone: 'UTC',
      schedule: { hours: [4], minutes: [], monthDays: [1, 31] },
    });
  });

  test.each<[string, Recurrence, object]>([
    ['minutes', Recurrence.everyMinutes(15), { frequency: 'Minute', interval: 15 }],
    ['hours', Recurrence.everyHours(6), { frequency: 'Hour', interval: 6 }],
    [
      'daily',
      Recurrence.daily({ at: '04:30' }),
      { frequency: 'Day', interval: 1, schedule: { hours: [4], minutes: [30] } },
    ],
    [
      'weekly',
      Recurrence.weekly({ at: '23:59', on: [WeekDay.SUNDAY] }),
      { frequency: 'Week', schedule: { hours: [23], minutes: [59], weekDays: ['Sunday'] } },
    ],
    [
      'monthly',
      Recurrence.monthly({ at: '00:00', days: [1, 15] }),
      { frequency: 'Month', schedule: { hours: [0], minutes: [0], monthDays: [1, 15] } },
    ],
  ])('is made by %s', (_, recurrence, expected) => {
    expect(recurrence._renderTrigger()).toMatchObject(expected);
  });

  test.each<[string, (options: { readonly timeZone: string }) => Recurrence]>([
    ['minutes', (options) => Recurrence.everyMinutes(5, options)],
    ['hours', (options) => Recurrence.everyHours(5, options)],
    ['daily', (options) => Recurrence.daily({ at: '04:30', ...options })],
    ['weekly', (options) => Recurrence.weekly({ at: '04:30', on: [WeekDay.MONDAY], ...options })],
    ['monthly', (options) => Recurrence.monthly({ at: '04:30', days: [1], ...options })],
  ])('takes zone, start and end from %s', (_, make) => {
    const span = { startTime: '2026-01-05T00:00:00', endTime: '2026-12-31T00:00:00' };
    expect(make({ timeZone: 'Asia/Tokyo', ...span })._renderTrigger()).toMatchObject({
      timeZone: 'Tokyo Standard Time',
      ...span,
    });
  });
});

describe('a recurrence in plain English', () => {
  test.each<[string, Recurrence]>([
    ['every minute', Recurrence.everyMinutes(1)],
    ['every 15 minutes', Recurrence.everyMinutes(15)],
    [
      'every 6 hours, from 2026-01-05T00:00:00',
      Recurrence.everyHours(6, { startTime: '2026-01-05T00:00:00' }),
    ],
    [
      'every day at 04:30, Europe/Berlin',
      Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
    ],
    [
      'every week on Monday, Wednesday and Friday at 04:30, Etc/UTC',
      Recurrence.weekly({
        at: '04:30',
        on: [WeekDay.MONDAY, WeekDay.WEDNESDAY, WeekDay.FRIDAY],
      }),
    ],
    [
      'every 3 months on day 1 and 15 at 04:00 and 04:30, Etc/UTC, until 2027-01-01T00:00:00',
      Recurrence.of({
        frequency: MONTH,
        interval: 3,
        monthDays: [1, 15],
        hours: [4],
        minutes: [0, 30],
        endTime: '2027-01-01T00:00:00',
      }),
    ],
    ['every day at ··:30, Etc/UTC', Recurrence.of({ frequency: DAY, minutes: [30] })],
    ['every day at 04:··, Etc/UTC', Recurrence.of({ frequency: DAY, hours: [4] })],
  ])('reads %s', (expected, recurrence) => {
    expect(recurrence.describe()).toBe(expected);
  });

  test('shows what only Terraform will know as a gap', () => {
    const { text, number, list } = tokensIn(freshStack());
    const recurrence = Recurrence.of({
      frequency: WEEK,
      interval: number,
      hours: [number],
      weekDays: list as never,
      startTime: text,
    });
    expect(recurrence.describe()).toBe('every … weeks on … at …:··, Etc/UTC, from …');
  });
});

describe('a recurrence', () => {
  test.each<[number, readonly string[]]>([
    [0, ['RecurrenceIntervalOutOfRange']],
    [1, []],
    [1000, []],
    [1001, ['RecurrenceIntervalOutOfRange']],
    [1.5, ['PropertyTypeInvalid']],
  ])('of an interval of %p: %j', (interval, codes) => {
    expect(codesIn(() => Recurrence.everyMinutes(interval))).toEqual(codes);
  });

  test.each<[number[], readonly string[]]>([
    [[], ['RecurrenceHourOutOfRange']],
    [[-1], ['RecurrenceHourOutOfRange']],
    [[0, 23], []],
    [[12, 24], ['RecurrenceHourOutOfRange']],
  ])('with hours %j: %j', (hours, codes) => {
    expect(codesIn(() => Recurrence.of({ frequency: DAY, hours }))).toEqual(codes);
  });

  test.each<[number[], readonly string[]]>([
    [[], ['RecurrenceMinuteOutOfRange']],
    [[-1], ['RecurrenceMinuteOutOfRange']],
    [[0, 59], []],
    [[60], ['RecurrenceMinuteOutOfRange']],
  ])('with minutes %j: %j', (minutes, codes) => {
    expect(codesIn(() => Recurrence.of({ frequency: DAY, minutes }))).toEqual(codes);
  });

  test.each<[number[], readonly string[]]>([
    [[], ['RecurrenceMonthDayOutOfRange']],
    [[0], ['RecurrenceMonthDayOutOfRange']],
    [[1, 31], []],
    [[32], ['RecurrenceMonthDayOutOfRange']],
  ])('on days %j of the month: %j', (monthDays, codes) => {
    expect(codesIn(() => Recurrence.of({ frequency: MONTH, monthDays }))).toEqual(codes);
    expect(codesIn(() => Recurrence.monthly({ at: '04:30', days: monthDays }))).toEqual(codes);
  });

  test.each<[WeekDay[], readonly string[]]>([
    [[], ['RecurrenceWeekDayMissing']],
    [[WeekDay.MONDAY], []],
    [Object.values(WeekDay), []],
    [['monday' as never], ['PropertyTypeInvalid']],
  ])('on week days %j: %j', (on, codes) => {
    expect(codesIn(() => Recurrence.of({ frequency: WEEK, weekDays: on }))).toEqual(codes);
    expect(codesIn(() => Recurrence.weekly({ at: '04:30', on }))).toEqual(codes);
  });

  test.each<[string, () => Recurrence, readonly string[]]>([
    ['weekly', () => Recurrence.weekly({ at: '4:30', on: [] }), ['at', 'on']],
    ['monthly', () => Recurrence.monthly({ at: '04:30', days: [1, 32] }), ['days[1]']],
    [
      'daily',
      () => Recurrence.daily({ at: '24:00', startTime: '2026-13-01T00:00:00' }),
      ['at', 'startTime'],
    ],
  ])('that is %s says what is wrong by the names of its own options', (_, make, properties) => {
    expect(problemsIn(make).map(({ property }) => property)).toEqual(properties);
  });

  test.each<[RecurrenceFrequency, readonly string[]]>([
    [MINUTE, []],
    [RecurrenceFrequency.HOUR, []],
    [DAY, ['hours', 'minutes']],
    [WEEK, ['hours', 'minutes', 'weekDays']],
    [MONTH, ['hours', 'minutes', 'monthDays']],
  ])('of frequency %s takes of the lists %j', (frequency, taken) => {
    const lists = { hours: [1], minutes: [1], weekDays: [WeekDay.MONDAY], monthDays: [1] };
    for (const [list, value] of Object.entries(lists)) {
      expect(codesIn(() => Recurrence.of({ frequency, [list]: value }))).toEqual(
        taken.includes(list) ? [] : ['RecurrenceFieldNotForFrequency'],
      );
    }
  });

  test.each<[string, readonly string[]]>([
    ['00:00', []],
    ['23:59', []],
    ['24:00', ['TimeOfDayInvalid']],
    ['12:60', ['TimeOfDayInvalid']],
    ['4:30', ['TimeOfDayInvalid']],
    ['04:30:00', ['TimeOfDayInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('at %j: %j', (at, codes) => {
    expect(codesIn(() => Recurrence.daily({ at }))).toEqual(codes);
  });

  test('at a time of day that only Terraform will know is refused, since it is split here', () => {
    const { text } = tokensIn(freshStack());
    expect(codesIn(() => Recurrence.daily({ at: text }))).toEqual(['TimeOfDayInvalid']);
  });

  test.each<[string, readonly string[]]>([
    ['2026-02-28T23:59:59', []],
    ['2028-02-29T00:00:00', []],
    ['2026-01-05 10:15:00', []],
    ['2026-02-29T00:00:00', ['ScheduleTimeInvalid']],
    ['2026-01-05T24:00:00', ['ScheduleTimeInvalid']],
    ['2026-01-05T10:15:00Z', ['ScheduleTimeInvalid']],
    ['2026-01-05T10:15:00+01:00', ['ScheduleTimeInvalid']],
    ['2026-01-05', ['ScheduleTimeInvalid']],
    ['tomorrow', ['ScheduleTimeInvalid']],
  ])('from %s: %j', (time, codes) => {
    expect(codesIn(() => Recurrence.everyMinutes(5, { startTime: time }))).toEqual(codes);
    expect(codesIn(() => Recurrence.everyMinutes(5, { endTime: time }))).toEqual(codes);
  });

  test.each<[string, string, readonly string[]]>([
    ['2026-01-05T00:00:00', '2026-01-05T00:00:01', []],
    ['2026-01-05 00:00:00', '2026-01-05T00:00:01', []],
    ['2026-01-05T00:00:00', '2026-01-05T00:00:00', ['ScheduleEndBeforeStart']],
    ['2026-01-05T00:00:01', '2026-01-05 00:00:00', ['ScheduleEndBeforeStart']],
  ])('from %s to %s: %j', (startTime, endTime, codes) => {
    expect(codesIn(() => Recurrence.everyMinutes(5, { startTime, endTime }))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['Europe/Berlin', []],
    ['W. Europe Standard Time', []],
    ['Europe/Berln', ['TimeZoneUnknown']],
  ])('in zone %s: %j', (timeZone, codes) => {
    expect(codesIn(() => Recurrence.everyMinutes(5, { timeZone }))).toEqual(codes);
  });

  test('takes tokens for numbers, lists and moments', () => {
    const { text, number, list } = tokensIn(freshStack());
    const numbers = list as unknown as number[];
    for (const props of [
      { interval: number },
      { hours: [number], minutes: numbers },
      { startTime: text, endTime: '2026-01-05T00:00:00' },
      { startTime: '2026-01-05T00:00:00', endTime: text },
    ]) {
      expect(codesIn(() => Recurrence.of({ frequency: DAY, ...props }))).toEqual([]);
    }
  });

  test('takes no token for what decides what else is taken', () => {
    const { text } = tokensIn(freshStack());
    const frequency = text as never;
    expect(codesIn(() => Recurrence.of({ frequency }))).toEqual(['PropertyTypeInvalid']);
    expect(codesIn(() => Recurrence.everyMinutes(5, { timeZone: text }))).toEqual([
      'TimeZoneUnknown',
    ]);
  });
});

describe('the time of day in the words of v1', () => {
  const day = { frequency: RecurrenceFrequency.DAY };

  test('is hours and minutes', () => {
    expect(Recurrence.of({ ...day, timeOfDay: '04:30' })._renderTrigger()).toEqual(
      Recurrence.daily({ at: '04:30' })._renderTrigger(),
    );
  });

  test.each<[object, readonly string[]]>([
    [{ ...day, timeOfDay: '00:00' }, []],
    [{ ...day, timeOfDay: '23:59' }, []],
    [{ ...day, timeOfDay: '24:00' }, ['TimeOfDayInvalid']],
    [{ ...day, timeOfDay: '04:30', hours: [4] }, ['RecurrenceTimeOfDayConflict']],
    [{ ...day, timeOfDay: '04:30', minutes: [30] }, ['RecurrenceTimeOfDayConflict']],
    [
      { frequency: RecurrenceFrequency.MINUTE, timeOfDay: '04:30' },
      ['RecurrenceFieldNotForFrequency'],
    ],
  ])('of %j fails or not', (props, codes) => {
    expect(codesIn(() => Recurrence.of(props as RecurrenceProps))).toEqual(codes);
  });
});
