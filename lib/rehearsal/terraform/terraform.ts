import { spawn } from 'node:child_process';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { memberOf, textOf } from '../../review/read/json-values';

/** Since when Terraform has write-only arguments, which the providers use. */
const LEAST = { major: 1, minor: 11 };

/** What a command came to. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How Terraform is called. */
export interface TerraformOptions {
  /** Name on PATH, or path of the program. */
  readonly program: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Kills what runs when it is aborted. */
  readonly signal: AbortSignal;
}

/** The user's own Terraform. */
export class Terraform {
  /**
   * Finds it and asks for its version.
   *
   * @throws UnscopedValidationError RehearsalTerraformMissing, RehearsalTerraformTooOld
   */
  public static async find(options: TerraformOptions, folder: string): Promise<Terraform> {
    const version = await versionOf(options, folder);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major < LEAST.major || (major === LEAST.major && minor < LEAST.minor)) {
      throw new UnscopedValidationError([
        problem('RehearsalTerraformTooOld', {
          property: options.program,
          must: 'be Terraform 1.11 or later',
          got: version,
          fix: 'install a newer one, or name it by --terraform',
        }),
      ]);
    }
    return new Terraform(options, version);
  }

  private constructor(
    private readonly options: TerraformOptions,
    /** Such as `1.11.4`. */
    public readonly version: string,
  ) {}

  /** Runs a command in a folder, with more of an environment. */
  public async run(
    folder: string,
    environment: NodeJS.ProcessEnv,
    args: readonly string[],
  ): Promise<CommandResult> {
    const { program, signal } = this.options;
    return ran(program, args, folder, { ...this.options.environment, ...environment }, signal);
  }
}

async function versionOf(
  { program, environment, signal }: TerraformOptions,
  folder: string,
): Promise<string> {
  try {
    const { stdout } = await ran(program, ['version', '-json'], folder, environment, signal);
    const version = textOf(memberOf(JSON.parse(stdout), 'terraform_version'));
    if (version !== undefined) return version;
  } catch (error) {
    if (signal.aborted) throw error;
    return missing(program, error instanceof Error ? error.message : String(error));
  }
  return missing(program, 'no version');
}

function missing(program: string, got: string): never {
  throw new UnscopedValidationError([
    problem('RehearsalTerraformMissing', {
      property: program,
      must: 'be Terraform on PATH, or the path of it',
      got,
      fix: 'install Terraform 1.11 or later, or name it by --terraform',
    }),
  ]);
}

/** Runs a program without blocking, since the provider answers from this process. */
async function ran(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<CommandResult> {
  signal.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env,
    signal,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', (error) => {
      if (!signal.aborted) reject(error);
    });
    child.once('close', (code) => {
      resolve(code ?? -1);
    });
  });
  signal.throwIfAborted();
  return { exitCode, stdout: textIn(stdout), stderr: textIn(stderr) };
}

function textIn(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
