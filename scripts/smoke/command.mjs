import { spawnSync } from 'node:child_process';

/** Runs a command to its end and returns what it printed; shows all of it when it fails. */
export function run(command, args, { cwd, env = {} }) {
  const { failure, stdout } = outcomeOf(command, args, cwd, env);
  if (failure === undefined) return stdout;
  throw new Error(`${[command, ...args].join(' ')} failed\n${failure}`);
}

/** What a command printed before it failed, `undefined` when it did not. */
export function failureOf(command, args, { cwd, env = {} }) {
  return outcomeOf(command, args, cwd, env).failure;
}

function outcomeOf(command, args, cwd, env) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = [stdout, stderr, error?.message].join('\n').trim().split('\n');
  return { stdout, failure: status === 0 ? undefined : lines.slice(-60).join('\n') };
}

/** Installs packages into a folder, without the scripts that would build what synthesis does not use. */
export function install(folder, ...packages) {
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  run('npm', ['install', '--ignore-scripts', ...quiet, ...packages], { cwd: folder });
}
