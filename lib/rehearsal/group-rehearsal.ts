import { join } from 'node:path';
import { OfflineProvider } from '../offline-provider';
import { type StackRehearsal, type PlainStep, type StepResult, STEPS } from './model';
import type { OrderedStack } from './read/stack-groups';
import { Secrets } from './secrets';
import { StackCopy } from './stack-copy';
import { StackRun } from './stack-run';
import type { Terraform } from './terraform/terraform';

/** Subscription of stacks that leave it to the environment. */
const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/** What is the same for every group of stacks. */
export interface GroupOptions {
  readonly terraform: Terraform;
  readonly environment: NodeJS.ProcessEnv;
  /** Folder below which the copies are made. */
  readonly folder: string;
  readonly varFiles: readonly string[];
  /** What stacks were before, by name; applied first. */
  readonly bases: ReadonlyMap<string, OrderedStack>;
  /** The last step that is taken. */
  readonly until: PlainStep;
  /** Told of each step when it is done. */
  readonly onStep: (stack: string, result: StepResult) => void;
}

/** Rehearses stacks that depend on each other, against one stand-in for Azure that is empty before. */
export async function rehearseGroup(
  stacks: readonly OrderedStack[],
  options: GroupOptions,
): Promise<readonly StackRehearsal[]> {
  const provider = await OfflineProvider.start({ subscriptionId: SUBSCRIPTION });
  try {
    return await new GroupRehearsal(stacks, options, provider.reattach).run();
  } finally {
    await provider.stop();
  }
}

class GroupRehearsal {
  private readonly results: ReadonlyMap<string, StepResult[]>;

  public constructor(
    private readonly stacks: readonly OrderedStack[],
    private readonly options: GroupOptions,
    private readonly reattach: string,
  ) {
    this.results = new Map(stacks.map(({ name }) => [name, []]));
  }

  public async run(): Promise<readonly StackRehearsal[]> {
    const runs = new Map<string, StackRun>();
    for (const stack of this.stacks) {
      await this.applyBase(stack);
      runs.set(stack.name, await this.prepared(stack));
      await this.forward(stack, runs, this.forwardSteps(stack));
    }
    for (const stack of this.options.until === 'destroy' ? [...this.stacks].reverse() : []) {
      await this.backward(stack, runs);
    }
    return this.stacks.map(({ name }) => ({ stack: name, steps: this.resultsOf(name) }));
  }

  /** What a stack was before is applied in the folder that its copy will have, where it leaves its state. */
  private async applyBase({ name, after }: OrderedStack): Promise<void> {
    const base = this.options.bases.get(name);
    if (base === undefined || after.some((one) => this.isStuck(one))) return;
    const run = await this.prepared(base);
    const results: StepResult[] = [];
    for (const step of ['init', 'plan', 'apply'] as const) {
      results.push(await run.take(step));
      if (results.at(-1)?.outcome === 'failed') break;
    }
    const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
    const [last] = results.slice(-1);
    if (last !== undefined) this.note(name, { ...last, step: 'base', seconds });
  }

  /** A stack whose outputs others read is applied, also where the others are only planned. */
  private forwardSteps({ name }: OrderedStack): readonly PlainStep[] {
    const isRead = this.stacks.some(({ after }) => after.includes(name));
    const last = isRead && this.options.until === 'plan' ? 'apply' : this.options.until;
    return STEPS.slice(0, STEPS.indexOf(last) + 1).filter((step) => step !== 'destroy');
  }

  /** A stack is not begun when one before it was not applied. */
  private async forward(
    { name, after }: OrderedStack,
    runs: ReadonlyMap<string, StackRun>,
    steps: readonly PlainStep[],
  ): Promise<void> {
    let isBlocked = [name, ...after].some((one) => this.isStuck(one));
    for (const step of steps) {
      if (isBlocked) this.note(name, skipped(step));
      else await this.take(name, step, runs);
      isBlocked ||= this.isStuck(name);
    }
  }

  /** A stack is not destroyed while one that needs it is there. */
  private async backward(
    { name }: OrderedStack,
    runs: ReadonlyMap<string, StackRun>,
  ): Promise<void> {
    const isBlocked =
      this.isStuck(name) ||
      this.stacks.some((other) => other.after.includes(name) && this.isStuck(other.name));
    if (isBlocked) this.note(name, skipped('destroy'));
    else await this.take(name, 'destroy', runs);
  }

  private async take(
    name: string,
    step: PlainStep,
    runs: ReadonlyMap<string, StackRun>,
  ): Promise<void> {
    const result = await runs.get(name)?.take(step);
    if (result !== undefined) this.note(name, result);
  }

  private async prepared(stack: OrderedStack): Promise<StackRun> {
    const { environment, varFiles, terraform } = this.options;
    const copy = await StackCopy.make(stack, this.folderOf(stack.name), (name) =>
      this.folderOf(name),
    );
    return new StackRun({
      copy,
      document: stack.document,
      follows: this.options.bases.has(stack.name) && this.options.bases.get(stack.name) !== stack,
      terraform,
      environment: { TF_REATTACH_PROVIDERS: this.reattach },
      varFiles,
      secrets: new Secrets(stack.document, environment, varFiles),
    });
  }

  private note(name: string, result: StepResult): void {
    this.resultsOf(name).push(result);
    this.options.onStep(name, result);
  }

  private isStuck(name: string): boolean {
    return this.resultsOf(name).some(
      ({ outcome }) => outcome === 'failed' || outcome === 'skipped',
    );
  }

  private resultsOf(name: string): StepResult[] {
    return this.results.get(name) ?? [];
  }

  private folderOf(name: string): string {
    return join(this.options.folder, 'stacks', name);
  }
}

function skipped(step: PlainStep): StepResult {
  return { step, outcome: 'skipped', seconds: 0, messages: [], changes: [], kept: [] };
}
