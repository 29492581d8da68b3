import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../support/repository';

/** A mapping of a YAML document. */
export interface Mapping {
  readonly [key: string]: unknown;
}

/** What is in the folder of the integrations that is YAML. */
export function yamlFiles(): readonly string[] {
  return readdirSync(join(ROOT, 'integrations'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join('integrations', file))
    .sort();
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** A YAML document as plain values. */
export function documentOf(text: string): Mapping {
  const document: unknown = parse(text, { strict: true, uniqueKeys: true });
  return mappingOf(document);
}

/** The value where it is a mapping, else an empty one. */
export function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Mapping)
    : {};
}

/** Every mapping in a document, outer before inner. */
export function mappingsIn(value: unknown): readonly Mapping[] {
  if (Array.isArray(value)) return value.flatMap(mappingsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Mapping, ...Object.values(value).flatMap(mappingsIn)];
}

/** Every text under a key, anywhere in a document. */
export function textsUnder(document: unknown, key: string): readonly string[] {
  return mappingsIn(document).flatMap(({ [key]: value }) =>
    typeof value === 'string' ? [value] : [],
  );
}
