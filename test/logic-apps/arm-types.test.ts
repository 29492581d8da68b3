import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Template } from '../../lib/testing';
import { folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { everything } from './everything';

/** Compares bodies with Microsoft's type definitions; third-party data that is kept beside the repository. */
const CHECKER = join(ROOT, '..', 'shared', 'tools', 'check-arm-bodies.mjs');

/** What the checker says of a stack. */
async function checked(template: object): Promise<string> {
  const folder = folderOf({ 'cdk.tf.json': JSON.stringify(template) });
  const { stdout } = await promisify(execFile)(process.execPath, [
    CHECKER,
    join(folder, 'cdk.tf.json'),
  ]).catch((error: unknown) => error as { readonly stdout: string });
  return stdout;
}

function describeArmTypes(name: string, tests: () => void): void {
  if (existsSync(CHECKER)) {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `Conformance of ${name} skipped: no type definitions beside the repository\n`,
  );
  describe.skip(name, tests);
}

describeArmTypes('a workflow with everything in it against the ARM types', () => {
  test('is of its type', async () => {
    const said = await checked(Template.fromStack(everything(5)).toJson());
    expect(said).toMatch(/1 passed, 0 failed, 1 skipped/);
  });

  test('would be found out', async () => {
    const json = JSON.stringify(Template.fromStack(everything(5)).toJson());
    const broken = JSON.parse(json.replace('"accessControl"', '"accessKontrol"')) as object;
    expect(await checked(broken)).toMatch(/accessKontrol/);
  });
});
