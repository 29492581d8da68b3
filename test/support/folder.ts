import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Contents of files by their path within a folder. */
export type Files = Readonly<Record<string, string>>;

/** A folder with files in it, removed with the temporary folder of the run. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'));
  addFiles(folder, files);
  return folder;
}

/** Writes files into a folder. */
export function addFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
