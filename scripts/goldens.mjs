// Writes the approved reviews of test/review/golden anew; see the README there.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js');
const { status } = spawnSync(process.execPath, [jest, 'test/review/golden'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, GOLDENS: 'write' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
