import { randomUUID } from 'node:crypto';
import { turnedItems, turnedMembers } from '../compare/shared-copies';
import { ExactNumber } from '../model';
import { isRecord } from './json-values';

/** Digits with a point among them of which there are fewer are read exactly. */
const LONG = 16;

/** What stands before a number. */
const BEFORE_NUMBER = /^[:,[\s-]?$/;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/**
 * JSON read as `JSON.parse` does, but for numbers that this would round. Few texts have a long number, and only those
 * are read a second time, with a text in the place of each such number.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parsedExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!mayBeRounded(text)) return value;
  const mark = randomUUID();
  const marked = withMarks(text, mark);
  return marked === text ? value : withNumbers(JSON.parse(marked), mark);
}

/**
 * Whether a long number may stand somewhere. A run of so many characters has one at every sixteenth place, so that
 * most of the text is not looked at: an expression for it would cost a tenth of parsing.
 */
function mayBeRounded(text: string): boolean {
  let at = LONG - 1;
  while (at < text.length) {
    const start = edgeOfDigits(text, at, -1);
    const end = edgeOfDigits(text, at, 1);
    if (end - start > LONG && BEFORE_NUMBER.test(text.charAt(start))) return true;
    at = end + LONG;
  }
  return false;
}

/** Where the digits that a place is among end in a direction; the place itself where it is none. */
function edgeOfDigits(text: string, place: number, step: 1 | -1): number {
  let at = place;
  while (isDigit(text.charCodeAt(at))) at += step;
  return at;
}

/** Whether a character is a digit or a point. */
function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 46;
}

function withMarks(text: string, mark: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf('"', at);
    const quote = found < 0 ? text.length : found;
    parts.push(
      text
        .slice(at, quote)
        .replaceAll(NUMBER, (digits) => (isExact(digits) ? digits : `"${mark}${digits}"`)),
    );
    at = endOfText(text, quote);
    parts.push(text.slice(quote, at));
  }
  return parts.join('');
}

/** Behind the quote that ends the text which begins here. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

function isExact(digits: string): boolean {
  return digits.length < LONG || canonical(digits) === canonical(String(Number(digits)));
}

/** The same text for the same number: sign, digits without zeros around them, and where the point is. */
function canonical(digits: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(digits) ?? [];
  const all = `${whole}${part}`.replace(/^0+/, '');
  const short = all.replace(/0+$/, '');
  if (short === '') return '0';
  const power = Number(exponent) - part.length + all.length - short.length;
  return `${sign}${short}e${String(power)}`;
}

function withNumbers(value: unknown, mark: string): unknown {
  if (typeof value === 'string') {
    return value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value;
  }
  if (Array.isArray(value)) {
    return turnedItems<unknown, unknown>(value, (item) => withNumbers(item, mark));
  }
  return isRecord(value) ? turnedMembers(value, (member) => withNumbers(member, mark)) : value;
}
