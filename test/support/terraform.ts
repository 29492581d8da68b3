import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AzureMlError } from '../../lib/core/errors';
import { OfflineProvider } from '../../lib/offline-provider';
import { isOnPath, terraformAvailable, terraformLevel } from './terraform-available';

export { isOnPath, terraformAvailable, terraformLevel } from './terraform-available';

/** An error or warning of Terraform. */
export interface TerraformDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  /** Address of the resource, where it is about one. */
  readonly address?: string;
}

/** What a Terraform command came to. */
export interface TerraformResult {
  readonly exitCode: number;
  /** Output as Terraform wrote it: one JSON message per line. */
  readonly stdout: string;
  readonly stderr: string;
  readonly diagnostics: readonly TerraformDiagnostic[];
}

/** A change in a plan, as `terraform show -json` writes it. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly action_reason?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: unknown;
    readonly after: unknown;
    readonly after_unknown: unknown;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
    readonly importing?: { readonly id: string };
  };
}

/** A plan, as far as tests look at it; the rest is there under the names of Terraform's JSON format. */
export interface TerraformPlan {
  readonly format_version: string;
  readonly resource_changes?: readonly PlannedChange[];
  readonly resource_drift?: readonly PlannedChange[];
  readonly planned_values: unknown;
  readonly configuration: unknown;
}

/** A result with the plan that it made, `undefined` when planning failed. */
export interface TerraformPlanResult extends TerraformResult {
  readonly plan: TerraformPlan | undefined;
}

/** A stack as Terraform JSON. */
export type TerraformJson = Readonly<Record<string, unknown>>;

/** A Terraform command failed that was expected to succeed. */
export class TerraformFailure extends AzureMlError {
  public readonly code = 'TerraformFailed';

  public constructor(public readonly result: TerraformResult) {
    super(
      'TerraformFailure',
      `terraform exited with ${String(result.exitCode)}:\n${described(result)}`,
    );
  }
}

/** How long a test may take that runs several Terraform commands, in milliseconds. */
export const TERRAFORM_TIMEOUT = 120_000;

/**
 * A group of tests that run Terraform.
 *
 * Where there is no Terraform it is skipped, which the start of the run says; in CI it fails instead.
 */
export function describeTerraform(name: string, tests: () => void): void {
  const level = terraformLevel(terraformAvailable(), process.env['CI'] ?? '');
  if (level === 'run') {
    describe(name, () => {
      jest.setTimeout(TERRAFORM_TIMEOUT);
      tests();
    });
  } else if (level === 'fail') {
    test(`${name}: finds terraform on PATH, as CI must`, () => {
      expect(terraformAvailable()).toBe(true);
    });
  } else {
    describe.skip(name, tests);
  }
}

/** A group of tests that run OpenTofu; without it they are skipped, which the start of the run says. */
export function describeOpenTofu(name: string, tests: () => void): void {
  if (!isOnPath('tofu', process.env['PATH'] ?? '')) {
    describe.skip(name, tests);
    return;
  }
  describe(name, () => {
    jest.setTimeout(TERRAFORM_TIMEOUT);
    tests();
  });
}

/** Fails with what Terraform said unless a command succeeded; gives back its result. */
export function expectOk<R extends TerraformResult>(result: R): R {
  if (result.exitCode === 0 || (result.exitCode === 2 && 'plan' in result)) return result;
  throw new TerraformFailure(result);
}

/** The errors of a result, one per line as `address: summary: detail`. */
export function errorsOf(result: TerraformResult): readonly string[] {
  return result.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ address, summary, detail }) =>
      [address, summary, detail].filter((part) => part !== undefined && part !== '').join(': '),
    );
}

function described(result: TerraformResult): string {
  const errors = errorsOf(result);
  return errors.length > 0 ? errors.join('\n') : `${result.stdout}\n${result.stderr}`;
}

/** A folder of its own in which Terraform runs against the offline provider. */
export class TerraformWorkdir {
  /**
   * Makes the folder.
   *
   * @param provider the one to use, so that several folders see the same resources; without one it
   * starts its own and stops it with {@link dispose}
   * @param program `terraform`, or `tofu` for OpenTofu
   */
  public static async create(
    provider?: OfflineProvider,
    program: 'terraform' | 'tofu' = 'terraform',
  ): Promise<TerraformWorkdir> {
    const folder = await mkdtemp(join(tmpdir(), 'terraform-'));
    await writeFile(join(folder, CLI_CONFIG), '');
    return new TerraformWorkdir(
      folder,
      provider ?? (await OfflineProvider.start()),
      provider === undefined,
      program,
    );
  }

  private constructor(
    /** Where Terraform runs. */
    public readonly folder: string,
    public readonly provider: OfflineProvider,
    private readonly isProviderOwn: boolean,
    private readonly program: 'terraform' | 'tofu',
  ) {}

  /**
   * Writes a stack as `cdk.tf.json`, in the place of an earlier one.
   *
   * Whatever its backend is, state stays in this folder.
   *
   * @param assets folder whose `assets` folder, if it has one, is copied beside it, as
   *   `cdktf.out/stacks/<stack>`
   */
  public async write(stack: TerraformJson | string, assets?: string): Promise<void> {
    const text = typeof stack === 'string' ? stack : JSON.stringify(stack);
    await writeFile(join(this.folder, 'cdk.tf.json'), text);
    await writeFile(join(this.folder, 'backend_override.tf.json'), LOCAL_BACKEND);
    if (assets !== undefined && existsSync(join(assets, 'assets'))) {
      await cp(join(assets, 'assets'), join(this.folder, 'assets'), { recursive: true });
    }
  }

  public async init(): Promise<TerraformResult> {
    return this.run('init', '-json', '-input=false', '-reconfigure');
  }

  public async validate(): Promise<TerraformResult> {
    const result = await this.run('validate', '-json');
    const report = JSON.parse(result.stdout) as { diagnostics: readonly TerraformDiagnostic[] };
    return { ...result, diagnostics: report.diagnostics };
  }

  /** Plans; exit code 0 means that nothing is to do, 2 that something is. */
  public async plan(...options: readonly string[]): Promise<TerraformPlanResult> {
    const result = await this.run(
      'plan',
      '-json',
      '-input=false',
      '-detailed-exitcode',
      `-out=${PLAN_FILE}`,
      ...options,
    );
    if (result.exitCode === 1) return { ...result, plan: undefined };
    const shown = expectOk(await this.run('show', '-json', PLAN_FILE));
    return { ...result, plan: JSON.parse(shown.stdout) as TerraformPlan };
  }

  /** Whether another plan has nothing to do; fails when planning does. */
  public async planIsEmpty(): Promise<boolean> {
    return expectOk(await this.plan()).exitCode === 0;
  }

  /** Applies what is written. */
  public async apply(...options: readonly string[]): Promise<TerraformResult> {
    return this.run('apply', '-json', '-input=false', '-auto-approve', ...options);
  }

  /** Applies the last plan. */
  public async applyPlan(): Promise<TerraformResult> {
    return this.run('apply', '-json', '-input=false', PLAN_FILE);
  }

  public async destroy(...options: readonly string[]): Promise<TerraformResult> {
    return this.run('destroy', '-json', '-input=false', '-auto-approve', ...options);
  }

  /** Values of the outputs in the state, by name. */
  public async output(): Promise<Readonly<Record<string, unknown>>> {
    const { stdout } = expectOk(await this.run('output', '-json'));
    const outputs = JSON.parse(stdout) as Readonly<Record<string, { readonly value: unknown }>>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** Runs any command here. It never blocks, since the provider answers from this process. */
  public async run(...args: readonly string[]): Promise<TerraformResult> {
    const child = spawn(this.program, args, { cwd: this.folder, env: this.environment() });
    child.stdin.end();
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code ?? -1);
      });
    });
    const text = Buffer.concat(stdout).toString('utf8');
    return {
      exitCode,
      stdout: text,
      stderr: Buffer.concat(stderr).toString('utf8'),
      diagnostics: diagnosticsIn(text),
    };
  }

  /** Forgets state and resources; what is initialized stays so. */
  public async clear(): Promise<void> {
    const states = ['terraform.tfstate', 'terraform.tfstate.backup', PLAN_FILE];
    await Promise.all(states.map((file) => rm(join(this.folder, file), { force: true })));
    this.provider.reset();
  }

  /** Removes the folder, and stops the provider when it is this one's own. */
  public async dispose(): Promise<void> {
    if (this.isProviderOwn) await this.provider.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Nothing of the machine's own Terraform or Azure set-up gets through. */
  private environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !/^(TF_|ARM_|AZURE_)/.test(name));
    return {
      ...Object.fromEntries(own),
      TF_REATTACH_PROVIDERS:
        this.program === 'tofu' ? ofOpenTofu(this.provider.reattach) : this.provider.reattach,
      TF_CLI_CONFIG_FILE: join(this.folder, CLI_CONFIG),
      TF_IN_AUTOMATION: '1',
      TF_PLUGIN_TIMEOUT: '60s',
      CHECKPOINT_DISABLE: '1',
    };
  }
}

/** Addresses of providers as OpenTofu completes them, whose registry is another. */
export function ofOpenTofu(reattach: string): string {
  return reattach.replaceAll('"registry.terraform.io/', '"registry.opentofu.org/');
}

const CLI_CONFIG = 'terraform.rc';
const PLAN_FILE = 'plan.tfplan';
const LOCAL_BACKEND = JSON.stringify({ terraform: { backend: { local: {} } } });

/** Diagnostics among the messages that `-json` makes Terraform write. */
function diagnosticsIn(stdout: string): readonly TerraformDiagnostic[] {
  return stdout.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    try {
      const message = JSON.parse(line) as { readonly diagnostic?: TerraformDiagnostic };
      return message.diagnostic === undefined ? [] : [message.diagnostic];
    } catch {
      return [];
    }
  });
}
