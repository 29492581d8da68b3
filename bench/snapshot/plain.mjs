// Reads and hashes all files of a folder in one loop.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from './measure.mjs';

const [folder] = process.argv.slice(2);

const { cpuSeconds, peakMb } = measured(() => {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
});

console.log(JSON.stringify({ cpuSeconds, peakMb }));
