import { Token } from 'cdktf';
import { Cron as Croner } from 'croner';
import fc from 'fast-check';
import type { TimeZone } from '../../../lib/core/time-zone';
import { wallTimeAt } from '../../../lib/core/zoned-time';
import { Cron } from '../../../lib/machine-learning/schedule/cron';
import {
  Recurrence,
  type RecurrenceProps,
} from '../../../lib/machine-learning/schedule/recurrence';
import {
  RecurrenceFrequency,
  WeekDay,
} from '../../../lib/machine-learning/schedule/recurrence-options';
import { codesIn } from '../../support/stack';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
];

const RUNS = 4;
const DAY = 86_400_000;

const lists = (max: number, min = 0) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 });

const moments = fc
  .integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));

const recurrences: fc.Arbitrary<RecurrenceProps> = fc
  .record({
    frequency: fc.constantFrom(...Object.values(RecurrenceFrequency)),
    interval: fc.integer({ min: 1, max: 13 }),
    timeZone: fc.constantFrom(...ZONES),
    startTime: moments.map((moment) => moment.toISOString().slice(0, 19)),
    hours: lists(23),
    minutes: lists(59),
    weekDays: fc.uniqueArray(fc.constantFrom(...Object.values(WeekDay)), {
      minLength: 1,
      maxLength: 4,
    }),
    monthDays: lists(31, 1),
  })
  .map(({ hours, minutes, weekDays, monthDays, ...props }) => ({
    ...props,
    ...(isClock(props.frequency) ? { hours, minutes } : {}),
    ...(props.frequency === RecurrenceFrequency.WEEK ? { weekDays } : {}),
    ...(props.frequency === RecurrenceFrequency.MONTH ? { monthDays } : {}),
  }));

function isClock(frequency: RecurrenceFrequency): boolean {
  return frequency !== RecurrenceFrequency.MINUTE && frequency !== RecurrenceFrequency.HOUR;
}

/** The same recurrence in the words of RFC 5545. */
function ruleOf(props: RecurrenceProps): string {
  const { frequency, interval = 1, startTime = '', timeZone = 'UTC' } = props;
  const words: Readonly<Record<RecurrenceFrequency, string>> = {
    [RecurrenceFrequency.MINUTE]: 'MINUTELY',
    [RecurrenceFrequency.HOUR]: 'HOURLY',
    [RecurrenceFrequency.DAY]: 'DAILY',
    [RecurrenceFrequency.WEEK]: 'WEEKLY',
    [RecurrenceFrequency.MONTH]: 'MONTHLY',
  };
  const parts = [
    `FREQ=${words[frequency]}`,
    `INTERVAL=${String(interval)}`,
    ...(props.hours === undefined ? [] : [`BYHOUR=${props.hours.join(',')}`]),
    ...(props.minutes === undefined ? [] : [`BYMINUTE=${props.minutes.join(',')}`]),
    ...(props.weekDays === undefined
      ? []
      : [`BYDAY=${props.weekDays.map((day) => day.slice(0, 2).toUpperCase()).join(',')}`]),
    ...(props.monthDays === undefined ? [] : [`BYMONTHDAY=${props.monthDays.join(',')}`]),
  ];
  return `DTSTART;TZID=${timeZone}:${startTime.replaceAll(/[-:]/g, '')}\nRRULE:${parts.join(';')}`;
}

/** Whether clocks are changed near one of the moments, or between them. */
function isNearClockChange(all: readonly Date[], zone: TimeZone, isStepped: boolean): boolean {
  const offset = (at: Date, days: number) => {
    const moment = new Date(at.getTime() + days * DAY);
    const { year, month, day, hour, minute } = wallTimeAt(moment, zone);
    return Date.UTC(year, month - 1, day, hour, minute) - moment.getTime();
  };
  const near = all.some((at) => offset(at, -1) !== offset(at, 1));
  return near || (isStepped && new Set(all.map((at) => offset(at, 0))).size > 1);
}

describe('the next runs', () => {
  test('of any recurrence are those of another library, away from changes of the clock', async () => {
    const { RRuleTemporal } = await import('rrule-temporal');
    fc.assert(
      fc.property(recurrences, (props) => {
        const recurrence = Recurrence.of(props);
        const runs = recurrence.nextRuns(RUNS, new Date(0));
        // The library gives up with an error on what is never due, such as 31 September.
        fc.pre(runs.length > 0);
        fc.pre(!isNearClockChange(runs, recurrence.timeZone, !isClock(props.frequency)));
        const expected = new RRuleTemporal({ rruleString: ruleOf(props) }).all(
          (_, index) => index < runs.length,
        );
        expect(runs.map((run) => run.getTime())).toEqual(
          expected.map(({ epochMilliseconds }) => epochMilliseconds),
        );
      }),
      { numRuns: 5_000 },
    );
  });

  test('of any cron expression are those of another library, away from changes of the clock', () => {
    const cases = fc.record({
      minutes: lists(59),
      hours: lists(23),
      days: lists(6),
      zone: fc.constantFrom(...ZONES),
      from: moments,
    });
    fc.assert(
      fc.property(cases, ({ minutes, hours, days, zone, from }) => {
        const expression = `${minutes.join(',')} ${hours.join(',')} * * ${days.join(',')}`;
        const cron = Cron.of(expression, { timeZone: zone });
        const runs = cron.nextRuns(RUNS, new Date(from.getTime() + 1000));
        fc.pre(!isNearClockChange([from, ...runs], cron.timeZone, false));
        const expected = new Croner(expression, { timezone: zone }).nextRuns(RUNS, from);
        expect(runs).toEqual(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  test('of the other library differ when the zone does', async () => {
    const { RRuleTemporal } = await import('rrule-temporal');
    const props = { frequency: RecurrenceFrequency.DAY, startTime: '2026-01-05T00:00:00' };
    const rule = ruleOf({ ...props, timeZone: 'Asia/Tokyo' });
    const [first] = Recurrence.of({ ...props, timeZone: 'Asia/Kolkata' }).nextRuns(1, new Date(0));
    const [other] = new RRuleTemporal({ rruleString: rule }).all((_, index) => index < 1);
    expect(first?.getTime()).not.toBe(other?.epochMilliseconds);
  });
});

/** The table of docs/constructs/schedules.md. */
const CHANGES = [
  ['Europe/Berlin', '02:30', '2027-03-28T01:30:00.000Z', 'skipped: shown as 03:30'],
  ['Europe/Berlin', '02:30', '2027-10-31T00:30:00.000Z', 'shown twice: the first'],
  ['America/New_York', '02:00', '2027-03-14T07:00:00.000Z', 'skipped: shown as 03:00'],
  ['America/New_York', '01:59', '2027-11-07T05:59:00.000Z', 'shown twice: the first'],
  ['Australia/Lord_Howe', '02:15', '2027-10-02T15:45:00.000Z', 'skipped: half an hour, 02:45'],
  ['Australia/Lord_Howe', '01:45', '2027-04-03T14:45:00.000Z', 'shown twice: the first'],
  ['Europe/Berlin', '01:59', '2027-03-28T00:59:00.000Z', 'the minute before'],
  ['Europe/Berlin', '03:00', '2027-03-28T01:00:00.000Z', 'the minute after'],
] as const;

describe('on a day when clocks are changed', () => {
  test.each(CHANGES)('in %s a run at %s starts at %s: %s', (timeZone, at, expected) => {
    const from = new Date(new Date(expected).getTime() - DAY / 2);
    expect(Recurrence.daily({ at, timeZone }).nextRuns(1, from)).toEqual([new Date(expected)]);
    const [hour, minute] = at.split(':').map(Number);
    const cron = Cron.of(`${String(minute)} ${String(hour)} * * *`, { timeZone });
    expect(cron.nextRuns(1, from)).toEqual([new Date(expected)]);
  });

  test('two times that fall together are one run', () => {
    const recurrence = Recurrence.of({
      frequency: RecurrenceFrequency.DAY,
      hours: [2, 3],
      minutes: [30],
      timeZone: 'Europe/Berlin',
    });
    expect(recurrence.nextRuns(2, new Date('2027-03-27T23:00:00Z'))).toEqual([
      new Date('2027-03-28T01:30:00Z'),
      new Date('2027-03-29T00:30:00Z'),
    ]);
  });

  test('hours between runs are counted on', () => {
    const recurrence = Recurrence.everyHours(2, {
      startTime: '2027-03-28T00:00:00',
      timeZone: 'Europe/Berlin',
    });
    expect(recurrence.nextRuns(2, new Date('2027-03-27T23:00:00Z'))).toEqual([
      new Date('2027-03-27T23:00:00Z'),
      new Date('2027-03-28T01:00:00Z'),
    ]);
  });
});

describe('runs', () => {
  const from = new Date('2027-01-01T00:00:00Z');

  test('start with the first moment asked for and end with the last of the schedule', () => {
    const daily = Recurrence.daily({ at: '00:00', endTime: '2027-01-03T00:00:00' });
    expect(daily.nextRuns(9, from).map((run) => run.toISOString())).toEqual([
      '2027-01-01T00:00:00.000Z',
      '2027-01-02T00:00:00.000Z',
      '2027-01-03T00:00:00.000Z',
    ]);
  });

  test('are none where no month has the day', () => {
    const never = Recurrence.of({
      frequency: RecurrenceFrequency.MONTH,
      interval: 12,
      monthDays: [31],
      startTime: '2027-02-01T00:00:00',
    });
    expect(never.nextRuns(1, from)).toEqual([]);
  });

  test('skip months that are too short', () => {
    const monthly = Recurrence.monthly({ at: '04:30', days: [31] });
    expect(monthly.nextRuns(2, from).map((run) => run.toISOString().slice(5, 10))).toEqual([
      '01-31',
      '03-31',
    ]);
  });

  test.each([0, 1001, 1.5, NaN])('cannot be %p', (count) => {
    expect(codesIn(() => Recurrence.everyMinutes(15).nextRuns(count, from))).toHaveLength(1);
  });

  test('can be a thousand', () => {
    expect(Recurrence.everyMinutes(15).nextRuns(1000, from)).toHaveLength(1000);
  });

  test.each([
    [
      'an hour',
      () => Recurrence.of({ frequency: RecurrenceFrequency.DAY, hours: [numberToken()] }),
    ],
    ['an interval', () => Recurrence.everyMinutes(numberToken())],
    ['a start', () => Recurrence.everyMinutes(5, { startTime: textToken() })],
    ['a cron expression', () => Cron.of(textToken())],
  ])('are not known where %s is only known to Terraform', (_, make) => {
    expect(codesIn(() => make().nextRuns(1, from))).toEqual(['NextRunsUnknown']);
  });
});

function numberToken(): number {
  return Token.asNumber({ resolve: () => 5, creationStack: [], toString: () => 'five' });
}

function textToken(): string {
  return Token.asString({ resolve: () => 'x', creationStack: [], toString: () => 'x' });
}
