import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { ExpressionFault } from '../expression-fault';
import { isList, isMap, sortedKeys, textOf, type Value, valueOf } from '../values';
import { exactly, type FunctionTable } from './function-table';

/** Functions that write one form as another. */
export const ENCODING_FUNCTIONS: FunctionTable = {
  base64decode: exactly(1, (text) => decoded(textOf(text))),
  base64encode: exactly(1, (text) => Buffer.from(textOf(text)).toString('base64')),
  basename: exactly(1, (path) => baseName(textOf(path))),
  dirname: exactly(1, (path) => posix.dirname(posix.normalize(textOf(path)))),
  jsondecode: exactly(1, (text) => parsed(textOf(text))),
  jsonencode: exactly(1, (value) => escapedForHtml(json(value ?? null))),
  md5: exactly(1, (text) => createHash('md5').update(textOf(text)).digest('hex')),
  nonsensitive: exactly(1, (value) => value ?? null),
  sensitive: exactly(1, (value) => value ?? null),
  sha256: exactly(1, (text) => createHash('sha256').update(textOf(text)).digest('hex')),
  urlencode: exactly(1, (text) => queryEscaped(textOf(text))),
};

function decoded(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const result = bytes.toString('utf8');
  if (bytes.toString('base64') !== text || !Buffer.from(result).equals(bytes)) {
    throw new ExpressionFault('decode Base64 of text');
  }
  return result;
}

function baseName(path: string): string {
  if (path === '') return '.';
  const name = posix.basename(path);
  return name === '' ? '/' : name;
}

function parsed(text: string): Value {
  try {
    return valueOf(JSON.parse(text));
  } catch {
    throw new ExpressionFault('decode JSON');
  }
}

/** Keys sorted, no white space. */
function json(value: Value): string {
  if (isList(value)) return `[${value.map(json).join(',')}]`;
  if (isMap(value)) {
    const members = sortedKeys(value).map(
      (key) => `${JSON.stringify(key)}:${json(value[key] ?? null)}`,
    );
    return `{${members.join(',')}}`;
  }
  return typeof value === 'number' ? textOf(value) : JSON.stringify(value);
}

/** As Go writes JSON. */
function escapedForHtml(text: string): string {
  return text.replaceAll(/[<>&\u2028\u2029]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A space becomes `+`, as in the query of a URL. */
function queryEscaped(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
    .replaceAll(/[!'()*]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
