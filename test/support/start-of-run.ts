import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformAvailable, terraformLevel } from './terraform-available';

/**
 * Says once what is left out, and gives the run a temporary folder of its own, which the workers inherit:
 * cdktf makes a folder for every testing app and leaves it behind.
 */
function startOfRun(): void {
  if (terraformLevel(terraformAvailable(), process.env.CI ?? '') === 'skip') {
    process.stderr.write('Terraform level skipped: there is no terraform on PATH\n');
  }
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'azureml-test-'));
}

export = startOfRun;
