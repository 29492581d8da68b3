import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives the run a temporary folder of its own, which the workers inherit.
 *
 * cdktf makes a folder for every testing app and leaves it behind.
 */
function ownTempFolder(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'azureml-test-'));
}

export = ownTempFolder;
