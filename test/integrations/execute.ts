import { spawn } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  readonly code: number;
  /** What it printed, both streams. */
  readonly log: string;
}

/** Where a program runs, and what it is told. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the developer's own settings reaches what is tested. */
const CLEAN: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** Runs a program to its end while this process goes on, so that it may call a server of this process. */
export function execute(
  command: readonly [string, ...string[]],
  { cwd, env = {} }: Surroundings,
): Promise<Ended> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...CLEAN, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, log: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
