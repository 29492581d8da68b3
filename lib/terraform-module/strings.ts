import { segmentsOfTemplate } from '../core/template-segments';
import { isRecord } from '../review/read/json-values';

/** Where a value stands, from the outermost block inwards. */
export type JsonPath = readonly string[];

/** A value with each of its strings replaced; keys stay. Pure. */
export function replaceStrings(
  value: unknown,
  replace: (text: string, path: JsonPath) => string,
  path: JsonPath = [],
): unknown {
  if (typeof value === 'string') return replace(value, path);
  if (Array.isArray(value)) return value.map((item) => replaceStrings(item, replace, path));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '//' ? member : replaceStrings(member, replace, [...path, key]),
    ]),
  );
}

/** Every string in a value, with its place. */
export function stringsIn(value: unknown): readonly (readonly [text: string, path: JsonPath])[] {
  const found: (readonly [string, JsonPath])[] = [];
  replaceStrings(value, (text, path) => {
    found.push([text, path]);
    return text;
  });
  return found;
}

/** The expressions of a template, braces included. */
export function expressionsIn(text: string): readonly string[] {
  if (!/[$%]\{/.test(text)) return [];
  return segmentsOfTemplate(text).flatMap((segment) =>
    segment.kind === 'expression' ? [segment.source] : [],
  );
}

/** Address of the block that a place is in, such as `azurerm_storage_blob.Files`, and `data.` before that of data. */
export function addressOf([kind = '', ...names]: JsonPath): string {
  if (kind === 'resource') return names.slice(0, 2).join('.');
  if (kind === 'data' || kind === 'ephemeral') return [kind, ...names.slice(0, 2)].join('.');
  return [kind, ...names.slice(0, 1)].join('.');
}
