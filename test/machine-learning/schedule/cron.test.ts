import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { codesIn, freshStack, tokensIn } from '../../support/stack';

describe('the trigger of a cron expression', () => {
  test('holds expression and zone', () => {
    expect(Cron.of('30 4 * * 1')._renderTrigger()).toEqual({
      triggerType: 'Cron',
      expression: '30 4 * * 1',
      timeZone: 'UTC',
    });
  });

  test('holds everything, with the Windows name of the zone', () => {
    const span = { startTime: '2026-01-05T00:00:00', endTime: '2026-12-31 00:00:00' };
    const cron = Cron.of('*/15 8-17 * * 1-5', { timeZone: 'America/Los_Angeles', ...span });
    expect(cron._renderTrigger()).toEqual({
      triggerType: 'Cron',
      expression: '*/15 8-17 * * 1-5',
      timeZone: 'Pacific Standard Time',
      ...span,
    });
  });
});

test.each<[string, Cron]>([
  ['at 04:30 on Monday, Etc/UTC', Cron.of('30 4 * * 1')],
  [
    'at 04:30 every day, Europe/Berlin, from 2026-01-05T00:00:00, until 2026-12-31T00:00:00',
    Cron.of('30 4 * * *', {
      timeZone: 'Europe/Berlin',
      startTime: '2026-01-05T00:00:00',
      endTime: '2026-12-31T00:00:00',
    }),
  ],
])('a cron expression reads %s', (expected, cron) => {
  expect(cron.describe()).toBe(expected);
});

describe('a cron expression', () => {
  test.each<[string, readonly string[]]>([
    ['0 0 * * 0', []],
    ['59 23 * * 6', []],
    ['60 23 * * 6', ['CronInvalid']],
    ['59 24 * * 6', ['CronInvalid']],
    ['0 0 * * 7', ['CronInvalid']],
    ['0 0 * * MON', ['CronInvalid']],
    ['@daily', ['CronInvalid']],
    ['0 0 0 * * 0', ['CronInvalid']],
    ['0 0 1 * *', ['CronFieldIgnored']],
    ['0 0 * 1 *', ['CronFieldIgnored']],
    ['', ['PropertyTypeInvalid']],
  ])('%j: %j', (expression, codes) => {
    expect(codesIn(() => Cron.of(expression))).toEqual(codes);
  });

  test.each<[object, readonly string[]]>([
    [{ startTime: 'tomorrow' }, ['ScheduleTimeInvalid']],
    [{ endTime: '2026-01-05' }, ['ScheduleTimeInvalid']],
    [
      { startTime: '2026-01-05T00:00:00', endTime: '2026-01-05T00:00:00' },
      ['ScheduleEndBeforeStart'],
    ],
    [{ timeZone: 'Europe/Berln' }, ['TimeZoneUnknown']],
    [{ timeZone: 'Europe/Berlin' }, []],
  ])('with %j: %j', (options, codes) => {
    expect(codesIn(() => Cron.of('0 0 * * *', options))).toEqual(codes);
  });

  test('may be a token, as may its start and end', () => {
    const { text } = tokensIn(freshStack());
    expect(Cron.of(text, { startTime: text, endTime: text })._renderTrigger()).toEqual({
      triggerType: 'Cron',
      expression: text,
      timeZone: 'UTC',
      startTime: text,
      endTime: text,
    });
    expect(Cron.of(text, { startTime: text }).describe()).toBe(
      'at times known at apply, Etc/UTC, from …',
    );
  });
});
