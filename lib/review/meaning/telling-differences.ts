import {
  ChangeAction,
  type Difference,
  type PlanValue,
  type ResourceChange,
  Unknown,
} from '../model';
import { startsWith } from './explanation';

/**
 * The differences that say something. Left out is what follows from the change itself: what Azure answers,
 * what is computed anew, and a truth value that it spells its own way.
 */
export function tellingDifferences(change: ResourceChange): readonly Difference[] {
  const isArm = change.type.startsWith('azapi_');
  return change.differences.filter(
    (one) => !(isArm && (isAnswer(one) || isSpelling(one))) && !isComputed(one, change, isArm),
  );
}

/** What azapi keeps of the answers of the service. */
const ANSWERS: readonly (string | undefined)[] = ['output', 'sensitive_output'];

function isAnswer({ path }: Difference): boolean {
  return ANSWERS.includes(path[0]);
}

/** What azapi sends is in the body; other attributes are unknown because they are read afterwards. */
function isComputed({ path, after }: Difference, change: ResourceChange, isArm: boolean): boolean {
  if (after !== Unknown.VALUE || path[0] === 'body') return false;
  if (change.forcedBy.some((forced) => startsWith(path, forced))) return false;
  return isArm || path[0] === 'id' || change.action === ChangeAction.REPLACE;
}

function isSpelling({ before, after }: Difference): boolean {
  return isSpelled(before, after) || isSpelled(after, before);
}

/** Services answer `True` to what was sent as `true`. */
function isSpelled(text: PlanValue | undefined, value: PlanValue | undefined): boolean {
  return (
    typeof text === 'string' && typeof value === 'boolean' && text.toLowerCase() === String(value)
  );
}
