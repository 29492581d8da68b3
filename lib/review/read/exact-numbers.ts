import { randomUUID } from 'node:crypto';
import { turnedItems, turnedMembers } from '../compare/shared-copies';
import { ExactNumber } from '../model';
import { isRecord } from './json-values';

/** A number of sixteen characters or more where a value may stand: what is shorter is read exactly. */
const MAY_BE_ROUNDED = /[:,[\s-]\d[\d.]{15}/;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/g;

/**
 * JSON read as `JSON.parse` does, but for numbers that this would round. Few texts have a long number, and only those
 * are read a second time, with a text in the place of each such number.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parsedExactly(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!MAY_BE_ROUNDED.test(text)) return value;
  const mark = randomUUID();
  const marked = withMarks(text, mark);
  return marked === text ? value : withNumbers(JSON.parse(marked), mark);
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
  return digits.length < 16 || canonical(digits) === canonical(String(Number(digits)));
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
