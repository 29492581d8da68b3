import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UnscopedValidationError } from '../core/errors';
import { problem } from '../core/validation';
import { rehearsalEnvironment } from './environment';
import { rehearseGroup } from './group-rehearsal';
import type { PlainStep, Rehearsal, StackRehearsal, StepResult } from './model';
import { checkStatesKnown, checkStatesRead, remoteStates } from './read/remote-states';
import { type OrderedStack, stackGroups } from './read/stack-groups';
import { checkSupported } from './read/supported';
import { chosenStacks, synthesizedStacks } from './read/synthesized-stacks';
import { Terraform } from './terraform/terraform';

/** What is to be rehearsed, and how. */
export interface RehearsalRequest {
  /** Synthesized stacks. */
  readonly folder: string;
  /** An earlier synthesis of the same stacks, which is applied first. */
  readonly base?: string;
  /** Names of those that are wanted, with what they depend on; none for all. */
  readonly stacks: readonly string[];
  /** The last step that is taken. */
  readonly until: PlainStep;
  /** Name of Terraform on PATH, or its path. */
  readonly terraform: string;
  readonly varFiles: readonly string[];
  /** Files of states that stacks read, by the label of their `data.terraform_remote_state`. */
  readonly states: ReadonlyMap<string, string>;
  /** Whether the copies stay. */
  readonly keep: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Ends it early; what was made is removed. */
  readonly signal: AbortSignal;
  /** Told which stacks will be rehearsed, before the first step. */
  readonly onBegin: (stacks: readonly string[]) => void;
  /** Told of each step when it is done. */
  readonly onStep: (stack: string, result: StepResult) => void;
}

/**
 * Has the user's own Terraform initialize, validate, plan, apply, plan again and destroy copies of synthesized stacks, with
 * providers and an Azure that are in this process.
 *
 * @throws UnscopedValidationError RehearsalFolderInvalid, RehearsalStackUnknown, RehearsalProviderUnknown,
 *   RehearsalTypeUnknown, RehearsalStateMissing, RehearsalStateUnused, RehearsalOrderCyclic, RehearsalFileMissing,
 *   RehearsalTerraformMissing, RehearsalTerraformTooOld
 */
export async function rehearse(request: RehearsalRequest): Promise<Rehearsal> {
  const { groups, bases } = stacksOf(request);
  const varFiles = request.varFiles.map((file) => resolve(file));
  for (const file of [...varFiles, ...request.states.values()]) checkFile(file);
  const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  try {
    const environment = await rehearsalEnvironment(request.environment, folder);
    const { terraform: program, signal, until, onStep } = request;
    const terraform = await Terraform.find({ program, environment, signal }, folder);
    request.onBegin(groups.flat().map(({ name }) => name));
    const options = { terraform, environment, varFiles, bases, until, onStep };
    const stacks: StackRehearsal[] = [];
    for (const [index, group] of groups.entries()) {
      const below = join(folder, String(index));
      await mkdir(below);
      stacks.push(...(await rehearseGroup(group, { ...options, folder: below })));
    }
    return { terraform: terraform.version, stacks, ...(request.keep ? { folder } : {}) };
  } finally {
    if (!request.keep || request.signal.aborted) await rm(folder, { recursive: true, force: true });
  }
}

interface RehearsedStacks {
  readonly groups: readonly (readonly OrderedStack[])[];
  readonly bases: ReadonlyMap<string, OrderedStack>;
}

function stacksOf({ folder, base, stacks: names, states }: RehearsalRequest): RehearsedStacks {
  const stacks = synthesizedStacks(folder);
  const former = base === undefined ? [] : synthesizedStacks(base);
  checkStatesRead([...stacks, ...former], states);
  const groups = stackGroups(stacks, chosenStacks(stacks, names), remoteStates(stacks, states));
  const wanted = new Set(groups.flat().map(({ name }) => name));
  const bases = stackGroups(former, former, remoteStates(former, states))
    .flat()
    .filter(({ name }) => wanted.has(name));
  checkStatesKnown([...groups.flat(), ...bases]);
  checkSupported([...groups.flat(), ...bases]);
  return { groups, bases: new Map(bases.map((stack) => [stack.name, stack])) };
}

function checkFile(file: string): void {
  if (existsSync(file) && statSync(file).isFile()) return;
  throw new UnscopedValidationError([
    problem('RehearsalFileMissing', {
      property: file,
      must: 'be a file that can be read',
      got: 'no such file',
    }),
  ]);
}
