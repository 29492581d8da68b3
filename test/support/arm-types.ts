import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './folder';
import { ROOT } from './repository';

/** Compares bodies with Microsoft's type definitions; third-party data that is kept beside the repository. */
const CHECKER = join(ROOT, '..', 'shared', 'tools', 'check-arm-bodies.mjs');

/** What the type definitions say of the azapi bodies of a stack. */
export interface CheckedBodies {
  readonly sound: boolean;
  /** A line for each body that is not, and the counts in the last one. */
  readonly said: string;
}

/** A group of tests by the ARM type definitions; without them it is skipped, and says so in one line. */
export function describeArmTypes(name: string, tests: () => void): void {
  if (existsSync(CHECKER)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Conformance of ${name} skipped: no type definitions beside the repository\n`,
  );
  describe.skip(name, tests);
}

/** Compares the azapi bodies of a synthesized stack with their types. */
export function checkedBodies(template: object): CheckedBodies {
  const folder = folderOf({ 'cdk.tf.json': JSON.stringify(template) });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CHECKER, join(folder, 'cdk.tf.json')],
    { encoding: 'utf8' },
  );
  return { sound: status === 0, said: `${stdout}${stderr}` };
}
