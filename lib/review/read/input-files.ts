import { existsSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import type { InputBytes } from './input-bytes';

/** Standard input, as an argument says it. */
const STANDARD_INPUT = '-';

/**
 * The files that arguments name, patterns with `*`, `**` and `?` expanded for shells that do not.
 *
 * @throws UnscopedValidationError InputFileMissing
 */
export function inputFiles(patterns: readonly string[]): readonly string[] {
  return [
    ...new Set(
      patterns.flatMap((pattern) => {
        if (pattern === STANDARD_INPUT || isFile(pattern)) return [pattern];
        const found = /[*?]/.test(pattern) ? filesLike(pattern) : [];
        return found.length > 0 ? found : missing(pattern);
      }),
    ),
  ];
}

/**
 * The content of a file, or of standard input.
 *
 * @throws UnscopedValidationError InputFileUnreadable
 */
export function readInput(name: string): InputBytes {
  try {
    return { name, bytes: name === STANDARD_INPUT ? standardInput() : readFileSync(name) };
  } catch (error) {
    throw new UnscopedValidationError([
      problem('InputFileUnreadable', {
        property: name,
        must: 'be readable',
        got: error instanceof Error ? error.message : String(error),
      }),
    ]);
  }
}

/** All that is piped. A pipe that does not wait says that it has nothing yet, which is no end. */
function standardInput(): Buffer {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(1 << 16);
  for (;;) {
    const length = readSome(chunk);
    if (length === 0) return Buffer.concat(chunks);
    if (length === undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    else chunks.push(Buffer.from(chunk.subarray(0, length)));
  }
}

/** How many bytes were read, 0 at the end, `undefined` where there are none yet. */
function readSome(into: Buffer): number | undefined {
  try {
    return readSync(0, into);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'EAGAIN') return undefined;
    if (code === 'EOF') return 0;
    throw error;
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function missing(pattern: string): never {
  throw new UnscopedValidationError([
    problem('InputFileMissing', { property: 'file', must: 'be there', got: pattern }),
  ]);
}

function filesLike(pattern: string): readonly string[] {
  const parts = pattern.replaceAll('\\', '/').split('/');
  const start = parts.findIndex((part) => /[*?]/.test(part));
  const root = parts.slice(0, start).join('/');
  const from = root === '' ? (pattern.startsWith('/') ? '/' : '.') : root;
  return existsSync(from) ? matching(from, parts.slice(start)).sort() : [];
}

function matching(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  if (part === '**') {
    const below = folders.flatMap(({ name }) => matching(join(folder, name), parts));
    return [...matching(folder, rest), ...below];
  }
  const pattern = new RegExp(`^${part.split('').map(inPattern).join('')}$`);
  const like = (entry: { readonly name: string }) => pattern.test(entry.name);
  if (rest.length > 0) {
    return folders.filter(like).flatMap(({ name }) => matching(join(folder, name), rest));
  }
  return entries
    .filter((entry) => entry.isFile() && like(entry))
    .map(({ name }) => join(folder, name));
}

function inPattern(char: string): string {
  if (char === '*') return '[^/]*';
  return char === '?' ? '[^/]' : char.replace(/[\\^$.|+()[\]{}]/, '\\$&');
}
