import { Token } from 'cdktf';
import { TimeZone } from '../../lib/core/time-zone';

/** The offset of a zone on the 1st and 15th of each month of 2026, as the run time knows it. */
function offsets(ianaName: string): readonly string[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: ianaName, timeZoneName: 'longOffset' });
  return Array.from({ length: 24 }, (_, half) => {
    const date = new Date(Date.UTC(2026, Math.floor(half / 2), half % 2 === 0 ? 1 : 15));
    return format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  });
}

describe('TimeZone', () => {
  test.each([
    ['Europe/Berlin', 'W. Europe Standard Time', 'Europe/Berlin'],
    ['europe/berlin', 'W. Europe Standard Time', 'Europe/Berlin'],
    ['America/New_York', 'Eastern Standard Time', 'America/New_York'],
    ['US/Pacific', 'Pacific Standard Time', 'US/Pacific'],
    ['Asia/Kolkata', 'India Standard Time', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'India Standard Time', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'FLE Standard Time', 'Europe/Kyiv'],
    ['Europe/Kiev', 'FLE Standard Time', 'Europe/Kiev'],
    ['Pacific/Kanton', 'UTC+13', 'Pacific/Kanton'],
    ['CET', 'Romance Standard Time', 'CET'],
    ['Asia/Almaty', 'Qyzylorda Standard Time', 'Asia/Almaty'],
    ['W. Europe Standard Time', 'W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'Pacific Standard Time', 'America/Los_Angeles'],
    ['Central Asia Standard Time', 'Central Asia Standard Time', 'Asia/Bishkek'],
    ['UTC-11', 'UTC-11', 'Etc/GMT+11'],
    ['UTC', 'UTC', 'Etc/UTC'],
    ['utc', 'UTC', 'Etc/UTC'],
    ['Etc/UTC', 'UTC', 'Etc/UTC'],
    ['Etc/GMT', 'UTC', 'Etc/GMT'],
    ['Zulu', 'UTC', 'Zulu'],
  ])('knows %j', (name, windowsName, ianaName) => {
    expect(TimeZone.of(name)).toEqual({ windowsName, ianaName });
  });

  test('gives every zone that the run time has the Windows zone with the same time all year', () => {
    const wrong = Intl.supportedValuesOf('timeZone')
      .filter((name) => name !== 'Antarctica/Troll')
      .filter((name) => {
        const representative = TimeZone.of(TimeZone.of(name).windowsName).ianaName;
        return offsets(name).join() !== offsets(representative).join();
      });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['Europe/Berln', 'did you mean Europe/Berlin?'],
    ['Berlin', 'did you mean Europe/Berlin?'],
    ['new york', 'did you mean America/New_York?'],
    ['W Europe Standard Time', 'did you mean W. Europe Standard Time?'],
    ['Pacific Standart Time', 'did you mean Pacific Standard Time?'],
  ])('fails for %j with the nearest name', (name, advice) => {
    expect(() => TimeZone.of(name)).toThrow(`${advice} [TimeZoneUnknown]`);
  });

  test.each(['', 'xyzzy', 'Antarctica/Troll', '__proto__'])('fails for %j', (name) => {
    expect(() => TimeZone.of(name)).toThrow(/timeZone must be a time zone.*\[TimeZoneUnknown\]/);
  });

  test('fails for a token and says why', () => {
    expect(() => TimeZone.of(Token.asString({ ref: 1 }))).toThrow(
      /known at synthesis.*\[TimeZoneUnknown\]/,
    );
  });
});
