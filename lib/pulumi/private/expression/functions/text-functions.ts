import { ExpressionFault } from '../expression-fault';
import { listOf, textOf, type Value, wholeOf } from '../values';
import { exactly, atLeast, type FunctionTable } from './function-table';
import { formatText } from './format-text';

/** Functions of text. */
export const TEXT_FUNCTIONS: FunctionTable = {
  chomp: exactly(1, (text) => textOf(text).replace(/[\r\n]+$/, '')),
  endswith: exactly(2, (text, ending) => textOf(text).endsWith(textOf(ending))),
  format: atLeast(1, (template, ...args) => formatText(textOf(template), args)),
  join: atLeast(2, (separator, ...lists) =>
    lists.flatMap((list) => listOf(list).map(textOf)).join(textOf(separator)),
  ),
  lower: exactly(1, (text) => textOf(text).toLowerCase()),
  replace: exactly(3, replace),
  split: exactly(2, (separator, text) => splitText(textOf(text), textOf(separator))),
  startswith: exactly(2, (text, start) => textOf(text).startsWith(textOf(start))),
  strrev: exactly(1, (text) => [...GRAPHEMES.segment(textOf(text))].map(whole).reverse().join('')),
  substr: exactly(3, substr),
  tostring: exactly(1, (value) => (value === null ? null : textOf(value))),
  trim: exactly(2, (text, set) => trimmed(textOf(text), textOf(set))),
  trimprefix: exactly(2, (text, prefix) => without(textOf(text), textOf(prefix), 'start')),
  trimspace: exactly(1, (text) =>
    textOf(text).replaceAll(/^[\p{White_Space}]+|[\p{White_Space}]+$/gu, ''),
  ),
  trimsuffix: exactly(2, (text, suffix) => without(textOf(text), textOf(suffix), 'end')),
  upper: exactly(1, (text) => textOf(text).toUpperCase()),
};

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

function whole({ segment }: Intl.SegmentData): string {
  return segment;
}

function replace(given: Value, from: Value, to: Value): Value {
  const [text, search, replacement] = [textOf(given), textOf(from), textOf(to)];
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
    throw new ExpressionFault(
      'replace text by text: Terraform takes a search between slashes for a regular expression',
      'replace it in TypeScript, or search for text without slashes at its ends',
    );
  }
  const isEverywhere = search === '';
  return isEverywhere
    ? ['', ...text, ''].join(replacement)
    : text.replaceAll(search, () => replacement);
}

/** Where the separator is empty, each character is an item. */
function splitText(text: string, separator: string): readonly string[] {
  return separator === '' ? [...text] : text.split(separator);
}

/** Counts characters as readers see them, from the end for a negative start; Terraform then takes a length of 0 for all. */
function substr(given: Value, from: Value, count: Value): Value {
  const characters = [...GRAPHEMES.segment(textOf(given))].map(whole);
  const [offset, length] = [wholeOf(from), wholeOf(count)];
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  const toEnd = length < 0 || (length === 0 && offset < 0);
  const end = toEnd ? characters.length : start + length;
  return characters.slice(start, end).join('');
}

function trimmed(text: string, set: string): string {
  const characters = [...text];
  const cut = new Set(set);
  const kept = characters.flatMap((character, index) => (cut.has(character) ? [] : [index]));
  return characters.slice(kept[0] ?? characters.length, (kept.at(-1) ?? 0) + 1).join('');
}

function without(text: string, part: string, where: 'start' | 'end'): string {
  if (part === '') return text;
  if (where === 'start') return text.startsWith(part) ? text.slice(part.length) : text;
  return text.endsWith(part) ? text.slice(0, -part.length) : text;
}
