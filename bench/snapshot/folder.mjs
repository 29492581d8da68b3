import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDERS = 100;

/** Runs something on a folder of files that hold so many bytes together, and removes it. */
export function withFolder({ files, bytes }, use) {
  const base = mkdtempSync(join(tmpdir(), 'snapshot-'));
  try {
    const source = join(base, 'source');
    const content = Buffer.alloc(Math.floor(bytes / files), 'All work and no play. ');
    for (let index = 0; index < files; index += 1) {
      const folder = join(source, `part-${index % FOLDERS}`);
      if (index < FOLDERS) mkdirSync(folder, { recursive: true });
      content.writeUInt32LE(index);
      writeFileSync(join(folder, `file-${index}.bin`), content);
    }
    return use(source, base);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
