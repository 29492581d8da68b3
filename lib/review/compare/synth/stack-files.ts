import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** The files of a synthesized stack: what lies in its folder, and nothing that a link leads to outside of it. */
export class StackFiles {
  /** Where the folder is not known. */
  public static readonly NONE = new StackFiles(undefined);

  public constructor(private readonly folder: string | undefined) {}

  /** Digest of a file in hexadecimal, `undefined` where it is not here. */
  public digest(algorithm: string, path: string): string | undefined {
    if (this.folder === undefined) return undefined;
    const file = resolve(this.folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) return undefined;
    if (!realpathSync(file).startsWith(realpathSync(this.folder) + sep)) return undefined;
    return createHash(algorithm).update(readFileSync(file)).digest('hex');
  }
}
