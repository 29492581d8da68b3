import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { leadsNowhere } from '../private/file-errors';
import { ignoredBy } from './ignore-file';

/** One file of a snapshot. */
export interface SnapshotFile {
  /** Path within the snapshot, with forward slashes. */
  readonly path: string;
  /** Where it is on this machine. */
  readonly source: string;
  /** Whether it holds nothing. */
  readonly empty: boolean;
}

/** The files of a folder, and a hash of their paths and contents. */
export interface Snapshot {
  /** In the order of their paths. */
  readonly files: readonly SnapshotFile[];
  /** SHA-256, 64 lower-case hexadecimal digits; knows nothing of times, owners or machines. */
  readonly hash: string;
}

/** Takes a snapshot of a folder: what its ignore file does not leave out, links followed, loops not. */
export function takeSnapshot(directory: string): Snapshot {
  const ignored = ignoredBy(directory);
  const files = [...walk(directory, '', new Set([realpathSync(directory)]), ignored)].sort(
    (a, b) => (a.path < b.path ? -1 : 1),
  );
  const hash = createHash('sha256');
  for (const { path, source } of files) {
    const content = createHash('sha256').update(readFileSync(source)).digest('hex');
    hash.update(`${String(Buffer.byteLength(path))}:${path}:${content}\n`);
  }
  return { files, hash: hash.digest('hex') };
}

function* walk(
  root: string,
  folder: string,
  ancestors: ReadonlySet<string>,
  ignored: (path: string) => boolean,
): Generator<SnapshotFile> {
  for (const name of readdirSync(join(root, folder))) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const source = join(root, path);
    const stat = target(source);
    if (stat === undefined) continue;
    if (stat.isDirectory()) {
      const real = realpathSync(source);
      if (ancestors.has(real) || ignored(`${path}/`)) continue;
      yield* walk(root, path, new Set([...ancestors, real]), ignored);
    } else if (stat.isFile() && !ignored(path)) {
      yield { path, source, empty: stat.size === 0 };
    }
  }
}

/** What a path leads to; `undefined` for a link that leads nowhere or to itself. */
function target(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (leadsNowhere(error)) return undefined;
    throw error;
  }
}
