import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Problem, UnscopedValidationError } from '../../core/errors';
import { choices } from '../../core/nearest';
import { problem } from '../../core/validation';
import { memberOf, recordOf, textOf } from '../../review/read/json-values';
import type { SynthesizedStack } from './synthesized-stacks';

/** What cdktf calls the state of a stack that another one reads. */
const CROSS_STACK = 'cross-stack-reference-input-';

/** Where a remote state is read from in a rehearsal. */
export type StateSource = { readonly stack: string } | { readonly file: string };

/** A `data.terraform_remote_state` of a stack. */
export interface RemoteState {
  /** Label of the block. */
  readonly label: string;
  /** Where it is kept when this is no rehearsal, such as `azurerm`. */
  readonly backend: string | undefined;
  /** `undefined` where neither a stack nor a file is known. */
  readonly source: StateSource | undefined;
}

/**
 * The states that each stack reads: of the other stacks, by equal settings of the backend or by the label that cdktf gives,
 * else from a file that the user names.
 *
 * @param stacks all stacks of the folder
 * @param files states by label
 */
export function remoteStates(
  stacks: readonly SynthesizedStack[],
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly RemoteState[]> {
  const states = stacks.map((stack) => {
    const blocks = Object.entries(
      recordOf(memberOf(stack.document['data'], 'terraform_remote_state')),
    );
    const found = blocks.map(([label, block]) => ({
      label,
      backend: textOf(memberOf(block, 'backend')),
      source: sourceOf(stack, label, block, stacks, files),
    }));
    return [stack.name, found] as const;
  });
  return new Map(states);
}

/**
 * Refuses stacks that read a state which is not known.
 *
 * @throws UnscopedValidationError RehearsalStateMissing
 */
export function checkStatesKnown(
  stacks: readonly { readonly name: string; readonly states: readonly RemoteState[] }[],
): void {
  const [first, ...others] = stacks.flatMap(({ name, states }) =>
    states.filter(({ source }) => source === undefined).map((state) => stateMissing(name, state)),
  );
  if (first !== undefined) throw new UnscopedValidationError([first, ...others]);
}

/**
 * Refuses states that no stack reads.
 *
 * @throws UnscopedValidationError RehearsalStateUnused
 */
export function checkStatesRead(
  stacks: readonly SynthesizedStack[],
  files: ReadonlyMap<string, string>,
): void {
  const labels = stacks.flatMap(({ document }) =>
    Object.keys(recordOf(memberOf(document['data'], 'terraform_remote_state'))),
  );
  const unused = [...files.keys()].find((label) => !labels.includes(label));
  if (unused === undefined) return;
  throw new UnscopedValidationError([
    problem('RehearsalStateUnused', {
      property: 'state',
      must: `be for a data.terraform_remote_state of a stack: ${choices(labels)}`,
      got: unused,
    }),
  ]);
}

function sourceOf(
  reader: SynthesizedStack,
  label: string,
  block: unknown,
  stacks: readonly SynthesizedStack[],
  files: ReadonlyMap<string, string>,
): StateSource | undefined {
  const file = files.get(label);
  if (file !== undefined) return { file: resolve(file) };
  const read = settingsOf(textOf(memberOf(block, 'backend')), memberOf(block, 'config'), reader);
  const owner =
    stacks.find((stack) => isDeepStrictEqual(backendOf(stack), read)) ??
    stacks.find(({ name }) => label === `${CROSS_STACK}${name}`);
  return owner === undefined || owner === reader ? undefined : { stack: owner.name };
}

function backendOf(stack: SynthesizedStack): object | undefined {
  const [backend] = Object.entries(recordOf(memberOf(stack.document['terraform'], 'backend')));
  return backend === undefined ? undefined : settingsOf(backend[0], backend[1], stack);
}

/** Settings that can be compared: without those that are null, the path of a file as an absolute one. */
function settingsOf(
  type: string | undefined,
  config: unknown,
  { folder }: SynthesizedStack,
): object {
  const settings = Object.entries(recordOf(config))
    .filter(([, value]) => value !== null)
    .map(([name, value]) =>
      type === 'local' && name === 'path' && typeof value === 'string'
        ? [name, resolve(folder, value)]
        : [name, value],
    );
  return { type, settings: Object.fromEntries(settings) as unknown };
}

function stateMissing(stack: string, { label, backend }: RemoteState): Problem {
  return problem('RehearsalStateMissing', {
    property: `${stack}: data.terraform_remote_state.${label}`,
    must: 'be the state of a stack of the folder, or a file',
    got: backend,
    fix: `give --state ${label}=FILE, which terraform state pull writes for the stack that it reads`,
  });
}
