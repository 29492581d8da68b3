import {
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { relative } from 'node:path';
import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { parseVersionLines, renderVersionLines, type VersionLine } from './version-lines';

/** Milliseconds after which the lock of another process counts as left behind. */
const STALE_AFTER = 10_000;
const RETRY_AFTER = 20;

/**
 * The lines of a versions file; `undefined` where there is none.
 *
 * @throws UnscopedValidationError VersionsFileInvalid, VersionsFileUnreadable
 */
export function readVersions(file: string): readonly VersionLine[] | undefined {
  const text = textOf(file);
  return text === undefined ? undefined : parseVersionLines(text, shownPath(file));
}

/**
 * Changes a versions file as a whole: no reader sees half of it, and of processes that change it at the
 * same time each starts from what the other wrote. A file that would stay as it is, is not touched.
 *
 * @throws UnscopedValidationError VersionsFileInvalid, VersionsFileUnreadable, VersionsFileUnwritable
 */
export function updateVersions(
  file: string,
  change: (lines: readonly VersionLine[]) => readonly VersionLine[],
): void {
  if (!wouldChange(file, change)) return;
  locked(file, () => {
    if (!wouldChange(file, change)) return;
    const draft = `${file}.${String(process.pid)}.tmp`;
    writeFileSync(draft, renderVersionLines(change(readVersions(file) ?? [])));
    renameSync(draft, file);
  });
}

/** Whether a change of the lines would change the file. */
export function wouldChange(
  file: string,
  change: (lines: readonly VersionLine[]) => readonly VersionLine[],
): boolean {
  const before = readVersions(file);
  const after = change(before ?? []);
  return before === undefined ? after.length > 0 : renderVersionLines(after) !== textOf(file);
}

/** A path as messages show it: the same on every machine. */
export function shownPath(file: string): string {
  return relative(process.cwd(), file).replaceAll('\\', '/');
}

function textOf(file: string): string | undefined {
  try {
    // Most stacks have no such file, and an exception costs more than the question.
    if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw refused('VersionsFileUnreadable', file, 'be a file that can be read', error);
  }
}

function locked(file: string, run: () => void): void {
  const lock = `${file}.lock`;
  try {
    while (!taken(lock)) sleep(RETRY_AFTER);
    try {
      run();
    } finally {
      rmSync(lock, { force: true });
    }
  } catch (error) {
    if (UnscopedValidationError.isValidationError(error)) throw error;
    throw refused('VersionsFileUnwritable', file, 'be a file that can be written', error);
  }
}

function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (ageOf(lock) > STALE_AFTER) rmSync(lock, { force: true });
    return false;
  }
}

/** In milliseconds; nothing where another process removed it meanwhile. */
function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/** Synthesis is synchronous. */
function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function refused(
  code: string,
  file: string,
  must: string,
  error: unknown,
): UnscopedValidationError {
  return new UnscopedValidationError([
    problem(code, {
      property: 'versionsFile',
      must: `${must} (${String(codeOf(error) ?? error)})`,
      got: shownPath(file),
      fix: 'to synthesize without keeping versions, set CDKTF_AZUREML_VERSIONS to read',
    }),
  ]);
}
