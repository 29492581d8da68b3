import { UnscopedValidationError } from './errors';
import { nearest } from './nearest';
import { knownTimeZoneNames, timeZoneNames } from './time-zone-names';
import { isUnresolved, problem } from './validation';

/**
 * A time zone.
 *
 * Azure Machine Learning, Logic Apps and Data Factory take Windows names; people and most programs know
 * the names of the IANA database. Either may be given, either can be read.
 */
export class TimeZone {
  /** Coordinated Universal Time. */
  public static readonly UTC = new TimeZone('UTC', 'Etc/UTC');
  private static readonly known = new Map<string, TimeZone>();

  /**
   * A time zone by its IANA name, also an old one, or by its Windows name.
   *
   * @param name such as `Europe/Berlin` or `W. Europe Standard Time`, in any case; known at synthesis
   * @throws UnscopedValidationError TimeZoneUnknown, with the nearest name
   * @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
   */
  public static of(name: string): TimeZone {
    const known = TimeZone.known.get(name);
    if (known !== undefined) return known;
    const zone = TimeZone.find(name);
    TimeZone.known.set(name, zone);
    return zone;
  }

  private static find(name: string): TimeZone {
    if (/^(?:etc\/)?utc$/i.test(name)) return TimeZone.UTC;
    const isKnown = typeof name === 'string' && !isUnresolved(name);
    const names = isKnown ? timeZoneNames(name) : undefined;
    if (names === undefined) throw unknown(name);
    return new TimeZone(names.windowsName, names.ianaName);
  }

  private constructor(
    /** Name that Azure takes, such as `W. Europe Standard Time`. */
    public readonly windowsName: string,
    /**
     * Name in the IANA database, as it was given, such as `Europe/Berlin`; for a zone given by its Windows
     * name, the largest place in it.
     */
    public readonly ianaName: string,
  ) {}
}

function unknown(name: string): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('TimeZoneUnknown', {
      property: 'timeZone',
      must: 'be a time zone that Azure has, by its IANA or Windows name, such as Europe/Berlin',
      got: name,
      ...fixFor(name),
    }),
  ]);
}

function fixFor(name: string): { readonly fix?: string } {
  if (typeof name !== 'string' || isUnresolved(name))
    return { fix: 'give a name that is known at synthesis, not a token' };
  const names = knownTimeZoneNames();
  const place = `/${name.trim().toLowerCase().replace(/ /g, '_')}`;
  const similar =
    names.find((known) => known.toLowerCase().endsWith(place)) ?? nearest(name, names);
  return similar === undefined ? {} : { fix: `did you mean ${similar}?` };
}
