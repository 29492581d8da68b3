import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a script of this folder writes as JSON, run in a process of its own. */
export function answerOf(script, args, options = []) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const output = execFileSync(process.execPath, [...options, file, ...args.map(String)], {
    cwd: ROOT,
    // What is measured is published by nobody: no file of versions is kept.
    env: { ...process.env, CDKTF_AZUREML_VERSIONS: 'off' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

/** CPU seconds, user and system, of a shell command and all processes that it starts. */
export function cpuSecondsOf(command) {
  const output = execFileSync('sh', ['-c', `${command} >/dev/null || exit 1\ntimes`], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [, children] = output.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
