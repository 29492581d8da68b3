import { ChangeAction } from '../../model';
import { withoutInstance } from '../../read/construct-paths';
import { declaredResources } from './declared-resource';
import { Moves } from './moves';
import { Prediction } from './prediction';
import { type Reference, referencesIn } from './references';
import { StackFiles } from './stack-files';

/** A synthesized stack with its files; no document where there is no such stack. */
export interface SynthesizedStack {
  readonly document?: unknown;
  readonly files?: StackFiles;
}

/**
 * What Terraform is expected to do between two synthesized stacks: what differs, what that replaces, and what
 * follows for those that take values of what is replaced.
 *
 * @param moves where resources were before
 */
export function predict(
  base: SynthesizedStack,
  head: SynthesizedStack,
  moves: Moves = new Moves(new Map()),
): readonly Prediction[] {
  const former = declaredResources(base.document, base.files ?? StackFiles.NONE);
  const later = declaredResources(head.document, head.files ?? StackFiles.NONE);
  const kept = [...later.values()].map((one) => {
    const source = moves.sourceOf(
      one.address,
      (address) => former.has(address),
      (address) => later.has(address),
    );
    return new Prediction(former.get(source ?? one.address), one, one);
  });
  const moved = new Set(kept.flatMap(({ movedFrom }) => movedFrom ?? []));
  const gone = [...former.values()]
    .filter(({ address }) => !later.has(address) && !moved.has(address))
    .map((one) => new Prediction(one, undefined, one));
  const all = [...kept, ...gone].filter(({ declared, isKept }) =>
    declared.mode === 'managed' ? true : isKept || later.has(declared.address),
  );
  spread(all);
  return all;
}

/** Whether a value of the configuration takes something that is known at apply only, or that changes. */
export function takesPending(value: unknown, predictions: readonly Prediction[]): boolean {
  const references = referencesIn(value);
  if (references.length === 0) return false;
  const byBase = groupedByBase(predictions);
  return references.some((reference) =>
    (byBase.get(reference.target) ?? []).some((target) => isUnknownIn(target, reference)),
  );
}

function groupedByBase(predictions: readonly Prediction[]): ByBase {
  const byBase = new Map<string, Prediction[]>();
  for (const one of predictions) {
    const group = byBase.get(one.declared.base);
    if (group === undefined) byBase.set(one.declared.base, [one]);
    else group.push(one);
  }
  return byBase;
}

/** Carries what is known at apply only from resource to resource until nothing more follows. */
function spread(predictions: readonly Prediction[]): void {
  const byBase = groupedByBase(predictions);
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
  if (one.declared.mode === 'data' && waitsFor(one).some(isPending)) {
    isChanged = one.becomes(ChangeAction.READ) || isChanged;
  }
  return isChanged;
}

/** Terraform reads a data source at apply where a resource changes that it names, whatever it takes of it. */
function waitsFor({ declared, references }: Prediction): readonly string[] {
  return [...declared.dependsOn, ...references.map(({ target }) => target)];
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
      return target.differences.some(({ path }) =>
        attribute === 'output' ? isInOutput(path) : path.length === 1 && path[0] === attribute,
      );
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
