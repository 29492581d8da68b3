import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium-available';
import { isOnPath, terraformAvailable, terraformLevel } from './terraform-available';

/**
 * Says once what is left out, and gives the run a temporary folder of its own, which the workers inherit:
 * cdktf makes a folder for every testing app and leaves it behind.
 */
function startOfRun(): void {
  if (terraformLevel(terraformAvailable(), process.env.CI ?? '') === 'skip') {
    process.stderr.write('Terraform level skipped: there is no terraform on PATH\n');
  }
  if (!isOnPath('tofu', process.env.PATH ?? '')) {
    process.stderr.write('OpenTofu level skipped: there is no tofu on PATH\n');
  }
  const chromium = chromiumPath();
  if (chromium === undefined) {
    process.stderr.write(
      'Browser level skipped: there is no CHROMIUM_PATH, and no Chromium on PATH that runs\n',
    );
  } else {
    process.env.CHROMIUM_PATH = chromium;
  }
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'azureml-test-'));
}

export = startOfRun;
