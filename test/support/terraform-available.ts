import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether `terraform` is on PATH. */
export function terraformAvailable(): boolean {
  available ??= isOnPath('terraform', process.env['PATH'] ?? '');
  return available;
}

let available: boolean | undefined;

/** Whether one of the folders of a PATH holds a program. */
export function isOnPath(program: string, path: string): boolean {
  return path.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What becomes of tests that need Terraform: in CI they never pass by being left out. */
export function terraformLevel(isAvailable: boolean, ci: string): 'run' | 'skip' | 'fail' {
  if (isAvailable) return 'run';
  return ci === '' ? 'skip' : 'fail';
}
