import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { leadsNowhere } from '../private/file-errors';
import { type FileStamp, stampOf } from './file-stamp';
import { IgnoreFiles } from './ignore-files';
import { pathRefused } from './file-rules';

/** A file that was found, and not read yet. */
export interface FoundFile {
  /** Path within the snapshot, with forward slashes, in Unicode NFC. */
  readonly path: string;
  /** Where it is on this machine, spelled as there. */
  readonly source: string;
  readonly stamp: FileStamp;
}

/** A walk through a folder. */
interface Walk {
  readonly root: string;
  /** What stands before the paths within the root, empty or ending in a slash. */
  readonly prefix: string;
}

/** A folder on the way. */
interface Folder {
  /** Path within the root as it is spelled there, empty or ending in a slash. */
  readonly place: string;
  /** The same in Unicode NFC. */
  readonly path: string;
  /** The folders that it is in, and itself. */
  readonly ancestors: ReadonlySet<string>;
  readonly ignores: IgnoreFiles | undefined;
}

/**
 * All files below a folder, links followed, circles of links not.
 *
 * Terraform normalizes text to NFC, and systems differ in the form that they store, so paths are NFC.
 *
 * @param ignoring whether ignore files count; without, every file is found
 */
export function filesBelow(root: string, prefix: string, ignoring: boolean): readonly FoundFile[] {
  const ancestors = new Set([identityOf(statSync(root, { bigint: true }))]);
  const ignores = ignoring ? IgnoreFiles.at(root) : undefined;
  return [...walk({ root, prefix }, { place: '', path: '', ancestors, ignores })];
}

/** A file or all files of a folder, under the name that it has; `undefined` where there is neither. */
export function filesAt(source: string, path: string): readonly FoundFile[] | undefined {
  const stat = target(source);
  if (stat?.isDirectory() === true) return filesBelow(source, `${path}/`, true);
  return stat?.isFile() === true ? [{ path, source, stamp: stampOf(stat) }] : undefined;
}

function* walk(within: Walk, folder: Folder): Generator<FoundFile> {
  const { ignores } = folder;
  const leftOut = (path: string) => ignores?.ignores(path) === true;
  for (const name of readdirSync(join(within.root, folder.place))) {
    const [place, path] = [`${folder.place}${name}`, `${folder.path}${name.normalize('NFC')}`];
    const source = join(within.root, place);
    const stat = target(source);
    if (stat?.isDirectory() === true) {
      const identity = identityOf(stat);
      if (folder.ancestors.has(identity) || leftOut(`${path}/`)) continue;
      yield* walk(within, {
        place: `${place}/`,
        path: `${path}/`,
        ancestors: new Set([...folder.ancestors, identity]),
        ignores: ignores?.within(place),
      });
    } else if (!leftOut(path) && isFile(place, stat)) {
      yield { path: `${within.prefix}${path}`, source, stamp: stampOf(stat) };
    }
  }
}

/** Whether there is a file; not for what is no file, and for links that lead nowhere. */
function isFile(place: string, stat: BigIntStats | undefined): stat is BigIntStats {
  if (stat === undefined && place.includes(NO_UNICODE)) throw pathRefused(place, 'be Unicode');
  return stat?.isFile() ?? false;
}

/** What stands for bytes that are no text; a name with it leads nowhere. */
const NO_UNICODE = '\uFFFD';

function identityOf({ dev, ino }: BigIntStats): string {
  return `${String(dev)}:${String(ino)}`;
}

/** What a path leads to; `undefined` for a link that leads nowhere or to itself. */
function target(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch (error) {
    if (leadsNowhere(error)) return undefined;
    throw error;
  }
}
