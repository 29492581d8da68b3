import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath } from './chromium-available';
import { folderOf } from './folder';

/** A folder with a program that ends with a code. */
function program(name: string, code: number): string {
  const folder = folderOf({ [name]: `#!/bin/sh\nexit ${code}\n` });
  chmodSync(join(folder, name), 0o755);
  return folder;
}

describe('the Chromium of the tests', () => {
  test('is what the environment says, whatever is on PATH', () => {
    const PATH = program('chromium', 0);
    expect(chromiumPath({ CHROMIUM_PATH: '/opt/chromium', PATH })).toBe('/opt/chromium');
  });

  test('is the first on PATH that runs', () => {
    const stub = program('chromium', 1);
    const other = program('google-chrome', 0);
    expect(chromiumPath({ PATH: `/nowhere:${stub}:${other}` })).toBe(join(other, 'google-chrome'));
    expect(chromiumPath({ CHROMIUM_PATH: '', PATH: stub })).toBeUndefined();
    expect(chromiumPath({})).toBeUndefined();
  });
});
