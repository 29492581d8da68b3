import { typeKey } from '../../policy/type-key';
import { ChangeAction, type Difference, type ResourceChange, Unknown } from '../model';
import { isMinorKind } from './explainers';
import { type Explanation, startsWith } from './explanation';
import type { StackContext } from './stack-context';

/** Whether something is deleted, to be made again or not. */
export function isRough({ action }: ResourceChange): boolean {
  return action === ChangeAction.REPLACE || action === ChangeAction.DELETE;
}

/** Whether something was changed outside Terraform that the plan neither undoes nor answers. */
export function isLeftAlone({ isDrift, address }: ResourceChange, context: StackContext): boolean {
  return isDrift && !context.isActedOn(address);
}

/** Whether it is replaced only because what it belongs to is: what forces it becomes known then. */
export function isReplacedWithAnother(change: ResourceChange): boolean {
  const { action, forcedBy, differences } = change;
  return (
    action === ChangeAction.REPLACE &&
    forcedBy.length > 0 &&
    forcedBy.every((path) =>
      differences.some((one) => startsWith(one.path, path) && one.after === Unknown.VALUE),
    )
  );
}

/** Whether a change goes with others by its kind, changes nothing, or is of nothing but tags. */
export function isMinor(
  change: ResourceChange,
  differences: readonly Difference[],
  explanation: Explanation,
): boolean {
  const kind = typeKey(change);
  return (
    change.action === ChangeAction.READ ||
    isOfTagsOnly(change, differences) ||
    isForgottenVersion(change, kind) ||
    (explanation.isMinor ?? isMinorKind(kind))
  );
}

function isOfTagsOnly(change: ResourceChange, differences: readonly Difference[]): boolean {
  return differences.length > 0 && differences.every(isTag) && !isRough(change);
}

/** Tags, also those of a request. */
function isTag({ path }: Difference): boolean {
  return path[0] === 'tags' || path[0] === 'tags_all' || (path[0] === 'body' && path[1] === 'tags');
}

/** A version that another takes the place of; what else is forgotten goes on without Terraform. */
function isForgottenVersion({ action }: ResourceChange, kind: string): boolean {
  return action === ChangeAction.FORGET && kind.endsWith('/versions');
}
