import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { CRON_RULES, cronTimes } from '../../lib/core/cron';
import { describeCron } from '../../lib/core/cron-description';

function codesOf(expression: string): readonly string[] {
  return CRON_RULES.filter(({ check }) => check({ expression }) !== undefined).map(
    ({ code }) => code,
  );
}

const ANY_MINUTE = Array.from({ length: 60 }, (_, minute) => minute);
const ANY_HOUR = ANY_MINUTE.slice(0, 24);
const ANY_DAY = ANY_MINUTE.slice(0, 7);

describe('cronTimes', () => {
  test.each<[string, readonly number[], readonly number[], readonly number[]]>([
    ['30 4 * * 1', [30], [4], [1]],
    ['* * * * *', ANY_MINUTE, ANY_HOUR, ANY_DAY],
    ['0 0 * * 0', [0], [0], [0]],
    ['59 23 * * 6', [59], [23], [6]],
    ['*/20 8-10 * * 1-3,5', [0, 20, 40], [8, 9, 10], [1, 2, 3, 5]],
    ['5/30 */12 * * *', [5, 35], [0, 12], ANY_DAY],
    ['10-20/5,55 04 * * *', [10, 15, 20, 55], [4], ANY_DAY],
  ])('reads %j', (expression, minutes, hours, daysOfWeek) => {
    expect(cronTimes(expression)).toEqual({ minutes, hours, daysOfWeek });
  });

  test('reads back any choice of minutes, hours and days', () => {
    const some = (values: number[]): fc.Arbitrary<number[]> =>
      fc.subarray(values, { minLength: 1 }).map((list) => [...list]);
    fc.assert(
      fc.property(some(ANY_MINUTE), some(ANY_HOUR), some(ANY_DAY), (minutes, hours, daysOfWeek) => {
        const expression = `${minutes.join()} ${hours.join()} * * ${daysOfWeek.join()}`;
        expect(cronTimes(expression)).toEqual({ minutes, hours, daysOfWeek });
      }),
    );
  });

  test('accepts exactly the ranges that an hour, a day and a week have', () => {
    const bound = fc.integer({ min: 0, max: 70 });
    fc.assert(
      fc.property(
        bound,
        bound,
        fc.constantFrom([0, 59], [1, 23], [4, 6]),
        (from, to, [field = 0, max = 0]) => {
          const fields = ['*', '*', '*', '*', '*'];
          fields[field] = `${String(from)}-${String(to)}`;
          expect(codesOf(fields.join(' '))).toEqual(from <= to && to <= max ? [] : ['CronInvalid']);
        },
      ),
    );
  });

  test('fails for a token, which cannot be read at synthesis', () => {
    const token = Token.asString({ ref: 1 });
    expect(codesOf(token)).toEqual([]);
    expect(() => cronTimes(token)).toThrow(/be known at synthesis.*\[CronInvalid\]/);
  });
});

describe('the rules for cron expressions', () => {
  test.each<[string, RegExp]>([
    ['60 * * * *', /60/],
    ['* 24 * * *', /24/],
    ['* * * * 7', /write Sunday as 0/],
    ['* * * * 5-7', /write Sunday as 0/],
    ['* * 32 * *', /32/],
    ['* * * 13 *', /13/],
    ['5-1 * * * *', /5-1/],
    ['*/0 * * * *', /every 0/],
    ['*/60 * * * *', /a step of 60 is longer than the field/],
    ['* */24 * * *', /a step of 24/],
    ['1,,2 * * * *', /write a field as/],
    ['/5 * * * *', /write a field as/],
    ['-1 * * * *', /write a field as/],
    ['? * * * *', /write a field as/],
    ['5,5 * * * *', /duplicate/],
    ['0 30 4 * * 1', /leave out the seconds/],
    ['30 4 * *', /give five fields instead of 4/],
    ['30  4 * * 1', /by single spaces/],
    [' 30 4 * * 1', /by single spaces/],
    ['@daily', /write 0 0 \* \* \*/],
    ['@yearly', /as numbers/],
    ['30 4 * * MON', /Monday is 1/],
    ['30 4 * JAN *', /as numbers/],
    ['30 4 L * *', /as numbers/],
  ])('fail for %j with advice', (expression, advice) => {
    expect(codesOf(expression)).toEqual(['CronInvalid']);
    expect(() => cronTimes(expression)).toThrow(advice);
  });

  test('fail for an empty expression', () => {
    expect(codesOf('')).toEqual(['CronInvalid']);
  });

  test.each(['30 4 1 * *', '30 4 * 6 *', '30 4 */2 * *', '30 4 1 1 1', '30 4 1-31 * *'])(
    'fail for %j, of which the service ignores a part',
    (expression) => {
      expect(codesOf(expression)).toEqual(['CronFieldIgnored']);
      expect(() => cronTimes(expression)).toThrow(
        /Recurrence with monthDays.*\[CronFieldIgnored\]/,
      );
    },
  );
});

describe('describeCron', () => {
  test.each([
    ['30 4 * * 1', 'at 04:30 on Monday'],
    ['30 4 * * *', 'at 04:30 every day'],
    ['0 4,16 * * *', 'at 04:00 and 16:00 every day'],
    ['0 */6 * * *', 'at 00:00, 06:00, 12:00 and 18:00 every day'],
    ['0,30 3,9 * * *', 'at 03:00, 03:30, 09:00 and 09:30 every day'],
    ['0 */2 * * *', 'every 2 hours'],
    ['15 */2 * * 1-5', 'every 2 hours at 15 minutes past on Monday to Friday'],
    ['0 * * * *', 'every hour'],
    ['1 * * * *', 'every hour at 1 minute past'],
    ['15 * * * *', 'every hour at 15 minutes past'],
    ['* * * * *', 'every minute'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['*/15 3 * * *', 'every 15 minutes from 03:00 to 03:45 every day'],
    ['*/15 8-17 * * 1-5', 'every 15 minutes from 08:00 to 17:45 on Monday to Friday'],
    ['30 8-17 * * 1-5', 'every hour from 08:30 to 17:30 on Monday to Friday'],
    ['0,20,50 * * * *', 'every hour at 0, 20 and 50 minutes past'],
    ['0 9 * * 1,3,5', 'at 09:00 on Monday, Wednesday and Friday'],
    ['0 9 * * 0,6', 'at 09:00 on Saturday and Sunday'],
    ['0 9 * * 0', 'at 09:00 on Sunday'],
    ['0 9 * * 5,6,0', 'at 09:00 on Friday to Sunday'],
    ['*/7 * * * *', 'by the cron expression */7 * * * *'],
    ['10 1-23/2 * * *', 'by the cron expression 10 1-23/2 * * *'],
    ['*/15 */2 * * *', 'by the cron expression */15 */2 * * *'],
    ['*/7 8-17 * * 1', 'by the cron expression */7 8-17 * * 1'],
  ])('tells %j as %j', (expression, text) => {
    expect(describeCron(expression)).toBe(text);
  });

  test('does not read a token', () => {
    expect(describeCron(Token.asString({ ref: 1 }))).toBe('at times known at apply');
  });
});
