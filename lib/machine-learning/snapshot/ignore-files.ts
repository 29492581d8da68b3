import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as IgnorePackage from 'ignore';

/** In this order: in a folder the first that exists counts alone, as in the v1 SDK. */
const IGNORE_FILES = ['.amlignore', '.gitignore'] as const;

/** What is never uploaded, whatever an ignore file says: history, what Python compiles, the files themselves. */
const NEVER: ReadonlySet<string> = new Set(['.git', '__pycache__', ...IGNORE_FILES]);

/** Byte order marks, which git skips at the start of a file. */
const MARK = /^\uFEFF/;

/**
 * What the ignore files from the root of a folder down to one of its folders leave out, as git combines
 * them: patterns are relative to the folder of their file, and the last pattern that matches decides,
 * those of deeper files after those above. Whoever asks does not go into folders that are left out, so
 * nothing in them can be taken in again.
 *
 * In each folder `.amlignore` counts, else `.gitignore`; below an `.amlignore`, no `.gitignore` does.
 *
 * @see https://git-scm.com/docs/gitignore
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-save-write-experiment-files
 */
export class IgnoreFiles {
  /** The ignore file of the root of a folder, if it has one. */
  public static at(root: string): IgnoreFiles {
    return new IgnoreFiles(root, [], false).within('');
  }

  private matcher: IgnorePackage.Ignore | undefined;

  private constructor(
    private readonly root: string,
    private readonly patterns: readonly string[],
    private readonly amlOnly: boolean,
  ) {}

  /** The same with the ignore file of a folder below, if it has one. */
  public within(folder: string): IgnoreFiles {
    const names = this.amlOnly ? IGNORE_FILES.slice(0, 1) : IGNORE_FILES;
    const name = names.find((candidate) => existsSync(join(this.root, folder, candidate)));
    if (name === undefined) return this;
    const text = readFileSync(join(this.root, folder, name), 'utf8').replace(MARK, '');
    const patterns = bytesOf(text)
      .split(/\r?\n/)
      .flatMap((line) => rebased(line, bytesOf(folder)));
    return new IgnoreFiles(
      this.root,
      [...this.patterns, ...patterns],
      this.amlOnly || name === IGNORE_FILES[0],
    );
  }

  /**
   * Whether a path is left out, that of a folder ending in a slash.
   *
   * @param path within the root, with forward slashes
   */
  public ignores(path: string): boolean {
    const name = path.replace(/^.*\/(?=.)|\/$/g, '');
    if (NEVER.has(name)) return true;
    if (this.patterns.length === 0) return false;
    this.matcher ??= ignorePackage()({ ignorecase: false }).add([...this.patterns]);
    return this.matcher.ignores(bytesOf(path));
  }
}

/** One character for each byte of UTF-8: to git, `?` and `[…]` stand for a byte. */
function bytesOf(text: string): string {
  return Buffer.from(text.normalize('NFC')).toString('latin1');
}

/** A pattern of a deeper file, as it would read in the root. */
function rebased(line: string, folder: string): readonly string[] {
  if (folder === '' || line === '' || line.startsWith('#')) return [line];
  const negated = line.startsWith('!');
  const pattern = (negated ? line.slice(1) : line).replace(/^\\(?=[!#])/, '');
  const anchored = /\/(?! *$)/.test(pattern);
  const below = pattern.replace(/^\//, '');
  if (/^[/ ]*$/.test(below)) return [];
  const above = folder.replace(/[\\*?[]/g, '\\$&');
  return [`${negated ? '!' : ''}/${above}/${anchored ? '' : '**/'}${below}`];
}

/** Loaded only where code is read: it costs start-up time. */
function ignorePackage(): typeof IgnorePackage {
  return require('ignore') as typeof IgnorePackage;
}
