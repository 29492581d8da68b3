import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * The Chromium that tests drive: what `CHROMIUM_PATH` says, else the first on PATH that runs. Some systems
 * have one in name only, which tells people how to install it.
 */
export function chromiumPath(
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
): string | undefined {
  const { CHROMIUM_PATH: given = '', PATH: path = '' } = environment;
  if (given !== '') return given;
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))).find(runs);
}

function runs(file: string): boolean {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
