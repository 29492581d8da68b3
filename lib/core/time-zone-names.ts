import type * as WindowsIana from 'windows-iana';

/** The two names of a time zone. */
export interface TimeZoneNames {
  readonly windowsName: string;
  readonly ianaName: string;
}

/**
 * Zones that moved after the Unicode table that `windows-iana` carries, or that it lacks, with the
 * Windows zone that keeps the same time all year.
 *
 * @see https://data.iana.org/time-zones/tzdb/NEWS, release 2025c
 */
const MOVED: ReadonlyMap<string, string> = new Map([
  ['America/Chihuahua', 'Central Standard Time (Mexico)'],
  ['America/Ciudad_Juarez', 'Mountain Standard Time'],
  ['America/Coyhaique', 'Magallanes Standard Time'],
  ['America/Ojinaga', 'Central Standard Time'],
  ['America/Scoresbysund', 'Greenland Standard Time'],
  ['Antarctica/Casey', 'W. Australia Standard Time'],
  ['Antarctica/Vostok', 'West Asia Standard Time'],
  ['Asia/Almaty', 'Qyzylorda Standard Time'],
  ['Asia/Qostanay', 'Qyzylorda Standard Time'],
]);

/** New names of zones; run times keep the old one as the canonical name. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['Europe/Kyiv', 'Europe/Kiev'],
  ['Pacific/Kanton', 'Pacific/Enderbury'],
]);

/** What stands for a Windows zone, where that differs from the table of `windows-iana`. */
const REPRESENTATIVE: ReadonlyMap<string, string> = new Map([
  ['Central Asia Standard Time', 'Asia/Bishkek'],
  ['Mountain Standard Time (Mexico)', 'America/Mazatlan'],
  ['UTC', 'Etc/UTC'],
]);

/** The names of a zone given by either, in any case; `undefined` for unknown ones. */
export function timeZoneNames(name: string): TimeZoneNames | undefined {
  const windowsName = sameIgnoringCase(name, windowsNames());
  if (windowsName !== undefined && windowsName !== 'UTC') {
    return { windowsName, ianaName: representativeOf(windowsName) };
  }
  const ianaName = sameIgnoringCase(name, ianaNames()) ?? runtimeName(name);
  const mapped = ianaName === undefined ? undefined : windowsNameOf(ianaName);
  return ianaName === undefined || mapped === undefined
    ? undefined
    : { windowsName: mapped, ianaName };
}

/** Names that {@link timeZoneNames} knows, for suggestions. */
export function knownTimeZoneNames(): readonly string[] {
  return [...windowsNames(), ...ianaNames()];
}

function windowsNameOf(ianaName: string): string | undefined {
  const moved = MOVED.get(ianaName);
  if (moved !== undefined) return moved;
  const { findWindows } = table();
  const canonical = RENAMED.get(ianaName) ?? ianaName;
  return findWindows(canonical)[0] ?? findWindows(canonicalName(canonical) ?? canonical)[0];
}

function representativeOf(windowsName: string): string {
  const own = REPRESENTATIVE.get(windowsName);
  if (own !== undefined) return own;
  const entry = table().WINDOWS_TO_IANA_MAP.find(
    (zone) => zone.windowsName === windowsName && zone.territory === '001',
  );
  return entry?.iana[0] ?? windowsName;
}

function windowsNames(): readonly string[] {
  return [...new Set(table().WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
}

function ianaNames(): readonly string[] {
  const aliases = table().IANA_ALIAS_MAP.flatMap(({ alias }) => alias);
  return [...new Set([...aliases, ...MOVED.keys(), ...RENAMED.keys()])];
}

/** The name itself, where only the run time knows it. */
function runtimeName(name: string): string | undefined {
  return canonicalName(name) === undefined ? undefined : name;
}

function canonicalName(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function sameIgnoringCase(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  return names.find((candidate) => candidate.toLowerCase() === wanted);
}

/** Loaded when first needed: the tables are large, and UTC needs none. */
function table(): typeof WindowsIana {
  return require('windows-iana') as typeof WindowsIana;
}
