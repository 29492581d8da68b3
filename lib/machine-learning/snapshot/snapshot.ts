import { createHash } from 'node:crypto';
import { cacheFolder, DigestCache } from './digest-cache';
import { FileHasher } from './file-digest';
import { checkFiles, type FileLimits } from './file-rules';
import type { FoundFile } from './found-files';

/** One file of a snapshot. */
export interface SnapshotFile extends FoundFile {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** Whether it holds nothing. */
  readonly empty: boolean;
}

/** Files, and a hash of their paths and contents. */
export interface Snapshot {
  /** In the order of their paths. */
  readonly files: readonly SnapshotFile[];
  /** SHA-256, 64 lower-case hexadecimal digits; knows nothing of times, owners or machines. */
  readonly hash: string;
}

/** What a snapshot is taken of. */
export interface SnapshotContent {
  /** The folder that is spoken of, absolute; its digests are kept together. */
  readonly directory: string;
  /** What is uploaded. */
  readonly files: readonly FoundFile[];
  /** What counts in the hash besides, by paths from the folder. */
  readonly counted?: readonly FoundFile[];
  readonly limits: FileLimits;
}

/** Below both, reading the files takes no longer than keeping their digests. */
const WORTH_CACHING = { files: 500, bytes: 8 * 1024 * 1024 };

const MILLISECOND = 1_000_000n;

/**
 * Reads files and hashes them.
 *
 * @throws UnscopedValidationError FilePathInvalid, FilePathAmbiguous, TooManyFiles, FilesTooLarge
 */
export function takeSnapshot({
  directory,
  files,
  counted = [],
  limits,
}: SnapshotContent): Snapshot {
  checkFiles(files, limits);
  const cache = cacheFor(directory, [...files, ...counted]);
  const digests = new Digests(cache);
  const hash = createHash('sha256');
  const taken = inOrder(files).map((file) => {
    const digest = digests.of(file);
    hash.update(lineOf(file.path, digest));
    return { ...file, digest, empty: file.stamp.size === 0 };
  });
  for (const file of inOrder(counted)) hash.update(`+${lineOf(file.path, digests.of(file))}`);
  cache?.save();
  return { files: taken, hash: hash.digest('hex') };
}

/** The digest of a file, from the cache or read now. */
class Digests {
  private readonly hasher = new FileHasher();

  public constructor(private readonly cache: DigestCache | undefined) {}

  public of({ source, stamp: before }: FoundFile): string {
    const known = this.cache?.find(source, before);
    if (known !== undefined) return known;
    const moment = BigInt(Date.now()) * MILLISECOND;
    const { digest, stamp: after } = this.hasher.read(source);
    this.cache?.add(source, digest, before, after, moment);
    return digest;
  }
}

function cacheFor(directory: string, files: readonly FoundFile[]): DigestCache | undefined {
  const folder = cacheFolder();
  const bytes = files.reduce((sum, { stamp }) => sum + stamp.size, 0);
  const small = files.length < WORTH_CACHING.files && bytes < WORTH_CACHING.bytes;
  return folder === undefined || small ? undefined : DigestCache.open(directory, folder);
}

/** In the order of UTF-16 units, the same on all machines. */
function inOrder(files: readonly FoundFile[]): readonly FoundFile[] {
  return [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** With its length, so that no path runs into a digest. */
function lineOf(path: string, digest: string): string {
  return `${String(Buffer.byteLength(path))}:${path}:${digest}\n`;
}
