import { typeKey } from '../../policy/type-key';
import { ChangeAction, type Difference, type ResourceChange, Unknown } from '../model';
import { Danger, worse } from './danger';
import { explainerOf, isMinorKind } from './explainers';
import { type Explanation, startsWith } from './explanation';
import { lossOf } from './loss';
import type { StackContext } from './stack-context';
import { counted, fromTo, listed, oneLine, told, toldDifference, toldPath } from './told';

/** A change with what it means. */
export interface Told {
  /** In words, what matters most first. */
  readonly meaning: readonly string[];
  /** Every difference, one a line. */
  readonly details: readonly string[];
  readonly danger: Danger;
  /** What is lost, where something is. */
  readonly lost?: string;
  /** Whether it goes with something else, and need not be read. */
  readonly isMinor: boolean;
}

const MOST_PLAIN = 6;
const MOST_DETAILS = 60;

/** What a change means. Pure. */
export function explain(change: ResourceChange, context: StackContext): Told {
  const kind = typeKey(change);
  const explanation = explainerOf(kind)(change, context);
  const loss = lossOf(change);
  const danger = worse(loss?.danger ?? Danger.NONE, ownDanger(change, explanation));
  const meaning = [
    ...beside(change),
    ...replacement(change),
    ...(loss === undefined ? [] : [`lost: ${loss.what}`]),
    ...explanation.lines,
    ...(hasPlainLines(change) ? plainLines(change, explanation) : []),
  ];
  return {
    meaning: change.isDrift ? drifted(change, meaning) : meaning,
    details: detailsOf(change.differences),
    danger,
    ...(loss === undefined ? {} : { lost: loss.what }),
    isMinor:
      danger !== Danger.DANGEROUS && (isMinorKind(kind) || change.action === ChangeAction.FORGET),
  };
}

/** What happened outside Terraform, also where the plan does not tell what. */
function drifted({ action }: ResourceChange, meaning: readonly string[]): readonly string[] {
  const what = action === ChangeAction.DELETE ? 'deleted' : 'changed';
  return meaning.length === 0
    ? [`${what} outside Terraform`]
    : meaning.map((line) => `outside Terraform: ${line}`);
}

function ownDanger(change: ResourceChange, { danger }: Explanation): Danger {
  if (danger !== undefined && !change.isDrift) return danger;
  const isRough = change.action === ChangeAction.REPLACE || change.action === ChangeAction.DELETE;
  return change.isDrift || (isRough && !isMinorKind(typeKey(change)))
    ? Danger.CAREFUL
    : Danger.NONE;
}

/** What happens beside, or in place of, a change of values. */
function beside(change: ResourceChange): readonly string[] {
  const { action, movedFrom, importedId, deferred } = change;
  return [
    ...(action === ChangeAction.FORGET ? ['Terraform forgets it, it stays in Azure'] : []),
    ...(movedFrom === undefined ? [] : [`moved in the state from ${oneLine(movedFrom, 120)}`]),
    ...(importedId === undefined ? [] : [`imported: ${oneLine(importedId, 160)}`]),
    ...(deferred === undefined ? [] : [`put off: ${oneLine(deferred)}`]),
  ];
}

function replacement(change: ResourceChange): readonly string[] {
  const { action, forcedBy, reason, differences } = change;
  const why = reason === undefined ? '' : `: ${oneLine(reason, 160)}`;
  if (action === ChangeAction.DELETE) return reason === undefined ? [] : [`deleted${why}`];
  if (action !== ChangeAction.REPLACE) return [];
  if (forcedBy.length === 0) return [`replaced${why}`];
  const forces = forcedBy.map((path) => {
    const difference = differences.find((one) => startsWith(one.path, path));
    const move = difference === undefined ? '' : ` (${toldMove(difference)})`;
    return `${toldPath(path)}${move}`;
  });
  return [`replaced, forced by ${listed(forces, 4)}`];
}

/** What is not told of the state before, such as by a configuration, is no news. */
function toldMove({ before, after }: Difference): string {
  return before === undefined ? told(after) : fromTo(before, after);
}

/** Of what is made, deleted or forgotten there is no difference to tell. */
function hasPlainLines({ action }: ResourceChange): boolean {
  return (
    action === ChangeAction.UPDATE ||
    action === ChangeAction.REPLACE ||
    action === ChangeAction.NONE
  );
}

function plainLines(
  { differences, forcedBy }: ResourceChange,
  { covered }: Explanation,
): readonly string[] {
  const known = [...covered, ...forcedBy];
  const rest = differences.filter(({ path }) => !known.some((start) => startsWith(path, start)));
  const unknown = rest.filter(({ after }) => after === Unknown.VALUE);
  const plain = rest.filter(({ after }) => after !== Unknown.VALUE);
  const more = plain.length - MOST_PLAIN;
  return [
    ...plain.slice(0, MOST_PLAIN).map(toldDifference),
    ...(more > 0 ? [`and ${counted(more, 'more difference')}`] : []),
    ...(unknown.length === 0
      ? []
      : [
          `known after apply: ${listed(
            unknown.map(({ path }) => toldPath(path)),
            4,
          )}`,
        ]),
  ];
}

function detailsOf(differences: readonly Difference[]): readonly string[] {
  const more = differences.length - MOST_DETAILS;
  return [
    ...differences.slice(0, MOST_DETAILS).map(toldDifference),
    ...(more > 0 ? [`and ${counted(more, 'more difference')}`] : []),
  ];
}
