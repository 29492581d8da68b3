import { type Finding, FindingStatus } from '../../policy/finding';
import { ChangeAction } from '../model';
import type { ExplainedChange, Review } from '../review';
import { VerdictLevel } from '../verdict';

/** What happens to a resource, in a word or two. */
export function verbOf({
  action,
  isDrift,
  movedFrom,
  importedId,
  deferred,
}: ExplainedChange): string {
  if (isDrift) return 'drift';
  if (action !== ChangeAction.NONE) return action;
  if (importedId !== undefined) return 'import';
  if (movedFrom !== undefined) return 'move';
  return deferred === undefined ? action : 'put off';
}

/** What a verdict comes to, as a word. */
export const LEVELS: Readonly<Record<VerdictLevel, string>> = {
  [VerdictLevel.NOTHING]: 'Nothing to do',
  [VerdictLevel.CHANGES]: 'Changes',
  [VerdictLevel.DANGEROUS]: 'Dangerous',
};

/** How a finding weighs, or that it is gone. */
export function weightOf({ severity, status }: Finding): string {
  return status === FindingStatus.INTRODUCED ? severity : `resolved (${severity})`;
}

/** What was found, to be read after the name of the resource. */
export function toldFinding({ status, text }: Finding): string {
  return status === FindingStatus.INTRODUCED ? text : `no longer ${text}`;
}

/** Notes and failed checks of all stacks, each with its stack. */
export function remarksOf({ stacks }: Review): readonly (readonly [stack: string, text: string])[] {
  return stacks.flatMap(({ name, checks, notes }) =>
    [...checks.map((check) => `check: ${check}`), ...notes].map((text) => [name, text] as const),
  );
}

/** Changed outputs of all stacks, each with its stack. */
export function outputsOf({
  stacks,
}: Review): readonly (readonly [stack: string, output: string, action: ChangeAction])[] {
  return stacks.flatMap(({ name, outputs }) =>
    outputs
      .filter(({ action }) => action !== ChangeAction.NONE)
      .map((output) => [name, output.name, output.action] as const),
  );
}

/** Changes by stack and construct, in the order of the review. */
export function groupsOf(
  changes: readonly ExplainedChange[],
): readonly (readonly [stack: string, construct: string, changes: readonly ExplainedChange[]])[] {
  const stacks = new Map<string, Map<string, ExplainedChange[]>>();
  for (const change of changes) {
    const constructs = stacks.get(change.stack) ?? new Map<string, ExplainedChange[]>();
    stacks.set(change.stack, constructs);
    const group = constructs.get(change.construct);
    if (group === undefined) constructs.set(change.construct, [change]);
    else group.push(change);
  }
  return [...stacks].flatMap(([stack, constructs]) =>
    [...constructs].map(([construct, group]) => [stack, construct, group] as const),
  );
}
