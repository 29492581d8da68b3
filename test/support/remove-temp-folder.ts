import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename } from 'node:path';

/** Removes the folder that the run was given, and nothing else where it was given none. */
function removeTempFolder(): void {
  const folder = tmpdir();
  if (basename(folder).startsWith('azureml-test-')) {
    rmSync(folder, { recursive: true, force: true });
  }
}

export = removeTempFolder;
