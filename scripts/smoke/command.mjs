import { spawnSync } from 'node:child_process';

/** Runs a command to its end and returns what it printed; shows all of it when it fails. */
export function run(command, args, { cwd, env = {} }) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  const shown = [stdout, stderr, error?.message].join('\n').trim().split('\n').slice(-60);
  throw new Error(`${[command, ...args].join(' ')} failed\n${shown.join('\n')}`);
}

/** Installs packages into a folder, without the scripts that would build what synthesis does not use. */
export function install(folder, ...packages) {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  run('npm', ['install', '--ignore-scripts', ...quiet, ...packages], { cwd: folder });
}
