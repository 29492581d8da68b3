import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type FileStamp, isSettled } from './file-stamp';

/** Names the folder of caches, or switches them off. */
const VARIABLE = 'CDKTF_AZUREML_CACHE';

/** Part of the name of a cache, so that another form of it is another cache. */
const FORM = '1';

/** Stamp and digest by the place of a file. */
type Entries = Map<string, readonly [key: string, digest: string]>;

/**
 * Where caches are: in the folder that `CDKTF_AZUREML_CACHE` names, else in the user's own.
 *
 * @returns `undefined` where the variable is `off`
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment[VARIABLE] ?? '';
  if (named === 'off') return undefined;
  if (named !== '') return resolve(named);
  const caches = environment['XDG_CACHE_HOME'] ?? '';
  return join(caches === '' ? join(homedir(), '.cache') : caches, 'cdktf-azureml');
}

/**
 * Digests of the files of one folder, from one synthesis to the next.
 *
 * A digest counts for a file at the same place with the same device, inode, size, time of writing and
 * time of change. The last cannot be set by programs, so it tells also where the time of writing was set
 * back. It is not taken in unless the file was older than a tick of the clock when it was read, and
 * the same before and after: a change within a tick would leave the times as they are. What is not whole
 * is as if it were not there, and a cache that cannot be written is left out.
 */
export class DigestCache {
  /** The cache of a folder, empty where there is none that is whole. */
  public static open(directory: string, folder: string): DigestCache {
    const name = createHash('sha256').update(directory).digest('hex').slice(0, 32);
    const file = join(folder, `${name}-${FORM}.json`);
    return new DigestCache(folder, file, read(file));
  }

  private readonly used: Entries = new Map();
  private added = false;

  private constructor(
    private readonly folder: string,
    private readonly file: string,
    private readonly known: Entries,
  ) {}

  /** The digest of a file, if it is known and the file is as it was. */
  public find(source: string, stamp: FileStamp): string | undefined {
    const entry = this.known.get(source);
    if (entry?.[0] !== stamp.key) return undefined;
    this.used.set(source, entry);
    return entry[1];
  }

  /**
   * Takes a digest in, if the file cannot change unseen any more.
   *
   * @param before stamp of the file before it was read
   * @param after stamp of the file once it was read
   * @param moment when reading began, in nanoseconds since 1970
   */
  public add(
    source: string,
    digest: string,
    before: FileStamp,
    after: FileStamp,
    moment: bigint,
  ): void {
    if (before.key !== after.key || !isSettled(before, moment)) return;
    this.used.set(source, [before.key, digest]);
    this.added = true;
  }

  /** Writes what was found or taken in, in one move; nothing where nothing is new. */
  public save(): void {
    if (!this.added && this.used.size === this.known.size) return;
    const content = JSON.stringify([...this.used]);
    const part = `${this.file}.${String(process.pid)}`;
    if (!isMade(this.folder)) return;
    try {
      writeFileSync(part, `${checksumOf(content)}\n${content}`, { mode: 0o600 });
      renameSync(part, this.file);
    } catch {
      rmSync(part, { force: true });
    }
  }
}

/** Only for its user, who would otherwise trust digests that others write. */
function isMade(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

function read(file: string): Entries {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const content = text.slice(end + 1);
    if (text.slice(0, end) !== checksumOf(content)) return new Map();
    return new Map(JSON.parse(content) as Iterable<[string, readonly [string, string]]>);
  } catch {
    return new Map();
  }
}

function checksumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
