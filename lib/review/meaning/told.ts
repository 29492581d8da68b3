import { isList, isObject } from '../../policy/plan-state';
import { secretIn } from '../../policy/secrets';
import {
  type Difference,
  DifferenceKind,
  ExactNumber,
  type PlanValue,
  Sensitive,
  Unknown,
} from '../model';

const LONGEST = 80;

/** How much of what two long texts have in common is shown before they differ. */
const SHARED = 24;

/** What stands for a value that is known only at apply. */
export const KNOWN_AFTER_APPLY = 'known after apply';

/** What stands for a value that is never shown. */
export const SENSITIVE = 'sensitive';

/** Text on one line, without control characters, shortened in its middle. */
export function oneLine(text: string, longest = LONGEST): string {
  if (text.length <= longest && PLAIN.test(text)) return text;
  // Enough of the text that is kept, before what is costly on long ones.
  const clean = (text.length > longest * 4 ? text.slice(0, longest * 4) : text)
    .replaceAll(UNPRINTABLE, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1)}…`;
}

/** Words of ASCII with one space between them: most of what is told, and all of it stays. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Control characters, line and paragraph separators, and what turns the direction of text. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;

/** A value as people read it: short, on one line, without what is or looks secret. */
export function told(value: PlanValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === Unknown.VALUE) return KNOWN_AFTER_APPLY;
  if (value === Sensitive.VALUE) return SENSITIVE;
  if (typeof value === 'string') return toldText(value);
  if (value instanceof ExactNumber) return oneLine(value.digits);
  if (isList(value)) return toldList(value);
  if (isObject(value)) {
    const names = Object.keys(value).map((name) => oneLine(name, 24));
    return names.length === 0 ? '{}' : `{ ${oneLine(names.slice(0, 8).join(', '))} }`;
  }
  return JSON.stringify(value);
}

function toldText(text: string): string {
  const kind = secretIn(text);
  if (kind !== undefined) return `(looks like ${kind}, not shown)`;
  return text === '' ? '""' : oneLine(toldId(text));
}

/** Of an id of Azure what tells it apart within a stack: a resource, and what holds it. */
function toldId(text: string): string {
  if (!/^\/subscriptions\/[^/]+\//i.test(text)) return text;
  const names = text.slice(text.toLowerCase().lastIndexOf('/providers/') + 1).split('/');
  return names[0]?.toLowerCase() === 'providers' && names.length > 3
    ? names.slice(Math.max(2, names.length - 4)).join('/')
    : text;
}

function toldList(items: readonly PlanValue[]): string {
  const areShort = items.length <= 6 && items.every((item) => !isHolder(item));
  if (areShort) return `[${items.map(told).join(', ')}]`;
  return `a list of ${String(items.length)}`;
}

function isHolder(value: PlanValue): boolean {
  return isList(value) || isObject(value);
}

/** A path as people read it. Azure's envelope says nothing and is left out. */
export function toldPath(path: readonly string[]): string {
  const envelope = path[0] === 'body' ? (path[1] === 'properties' ? 2 : 1) : 0;
  const rest = path.length > envelope ? path.slice(envelope) : path;
  return path.length === 0 ? 'all of it' : oneLine(rest.join('.'), 120);
}

/** One difference in words. */
export function toldDifference({ path, kind, before, after }: Difference): string {
  const where = toldPath(path);
  if (kind === DifferenceKind.ADDED) return `${where}: added ${told(after)}`;
  if (kind === DifferenceKind.REMOVED) return `${where}: removed ${told(before)}`;
  const hidden = before === Sensitive.VALUE || after === Sensitive.VALUE;
  return hidden ? `${where}: a sensitive value changes` : `${where}: ${fromTo(before, after)}`;
}

/** From what to what. */
export function fromTo(before: PlanValue | undefined, after: PlanValue | undefined): string {
  const [from, to] = [told(before), told(after)];
  if (from !== to) return `${from} → ${to}`;
  if (typeof before !== typeof after) return `${quoted(before)} → ${quoted(after)}`;
  const [old, young] = apart(before, after);
  return old === young ? `${from}, beyond what is shown` : `${old} → ${young}`;
}

/** A value of which it shows whether it is text. */
function quoted(value: PlanValue | undefined): string {
  return typeof value === 'string' ? `"${told(value)}"` : told(value);
}

/** Two texts from where they begin to differ. */
function apart(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
): readonly [string, string] {
  if (typeof before !== 'string' || typeof after !== 'string') return ['', ''];
  if (secretIn(before) !== undefined || secretIn(after) !== undefined) return ['', ''];
  const differs = [...before].findIndex((character, index) => character !== after[index]);
  const start = Math.max(0, (differs < 0 ? before.length : differs) - SHARED);
  const from = (text: string) => `${start === 0 ? '' : '…'}${oneLine(text.slice(start))}`;
  return [from(before), from(after)];
}

/** Several things in a sentence. */
export function listed(items: readonly string[], most = 8): string {
  const shown =
    items.length > most ? [...items.slice(0, most), `${String(items.length - most)} more`] : items;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} and ${shown.slice(-1).join('')}`;
}

/** A number of things, such as `1 node` and `4 nodes`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
