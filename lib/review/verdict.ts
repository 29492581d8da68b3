import type { Finding } from '../policy/finding';
import { FindingStatus } from '../policy/finding';
import { Severity } from '../policy/severity';
import { Danger } from './meaning/danger';
import { counted, listed } from './meaning/told';
import { ChangeAction, type ResourceChange, type ReviewedStack } from './model';

/** What a review comes to. */
export enum VerdictLevel {
  /** Nothing changes. */
  NOTHING = 'nothing',
  /** There are changes, none of them dangerous, or it is not known what there is to do. */
  CHANGES = 'changes',
  /** Something can lose what cannot be made again, gives far-reaching rights, or has a finding of high severity. */
  DANGEROUS = 'dangerous',
}

/** How many resources each action is planned for; drift is counted apart. */
export interface ActionCounts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  readonly forget: number;
  readonly read: number;
  /** Imported, whatever else happens to them. */
  readonly imported: number;
  /** Moved, whatever else happens to them. */
  readonly moved: number;
  /** Changed outside of Terraform. */
  readonly drift: number;
}

/** What a review comes to, in one sentence and as numbers. */
export interface Verdict {
  readonly level: VerdictLevel;
  /** One sentence without a full stop. */
  readonly headline: string;
  readonly counts: ActionCounts;
  /** Changes that ask for the greatest care. */
  readonly dangers: number;
}

/** A change as far as the verdict looks. */
type Judged = ResourceChange & { readonly danger: Danger; readonly isMinor: boolean };

/** Sums up. Pure. */
export function verdictOf(
  changes: readonly Judged[],
  findings: readonly Finding[],
  stacks: readonly ReviewedStack[],
): Verdict {
  const counts = countsOf(changes);
  const dangers = changes.filter(({ danger }) => danger === Danger.DANGEROUS).length;
  const severe = findings.filter(
    ({ severity, status }) => severity === Severity.HIGH && status === FindingStatus.INTRODUCED,
  ).length;
  const changed = stacks
    .flatMap(({ outputs }) => outputs)
    .filter(({ action }) => action !== ChangeAction.NONE).length;
  const invoked = stacks.reduce((sum, { invocations = 0 }) => sum + invocations, 0);
  const failed = stacks.filter(({ hasErrors }) => hasErrors === true).length;
  const putOff = changes.filter(
    ({ action, deferred }) => deferred !== undefined && action === ChangeAction.NONE,
  ).length;
  // What was changed outside Terraform, and stays so, is nothing to do.
  const effective = changes.filter(({ isDrift, isMinor }) => !(isDrift && isMinor));
  const level = levelOf(effective.length + changed + invoked + failed, dangers + severe);
  return {
    level,
    headline: headlineOf(counts, { dangers, severe, changed, putOff, invoked, failed }),
    counts,
    dangers,
  };
}

function levelOf(changes: number, dangers: number): VerdictLevel {
  if (dangers > 0) return VerdictLevel.DANGEROUS;
  return changes > 0 ? VerdictLevel.CHANGES : VerdictLevel.NOTHING;
}

function countsOf(changes: readonly Judged[]): ActionCounts {
  const planned = changes.filter(({ isDrift }) => !isDrift);
  const of = (action: ChangeAction) => planned.filter((one) => one.action === action).length;
  return {
    create: of(ChangeAction.CREATE),
    update: of(ChangeAction.UPDATE),
    replace: of(ChangeAction.REPLACE),
    delete: of(ChangeAction.DELETE),
    forget: of(ChangeAction.FORGET),
    read: of(ChangeAction.READ),
    imported: planned.filter(({ importedId }) => importedId !== undefined).length,
    moved: planned.filter(({ movedFrom }) => movedFrom !== undefined).length,
    drift: changes.length - planned.length,
  };
}

function headlineOf(
  counts: ActionCounts,
  more: Readonly<
    Record<'dangers' | 'severe' | 'changed' | 'putOff' | 'invoked' | 'failed', number>
  >,
): string {
  const parts = [
    [counts.create, 'to create'],
    [counts.update, 'to update'],
    [counts.replace, 'to replace'],
    [counts.delete, 'to delete'],
    [counts.forget, 'to forget'],
    [counts.read, 'to read'],
    [counts.imported, 'imported'],
    [counts.moved, 'moved'],
    [counts.drift, 'changed outside Terraform'],
    [more.putOff, 'put off'],
    [more.invoked, `${more.invoked === 1 ? 'action' : 'actions'} to invoke`],
  ] as const;
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${String(count)} ${what}`);
  const all = more.changed === 0 ? told : [...told, `${counted(more.changed, 'output')} changed`];
  const warnings = [
    ...(more.failed === 0 ? [] : ['planning ended with an error']),
    ...(more.dangers === 0 ? [] : [counted(more.dangers, 'dangerous change')]),
    ...(more.severe === 0 ? [] : [counted(more.severe, 'finding').concat(' of high severity')]),
  ];
  if (all.length === 0 && more.failed === 0) return 'No changes';
  const summary = all.length === 0 ? 'no changes until then' : listed(all, 12);
  return warnings.length === 0 ? summary : `${listed(warnings)}: ${summary}`;
}
