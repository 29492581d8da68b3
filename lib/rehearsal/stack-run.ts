import { AssumptionError } from '../core/errors';
import type {
  PlainStep,
  RehearsalMessage,
  RehearsedChange,
  RehearsedResource,
  StepResult,
} from './model';
import { plainImports, withoutPreventDestroy } from './scratch-document';
import type { Secrets } from './secrets';
import type { StackCopy } from './stack-copy';
import { countsIn, type Diagnostic, diagnosticsIn } from './terraform/messages';
import { commandsIn, plannedChanges } from './terraform/planned-changes';
import type { CommandResult, Terraform } from './terraform/terraform';

const PLAN_FILE = 'rehearsal.tfplan';
const NOTHING_TO_DO = 0;
const CHANGES = 2;

/** How Terraform refuses to destroy what `prevent_destroy` keeps, with the address in its detail. */
const PREVENTED = 'Instance cannot be destroyed';

type Finding = Omit<StepResult, 'step' | 'seconds'>;

/** What a run of a stack is given. */
export interface StackRunOptions {
  readonly copy: StackCopy;
  /** The stack as the user has it. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Whether an earlier version of the stack was applied before. */
  readonly follows: boolean;
  readonly terraform: Terraform;
  /** How Terraform finds the offline provider. */
  readonly environment: NodeJS.ProcessEnv;
  readonly varFiles: readonly string[];
  readonly secrets: Secrets;
}

/** The steps of one stack. */
export class StackRun {
  public constructor(private readonly options: StackRunOptions) {}

  /** Takes a step, and the time. */
  public async take(step: PlainStep): Promise<StepResult> {
    const start = performance.now();
    const done = await this.done(step);
    return { step, seconds: (performance.now() - start) / 1000, ...done };
  }

  private done(step: PlainStep): Promise<Finding> {
    switch (step) {
      case 'init':
        return this.simple('init', '-json', '-input=false', '-reconfigure');
      case 'validate':
        return this.simple('validate', '-json');
      case 'plan':
        return this.plan();
      case 'apply':
        return this.apply();
      case 'replan':
        return this.replan();
      case 'destroy':
        return this.destroy();
    }
  }

  private async simple(...args: readonly string[]): Promise<Finding> {
    return this.found(await this.run(...args));
  }

  private async plan(): Promise<Finding> {
    const result = await this.planned();
    const notes = plainImports(this.options.document).map((address) =>
      this.note(
        address,
        'Created in place of its import',
        'Nothing exists before a rehearsal, so the import block was left out of the copy.',
      ),
    );
    const found = this.found(result, notes);
    if (!this.options.follows || found.outcome !== 'passed') return found;
    return { ...found, changes: (await this.changes()).filter((one) => !isCreation(one)) };
  }

  private async apply(): Promise<Finding> {
    const commands = commandsIn(await this.shown()).map((address) => this.noCommands(address));
    if (commands.length > 0) return finding('failed', commands);
    const hasEphemeral = Object.values(this.variables()).some(isEphemeral);
    return this.simple(
      'apply',
      '-json',
      '-input=false',
      ...(hasEphemeral ? this.varFiles() : []),
      PLAN_FILE,
    );
  }

  private async replan(): Promise<Finding> {
    const result = await this.planned('-detailed-exitcode');
    if (result.exitCode !== CHANGES) return this.found(result);
    const changes = await this.changes();
    return {
      ...this.found({ ...result, exitCode: NOTHING_TO_DO }),
      outcome: 'unsettled',
      changes,
    };
  }

  /** What `prevent_destroy` keeps is destroyed as well, without it, so that the order of a destroy is seen. */
  private async destroy(): Promise<Finding> {
    const first = await this.planned('-destroy');
    if (first.exitCode === 0) return this.destroyPlanned();
    const kept = preventedIn(diagnosticsIn(first.stdout)).map((address) => this.resource(address));
    if (kept.length === 0) return this.found(first);
    const { copy } = this.options;
    await copy.write(withoutPreventDestroy(copy.text.document));
    const second = await this.planned('-destroy');
    if (preventedIn(diagnosticsIn(second.stdout)).length > 0) {
      return { ...finding('kept', []), kept };
    }
    const result = second.exitCode === 0 ? await this.destroyPlanned() : this.found(second);
    return { ...result, outcome: result.outcome === 'passed' ? 'kept' : result.outcome, kept };
  }

  private async destroyPlanned(): Promise<Finding> {
    return this.simple('apply', '-json', '-input=false', PLAN_FILE);
  }

  private async planned(...args: readonly string[]): Promise<CommandResult> {
    const options = ['-json', '-input=false', `-out=${PLAN_FILE}`, ...args, ...this.varFiles()];
    const result = await this.run('plan', ...options);
    if (result.exitCode !== 1) this.options.secrets.addPlan(await this.shown());
    return result;
  }

  private async changes(): Promise<readonly RehearsedChange[]> {
    return plannedChanges(await this.shown()).map((change) => ({
      ...change,
      ...this.resource(change.address),
    }));
  }

  private async shown(): Promise<unknown> {
    const { exitCode, stdout } = await this.run('show', '-json', PLAN_FILE);
    if (exitCode !== 0) throw new AssumptionError('terraform cannot show the plan that it made');
    return JSON.parse(stdout) as unknown;
  }

  private async run(...args: readonly string[]): Promise<CommandResult> {
    const { terraform, copy, environment } = this.options;
    return terraform.run(copy.folder, environment, args);
  }

  private varFiles(): readonly string[] {
    return this.options.varFiles.map((file) => `-var-file=${file}`);
  }

  private variables(): object {
    const variables = this.options.document['variable'];
    return typeof variables === 'object' && variables !== null ? variables : {};
  }

  private found(result: CommandResult, notes: readonly RehearsalMessage[] = []): Finding {
    const messages = diagnosticsIn(result.stdout).map((one) => this.message(one));
    const counts = countsIn(result.stdout);
    const isFailed = result.exitCode !== 0;
    const isSaid = messages.some(({ severity }) => severity === 'error');
    const unsaid = isFailed && !isSaid ? [this.unsaid(result)] : [];
    return {
      ...finding(isFailed ? 'failed' : 'passed', [...notes, ...messages, ...unsaid]),
      ...(counts === undefined || isFailed ? {} : { counts }),
    };
  }

  private message({ severity, summary, detail, address, line }: Diagnostic): RehearsalMessage {
    const { secrets, copy } = this.options;
    const place = address ?? (line === undefined ? undefined : copy.text.addressAt(line));
    return {
      severity,
      summary: secrets.hide(summary),
      detail: secrets.hide(detail),
      ...(place === undefined ? {} : this.resource(place)),
    };
  }

  private unsaid({ stdout, stderr, exitCode }: CommandResult): RehearsalMessage {
    const detail = this.options.secrets.hide(stderr.trim() === '' ? stdout.trim() : stderr.trim());
    return {
      severity: 'error',
      summary: `terraform exited with ${String(exitCode)}`,
      detail: detail.slice(-2000),
    };
  }

  private note(address: string, summary: string, detail: string): RehearsalMessage {
    return { severity: 'note', summary, detail, ...this.resource(address) };
  }

  private noCommands(address: string): RehearsalMessage {
    const detail = 'Its provisioner would run on this machine or another, so nothing was applied.';
    return {
      ...this.note(address, 'A rehearsal runs no commands', detail),
      severity: 'error',
    };
  }

  private resource(address: string): RehearsedResource {
    const path = this.options.copy.text.pathOf(address);
    return { address, ...(path === undefined ? {} : { path }) };
  }
}

function finding(outcome: Finding['outcome'], messages: readonly RehearsalMessage[]): Finding {
  return { outcome, messages, changes: [], kept: [] };
}

function isCreation({ actions }: RehearsedChange): boolean {
  return actions.every((action) => action === 'create');
}

/** What `prevent_destroy` keeps; nothing where something else is wrong as well. */
function preventedIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.some(({ summary }) => summary !== PREVENTED)) return [];
  return errors.flatMap(({ detail }) => {
    const address = /^Resource (.+) has lifecycle\.prevent_destroy set/.exec(detail)?.[1];
    return address === undefined ? [] : [address];
  });
}

function isEphemeral(variable: unknown): boolean {
  return (
    typeof variable === 'object' &&
    variable !== null &&
    'ephemeral' in variable &&
    variable.ephemeral === true
  );
}
