import { type Finding, FindingStatus } from '../../policy/finding';
import { isList, isObject } from '../../policy/plan-state';
import { CostDirection } from '../meaning/cost';
import { fromTo, told } from '../meaning/told';
import { ChangeAction, type OutputChange, Sensitive, Unknown } from '../model';
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

/** Changed outputs of all stacks, each with its stack and, where it is short, its value. */
export function outputsOf({
  stacks,
}: Review): readonly (readonly [
  stack: string,
  output: string,
  action: ChangeAction,
  value: string,
])[] {
  return stacks.flatMap(({ name, outputs }) =>
    outputs
      .filter(({ action }) => action !== ChangeAction.NONE)
      .map((output) => [name, output.name, output.action, outputValue(output)] as const),
  );
}

function outputValue({ action, before, after }: OutputChange): string {
  if (after === Unknown.VALUE || isObject(after) || isList(after)) return '';
  if (action === ChangeAction.CREATE) return told(after);
  if (action !== ChangeAction.UPDATE) return '';
  return after === Sensitive.VALUE ? told(after) : fromTo(before, after);
}

/** What changes that go with something else have in common: what happens to them, and what that means. */
export interface SharedChange {
  /** Such as `create 2 code versions`. */
  readonly what: string;
  readonly titles: readonly string[];
  /** Empty where there is nothing to say. */
  readonly told: string;
}

/** Changes that go with something else, those of which the same is to say together. */
export function sharedChanges(changes: readonly ExplainedChange[]): readonly SharedChange[] {
  const groups = new Map<string, ExplainedChange[]>();
  for (const change of changes) {
    const meaning = change.meaning.join('; ');
    const key = JSON.stringify([verbOf(change), meaning === '' ? change.kind : '', meaning]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const isOneKind = group.every(({ kind }) => kind === first.kind);
    const kind = isOneKind ? first.kind : 'resource';
    const things = group.length === 1 ? kind : `${String(group.length)} ${plural(kind)}`;
    return [
      {
        what: `${verbOf(first)} ${things}`,
        titles: group.map(({ title }) => title),
        told: first.meaning.join('; '),
      },
    ];
  });
}

function plural(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Findings that are the first of their check: with them why and what to do are told. */
export function firstOfCheck(findings: readonly Finding[]): ReadonlySet<Finding> {
  const first = new Map<string, Finding>();
  for (const one of findings) {
    const isTold = one.status !== FindingStatus.INTRODUCED || first.has(one.check.id);
    if (!isTold) first.set(one.check.id, one);
  }
  return new Set(first.values());
}

/** What becomes of a cost, in words. */
export const DIRECTIONS: Readonly<Record<CostDirection, string>> = {
  [CostDirection.DOWN]: 'can cost less',
  [CostDirection.UNKNOWN]: 'can cost more or less',
  [CostDirection.UP]: 'can cost more',
};

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
