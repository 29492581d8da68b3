import { at, textAt } from '../../policy/plan-state';
import { typeKey } from '../../policy/type-key';
import { ChangeAction, type ResourceChange } from '../model';
import type { StackContext } from './stack-context';
import { assetName, versionOf, versionOfId } from './version-names';

const WORKSPACE = 'microsoft.machinelearningservices/workspaces';

/** What points at versions, and where. */
const POINTERS: readonly (readonly [kind: string, path: readonly string[]])[] = [
  [`${WORKSPACE}/schedules`, ['body', 'properties', 'action', 'jobDefinition', 'componentId']],
  [
    `${WORKSPACE}/batchendpoints/deployments`,
    ['body', 'properties', 'deploymentConfiguration', 'componentId', 'assetId'],
  ],
];

/**
 * The version that a new one takes the place of. Each version has an address of its own, so it is told by
 * name: the one that a schedule or deployment moves away from, else one that is forgotten or deleted, else
 * the only one. `undefined` for the first version, and where several could be meant.
 */
export function formerVersion(
  change: ResourceChange,
  context: StackContext,
): ResourceChange | undefined {
  const name = assetName(change);
  const candidates = context.versionsBefore(typeKey(change), name).filter((one) => one !== change);
  if (candidates.length < 2) return candidates[0];
  const former = context.once(pointedAt);
  return (
    candidates.find(
      (one) => former.has(one.address) || former.has(`${name} ${versionOf(one) ?? ''}`),
    ) ?? candidates.filter(({ action }) => GONE.includes(action)).at(-1)
  );
}

const GONE: readonly ChangeAction[] = [ChangeAction.FORGET, ChangeAction.DELETE];

/** What pointers that move point at before: addresses, or name and version. */
function pointedAt(context: StackContext): ReadonlySet<string> {
  return new Set(
    POINTERS.flatMap(([kind, path]) =>
      context.ofKind(kind).flatMap((pointer) => {
        const id = textAt(pointer.before, ...path);
        if (id === undefined || id === at(pointer.after, ...path)) return [];
        const name = /\/([^/]+)\/versions\/[^/]+$/.exec(id)?.[1];
        return [context.referredTo(id)?.address ?? `${name ?? ''} ${versionOfId(id) ?? ''}`];
      }),
    ),
  );
}
