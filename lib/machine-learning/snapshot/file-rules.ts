import { type Problem, UnscopedValidationError } from '../../core/errors';
import { isOutside, problem, type Rule } from '../../core/validation';
import type { FoundFile } from './found-files';

/** How much may be uploaded. */
export interface FileLimits {
  /** How many files, inclusive. */
  readonly maxFiles: number;
  /** How much they may hold together, in MiB, inclusive. */
  readonly maxSizeMiB: number;
}

/** Limits of the v1 SDK for a snapshot. */
export const DEFAULT_LIMITS: FileLimits = { maxFiles: 2000, maxSizeMiB: 300 };

const MIB = 1024 * 1024;

/** How many of the largest files an error names. */
const NAMED = 5;

/** Names of blobs have at most 1,024 characters, of which folder and hash take some. */
const MAX_PATH = 900;

/** A path that cannot be the name of a blob, with the reason. */
export function pathRefused(path: string, must: string): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('FilePathInvalid', {
      property: 'directory',
      must: `hold only files whose paths can be names of blobs: each must ${must}`,
      got: path,
      fix: 'rename the file, or leave it out by an ignore file',
    }),
  ]);
}

/**
 * What speaks against uploading files.
 *
 * @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
 */
export function checkFiles(files: readonly FoundFile[], limits: FileLimits): void {
  for (const { path } of files) checkPath(path);
  checkTwins(files);
  const [first, ...others] = [...tooMany(files, limits), ...tooLarge(files, limits)];
  if (first !== undefined) throw new UnscopedValidationError([first, ...others]);
}

function checkPath(path: string): void {
  if (path.length > MAX_PATH)
    throw pathRefused(path, `have at most ${String(MAX_PATH)} characters`);
  if (/[\\\u0000-\u001F\u007F]/.test(path)) {
    throw pathRefused(path, 'be without backslashes and control characters');
  }
  // Azure drops a full stop at the end of a segment, so two files could become one.
  if (/\.(?:\/|$)/.test(path)) throw pathRefused(path, 'have no segment that ends in a full stop');
  // cdktf would put something else in the place of the first, and drop the second.
  if (path.includes('TfToken[') || path === '__proto__') {
    throw pathRefused(path, 'mean nothing to cdktf and JavaScript');
  }
}

function checkTwins(files: readonly FoundFile[]): void {
  const sources = new Map<string, string>();
  for (const { path, source } of files) {
    const twin = sources.get(path);
    if (twin !== undefined) {
      throw new UnscopedValidationError([
        problem('FilePathAmbiguous', {
          property: 'directory',
          must: `hold one file for each path, apart from the way in which letters with accents are stored, and "${path}" stands for two`,
          got: twin,
          fix: `rename or leave out this one or ${source}`,
        }),
      ]);
    }
    sources.set(path, source);
  }
}

function tooMany(files: readonly FoundFile[], { maxFiles }: FileLimits): readonly Problem[] {
  if (files.length <= maxFiles) return [];
  return [
    problem('TooManyFiles', {
      property: 'directory',
      must: `hold at most ${String(maxFiles)} files that are not ignored`,
      got: files.length,
      fix: `leave out what is not needed by an ignore file, or raise maxFiles; ${largest(files)}`,
    }),
  ];
}

function tooLarge(files: readonly FoundFile[], { maxSizeMiB }: FileLimits): readonly Problem[] {
  const size = files.reduce((sum, { stamp }) => sum + stamp.size, 0);
  if (size <= maxSizeMiB * MIB) return [];
  return [
    problem('FilesTooLarge', {
      property: 'directory',
      must: `hold at most ${String(maxSizeMiB)} MiB that are not ignored`,
      got: inMiB(size),
      fix: `leave out what is not needed by an ignore file, or raise maxSizeMiB; ${largest(files)}`,
    }),
  ];
}

function largest(files: readonly FoundFile[]): string {
  const named = [...files]
    .sort((one, other) => other.stamp.size - one.stamp.size)
    .slice(0, NAMED)
    .map(({ path, stamp }) => `${path} (${inMiB(stamp.size)})`);
  return `the largest are ${named.join(', ')}`;
}

function inMiB(size: number): string {
  return size < MIB / 10 ? `${String(size)} bytes` : `${(size / MIB).toFixed(1)} MiB`;
}

/** Bounds of the limits themselves. */
export const LIMIT_RULES: readonly Rule<Partial<FileLimits>>[] = [
  {
    code: 'FileLimitInvalid',
    check: (limits) => {
      const property = (['maxFiles', 'maxSizeMiB'] as const).find((name) =>
        isOutside(limits[name], 1, undefined),
      );
      return property === undefined
        ? undefined
        : { property, must: 'be at least 1', got: limits[property] };
    },
  },
];
