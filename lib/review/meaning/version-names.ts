import { textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, type ResourceChange, Unknown } from '../model';
import type { StackContext } from './stack-context';
import { KNOWN_AFTER_APPLY, oneLine, told } from './told';

/** As much of a content hash as people compare. */
const SHORT = 8;

/** A version as people say it: content hashes shortened. */
export function shortVersion(version: string): string {
  return /^[0-9a-f]{12,64}$/.test(version) ? version.slice(0, SHORT) : oneLine(version, 40);
}

/** The version that an id or a reference names, in words; of a pipeline of a name where that is known. */
export function toldVersion(
  id: PlanValue | undefined,
  context: StackContext,
  name?: string,
): string {
  if (id === undefined || id === null) return 'none';
  if (id === Unknown.VALUE) return madeVersion(name, context) ?? `one ${KNOWN_AFTER_APPLY}`;
  if (typeof id !== 'string') return told(id);
  const version = versionOfId(id) ?? versionOf(context.referredTo(id));
  return version === undefined ? told(id) : shortVersion(version);
}

const COMPONENTS = 'microsoft.machinelearningservices/workspaces/components/versions';
const MAKES: readonly ChangeAction[] = [ChangeAction.CREATE, ChangeAction.REPLACE];

/** What an id that is known only at apply can only be of: the one pipeline that is made. */
export function madePipeline(context: StackContext): ResourceChange | undefined {
  return context.once(onlyPipelineIn);
}

function onlyPipelineIn(context: StackContext): ResourceChange | undefined {
  const made = context
    .ofKind(COMPONENTS)
    .filter(
      ({ action, after }) =>
        MAKES.includes(action) &&
        textAt(after, 'body', 'properties', 'componentSpec', 'type') === 'pipeline',
    );
  return made.length === 1 ? made[0] : undefined;
}

function madeVersion(name: string | undefined, context: StackContext): string | undefined {
  const made = madePipeline(context);
  const version = versionOf(made);
  return made === undefined || version === undefined || assetName(made) !== name
    ? undefined
    : shortVersion(version);
}

/** The name of what an id or a reference names a version of. */
export function versionedName(
  id: PlanValue | undefined,
  context: StackContext,
): string | undefined {
  if (typeof id !== 'string') return undefined;
  const name = /\/([^/]+)\/versions\/[^/]+$/.exec(id)?.[1];
  if (name !== undefined) return oneLine(name);
  const resource = context.referredTo(id);
  return resource === undefined ? undefined : assetName(resource);
}

/** The version in an id, such as `…/components/churn/versions/1`. */
export function versionOfId(id: string): string | undefined {
  return /\/versions\/([^/]+)$/.exec(id)?.[1];
}

/** The version that a resource is. */
export function versionOf(resource: ResourceChange | undefined): string | undefined {
  return textAt(resource?.after, 'name') ?? textAt(resource?.before, 'name');
}

/** The name of the asset that a version resource is of: the last part of its parent. */
export function assetName({ before, after, label }: ResourceChange): string {
  const state = after ?? before;
  const parent = textAt(after, 'parent_id') ?? textAt(before, 'parent_id');
  const name =
    parent?.split('/').at(-1) ?? textAt(state, 'body', 'properties', 'componentSpec', 'name');
  return oneLine(name ?? label);
}
