import { Cron } from '../../../lib/machine-learning/schedule/cron';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { RecurrenceFrequency } from '../../../lib/machine-learning/schedule/recurrence-options';
import { freshStack, tokensIn } from '../../support/stack';

const both = (at: string, timeZone: string) => {
  const [hour, minute] = at.split(':').map(Number);
  return [
    Recurrence.daily({ at, timeZone })._warnings,
    Cron.of(`${String(minute)} ${String(hour)} * * *`, { timeZone })._warnings,
  ];
};

describe('a time of day', () => {
  test.each([
    ['02:00', 'Europe/Berlin'],
    ['02:59', 'Europe/Berlin'],
    ['02:00', 'America/New_York'],
    ['02:15', 'Australia/Lord_Howe'],
  ])('%s in %s is warned of where clocks jump over it', (at, timeZone) => {
    for (const warnings of both(at, timeZone)) {
      expect(
        warnings.filter((warning) => warning.startsWith(`no clock in ${timeZone} shows ${at}`)),
      ).toHaveLength(1);
    }
  });

  test.each([
    ['02:00', 'Europe/Berlin'],
    ['01:00', 'America/New_York'],
    ['01:45', 'Australia/Lord_Howe'],
  ])('%s in %s is warned of where clocks show it twice', (at, timeZone) => {
    for (const warnings of both(at, timeZone)) {
      expect(warnings.filter((warning) => warning.includes(`show ${at} twice`))).toHaveLength(1);
    }
  });

  test.each([
    ['01:59', 'Europe/Berlin'],
    ['03:00', 'Europe/Berlin'],
    ['00:59', 'America/New_York'],
    ['03:00', 'America/New_York'],
    ['02:30', 'Australia/Lord_Howe'],
    ['02:30', 'Asia/Tokyo'],
    ['02:30', 'UTC'],
  ])('%s in %s is nothing to warn of', (at, timeZone) => {
    expect(both(at, timeZone)).toEqual([[], []]);
  });

  test('that only Terraform will know is not looked at', () => {
    const { number, text } = tokensIn(freshStack());
    const props = {
      frequency: RecurrenceFrequency.DAY,
      hours: [number],
      timeZone: 'Europe/Berlin',
    };
    expect(Recurrence.of(props)._warnings).toEqual([]);
    expect(Cron.of(text, { timeZone: 'Europe/Berlin' })._warnings).toEqual([]);
  });
});

test('every hour of a cron expression is nothing to warn of', () => {
  expect(Cron.of('15 * * * *', { timeZone: 'Europe/Berlin' })._warnings).toEqual([]);
});
