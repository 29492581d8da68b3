import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { Duration } from '../../lib/core/duration';

const seconds = fc.integer({ min: 0, max: 10_000_000_000 });

describe('Duration', () => {
  test.each<[string, Duration, number, string, string, string]>([
    ['no time', Duration.seconds(0), 0, 'PT0S', '0.00:00:00', '0 seconds'],
    ['a second', Duration.seconds(1), 1, 'PT1S', '0.00:00:01', '1 second'],
    ['59 seconds', Duration.seconds(59), 59, 'PT59S', '0.00:00:59', '59 seconds'],
    ['60 seconds', Duration.seconds(60), 60, 'PT1M', '0.00:01:00', '1 minute'],
    ['5 minutes', Duration.minutes(5), 300, 'PT5M', '0.00:05:00', '5 minutes'],
    ['half a minute', Duration.minutes(0.5), 30, 'PT30S', '0.00:00:30', '30 seconds'],
    [
      'a tenth more than an hour',
      Duration.hours(1.1),
      3960,
      'PT1H6M',
      '0.01:06:00',
      '1 hour 6 minutes',
    ],
    ['12 hours', Duration.hours(12), 43_200, 'PT12H', '0.12:00:00', '12 hours'],
    ['24 hours', Duration.hours(24), 86_400, 'P1D', '1.00:00:00', '1 day'],
    ['a third of a day', Duration.days(1 / 3), 28_800, 'PT8H', '0.08:00:00', '8 hours'],
    [
      'all units',
      Duration.parse('P1W1DT2H3M4S'),
      698_584,
      'P8DT2H3M4S',
      '8.02:03:04',
      '8 days 2 hours 3 minutes 4 seconds',
    ],
    ['many days', Duration.days(100), 8_640_000, 'P100D', '100.00:00:00', '100 days'],
  ])('writes %s in every form', (_, duration, total, iso, timespan, human) => {
    expect(duration.toSeconds()).toBe(total);
    expect(duration.toIsoString()).toBe(iso);
    expect(duration.toTimespan()).toBe(timespan);
    expect(duration.toHuman()).toBe(human);
  });

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(seconds, (total) => {
        expect(Duration.parse(Duration.seconds(total).toIsoString()).toSeconds()).toBe(total);
        const [, d, h, m, s] =
          /^(\d+)\.(\d\d):(\d\d):(\d\d)$/.exec(Duration.seconds(total).toTimespan()) ?? [];
        expect(((Number(d) * 24 + Number(h)) * 60 + Number(m)) * 60 + Number(s)).toBe(total);
      }),
    );
  });

  test.each([0, 1, 90])('gives %d minutes as minutes', (minutes) => {
    expect(Duration.minutes(minutes).toMinutes()).toBe(minutes);
  });

  test.each([1, 59, 61])('fails to give %d seconds as minutes', (amount) => {
    expect(() => Duration.seconds(amount).toMinutes()).toThrow(
      /duration must be whole minutes.*\[DurationNotWholeMinutes\]/,
    );
  });

  test.each([-1, -0.000_000_1, NaN, Infinity, 0.5, 1.000_1, 2 ** 53])(
    'fails for %d seconds',
    (amount) => {
      expect(() => Duration.seconds(amount)).toThrow(
        /seconds must be 0 or more.*\[DurationInvalid\]/,
      );
    },
  );

  test.each([-1, 0.01, NaN])('fails for %d minutes', (amount) => {
    expect(() => Duration.minutes(amount)).toThrow(/minutes must .*\[DurationInvalid\]/);
  });

  test.each([
    '',
    'P',
    'PT',
    'P1',
    '5M',
    'PT5m',
    'P1Y',
    'P1M',
    'PT1.5H',
    '-PT5M',
    'P-1D',
    'PT5M ',
    'P1DT',
    'PT99999999999999999S',
  ])('fails for %j', (iso) => {
    expect(() => Duration.parse(iso)).toThrow(
      /iso must be an ISO 8601 duration.*\[DurationInvalid\]/,
    );
  });

  test.each(['5', null, undefined, true, [], {}])('fails for %j in place of a number', (given) => {
    const amount = given as number;
    expect(() => Duration.minutes(amount)).toThrow(/\[DurationInvalid\]/);
    expect(() => Duration.parse(amount as unknown as string)).toThrow(/\[DurationInvalid\]/);
  });

  test('fails for tokens and says why', () => {
    const fix = /give a value that is known at synthesis.*\[DurationInvalid\]/;
    expect(() => Duration.minutes(Token.asNumber({ ref: 1 }))).toThrow(fix);
    expect(() => Duration.parse(Token.asString({ ref: 1 }))).toThrow(fix);
  });
});
