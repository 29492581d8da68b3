import { typeKey } from '../../policy/type-key';
import { ChangeAction, type Difference, type ResourceChange, Sensitive, Unknown } from '../model';
import { NO_LONGER_DECLARED } from '../read/action-words';
import { Danger, worse } from './danger';
import { explainerOf, isMinorKind } from './explainers';
import { type Explanation, startsWith } from './explanation';
import { type Loss, lossOf } from './loss';
import { isLeftAlone, isMinor, isReplacedWithAnother, isRough } from './minor';
import type { StackContext } from './stack-context';
import { tellingDifferences } from './telling-differences';
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

/** What a change means. Pure. The words are found when they are asked for: of a long plan few are shown. */
export function explain(change: ResourceChange, context: StackContext): Told {
  const explanation = explainerOf(typeKey(change))(change, context);
  const differences = tellingDifferences(change);
  const loss = lossOf(change);
  const followsAnother =
    isLeftAlone(change, context) || (loss === undefined && isReplacedWithAnother(change));
  const danger = followsAnother
    ? Danger.NONE
    : worse(loss?.danger ?? Danger.NONE, ownDanger(change, explanation));
  const minor = followsAnother || isMinor(change, differences, explanation);
  let meaning: readonly string[] | undefined;
  let details: readonly string[] | undefined;
  return {
    get meaning() {
      return (meaning ??= meaningOf(change, differences, { explanation, loss }));
    },
    get details() {
      return (details ??= detailsOf(differences));
    },
    danger,
    ...(loss === undefined ? {} : { lost: loss.what }),
    isMinor: minor && danger !== Danger.DANGEROUS,
  };
}

function meaningOf(
  change: ResourceChange,
  differences: readonly Difference[],
  known: { readonly explanation: Explanation; readonly loss: Loss | undefined },
): readonly string[] {
  const { explanation, loss } = known;
  const meaning = [
    ...beside(change),
    ...(coversAll(explanation) ? [] : replacement(change)),
    ...(loss === undefined ? [] : [`lost: ${loss.what}`]),
    ...explanation.lines,
    ...(hasPlainLines(change) ? plainLines(change, differences, explanation) : []),
  ];
  if (change.isDrift) return drifted(change, meaning);
  return meaning.length === 0 && isUntold(change) ? [UNTOLD] : meaning;
}

const UNTOLD = 'updated, although nothing differs that the plan shows';

function isUntold({ action, differences }: ResourceChange): boolean {
  return action === ChangeAction.UPDATE && differences.length === 0;
}

function coversAll({ covered }: Explanation): boolean {
  return covered.some((path) => path.length === 0);
}

/** What happened outside Terraform, also where the plan does not tell what. */
function drifted({ action }: ResourceChange, meaning: readonly string[]): readonly string[] {
  if (action === ChangeAction.DELETE) return ['deleted outside Terraform'];
  return meaning.length === 0
    ? ['changed outside Terraform']
    : meaning.map((line) => `outside Terraform: ${line}`);
}

function ownDanger(change: ResourceChange, { danger }: Explanation): Danger {
  if (danger !== undefined && !change.isDrift) return danger;
  return change.isDrift || (isRough(change) && !isMinorKind(typeKey(change)))
    ? Danger.CAREFUL
    : Danger.NONE;
}

/** What happens beside, or in place of, a change of values. */
function beside(change: ResourceChange): readonly string[] {
  const { action, movedFrom, importedId, deferred, isDrift } = change;
  return [
    ...(action === ChangeAction.FORGET ? [`${stays(change)}, Terraform forgets it`] : []),
    // What was changed outside Terraform was not moved there: the change itself tells that.
    ...(movedFrom === undefined || isDrift
      ? []
      : [`moved in the state from ${oneLine(movedFrom, 120)}`]),
    ...(importedId === undefined ? [] : [`imported: ${oneLine(importedId, 160)}`]),
    ...(deferred === undefined ? [] : [`put off: ${oneLine(deferred)}`]),
  ];
}

function stays({ type }: ResourceChange): string {
  return /^az(?:urerm|api|uread)_/.test(type) ? 'stays in Azure' : 'stays as it is';
}

function replacement(change: ResourceChange): readonly string[] {
  const { action, forcedBy, reason, differences } = change;
  const why = reason === undefined ? '' : `: ${oneLine(reason, 160)}`;
  if (action === ChangeAction.DELETE) {
    return reason === undefined || reason === NO_LONGER_DECLARED ? [] : [`deleted${why}`];
  }
  if (action === ChangeAction.UPDATE) return reason === undefined ? [] : [`updated${why}`];
  if (action !== ChangeAction.REPLACE) return [];
  if (forcedBy.length === 0) return [`replaced${why}`];
  const forces = forcedBy.map((path) => {
    const difference = differences.find((one) => startsWith(one.path, path));
    const isKnown = difference !== undefined && difference.after !== Unknown.VALUE;
    const move = isKnown ? ` (${toldMove(difference)})` : '';
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
  { forcedBy }: ResourceChange,
  differences: readonly Difference[],
  { covered }: Explanation,
): readonly string[] {
  const known = [...covered, ...forcedBy];
  const rest = differences.filter(({ path }) => !known.some((start) => startsWith(path, start)));
  const unknown = rest.filter(({ after }) => after === Unknown.VALUE);
  const hidden = rest.filter((one) => isHidden(one));
  const plain = rest.filter((one) => one.after !== Unknown.VALUE && !isHidden(one));
  const more = plain.length - MOST_PLAIN;
  return [
    ...plain.slice(0, MOST_PLAIN).map(toldDifference),
    ...(more > 0 ? [`and ${counted(more, 'more difference')}`] : []),
    ...named(hidden.length === 1 ? 'a sensitive value changes' : 'sensitive values change', hidden),
    ...named('known after apply', unknown),
  ];
}

function isHidden({ before, after }: Difference): boolean {
  return before === Sensitive.VALUE || after === Sensitive.VALUE;
}

/** Places in one line, where what is there cannot be told. */
function named(what: string, differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return [];
  const places = differences.map(({ path }) => toldPath(path));
  return [`${what}: ${listed(places, 4)}`];
}

function detailsOf(differences: readonly Difference[]): readonly string[] {
  const more = differences.length - MOST_DETAILS;
  return [
    ...differences.slice(0, MOST_DETAILS).map(toldDifference),
    ...(more > 0 ? [`and ${counted(more, 'more difference')}`] : []),
  ];
}
