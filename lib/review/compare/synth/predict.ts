import { ChangeAction } from '../../model';
import { withoutInstance } from '../../read/construct-paths';
import { declaredResources } from './declared-resource';
import { Prediction } from './prediction';
import type { Reference } from './references';

/**
 * What Terraform is expected to do between two synthesized stacks: what differs, what that replaces, and what
 * follows for those that take values of what is replaced.
 *
 * @param movedFrom former address of a resource, by its present one
 */
export function predict(
  base: unknown,
  head: unknown,
  movedFrom: ReadonlyMap<string, string> = new Map(),
): readonly Prediction[] {
  const former = declaredResources(base);
  const later = declaredResources(head);
  const moved = new Set(movedFrom.values());
  const kept = [...later.values()].map((one) => {
    const source = movedFrom.get(one.address) ?? one.address;
    return new Prediction(former.get(source) ?? former.get(one.address), one, one);
  });
  const gone = [...former.values()]
    .filter(({ address }) => !later.has(address) && !moved.has(address))
    .map((one) => new Prediction(one, undefined, one));
  const all = [...kept, ...gone].filter(({ declared, isKept }) =>
    declared.mode === 'managed' ? true : isKept || later.has(declared.address),
  );
  spread(all);
  return all;
}

/** Carries what is known at apply only from resource to resource until nothing more follows. */
function spread(predictions: readonly Prediction[]): void {
  const byBase = new Map<string, Prediction[]>();
  for (const one of predictions) {
    byBase.set(one.declared.base, [...(byBase.get(one.declared.base) ?? []), one]);
  }
  const queue = new Set(predictions);
  for (const one of queue) {
    queue.delete(one);
    if (!settle(one, byBase)) continue;
    for (const other of predictions) {
      if (takesFrom(other, one.declared.base)) queue.add(other);
    }
  }
}

type ByBase = ReadonlyMap<string, readonly Prediction[]>;

function settleReferences(one: Prediction, byBase: ByBase): boolean {
  let isChanged = false;
  for (const reference of one.references) {
    const targets = byBase.get(reference.target) ?? [];
    if (targets.some((target) => target !== one && isUnknownIn(target, reference))) {
      isChanged = one.becomesUnknown(reference.path) || isChanged;
    }
  }
  return isChanged;
}

function settle(one: Prediction, byBase: ByBase): boolean {
  let isChanged = settleReferences(one, byBase);
  const isPending = (address: string) => isPendingAt(address, byBase);
  if (one.isKept && one.replaceTriggers.some(isPending)) {
    isChanged = one.becomes(ChangeAction.REPLACE) || isChanged;
  }
  if (one.declared.mode === 'data' && one.declared.dependsOn.some(isPending)) {
    isChanged = one.becomes(ChangeAction.READ) || isChanged;
  }
  return isChanged;
}

function isPendingAt(address: string, byBase: ByBase): boolean {
  const parts = withoutInstance(address).split('.');
  const base = parts.slice(0, parts[0] === 'data' ? 3 : 2).join('.');
  return (byBase.get(base) ?? []).some(({ action }) => !AT_REST.includes(action));
}

const AT_REST: readonly ChangeAction[] = [ChangeAction.NONE, ChangeAction.READ];

/** Whether the value that a reference takes is known at apply only. */
function isUnknownIn(target: Prediction, { attribute }: Reference): boolean {
  switch (target.action) {
    case ChangeAction.CREATE:
    case ChangeAction.REPLACE:
      return !target.isSettled(attribute);
    case ChangeAction.READ:
      return true;
    case ChangeAction.UPDATE:
      return attribute === 'output' && target.differences.some(({ path }) => isInOutput(path));
    default:
      return false;
  }
}

/** Arguments of azapi resources whose change makes `output` unknown. */
const TELL_OUTPUT = new Set(['body', 'identity', 'tags', 'type', 'response_export_values']);

function isInOutput([first = '']: readonly string[]): boolean {
  return TELL_OUTPUT.has(first);
}

function takesFrom(one: Prediction, base: string): boolean {
  return (
    one.references.some(({ target }) => target === base) ||
    one.declared.dependsOn.some((address) => address === base) ||
    one.replaceTriggers.some((address) => address === base || address.startsWith(`${base}.`))
  );
}
