import { at, entriesAt, isObject, textAt } from '../../policy/plan-state';
import { ChangeAction, type PlanValue, type ResourceChange } from '../model';
import { type Explainer, NOTHING } from './explanation';
import { sameValue } from './named-parts';
import { isBefore, type StackContext } from './stack-context';
import { listed, oneLine } from './told';
import { formerVersion } from './former-version';
import { assetName, shortVersion, versionedName, versionOf, versionOfId } from './version-names';

const SPEC = ['body', 'properties', 'componentSpec'];
const COMPONENTS = 'microsoft.machinelearningservices/workspaces/components/versions';

/** Versions of components: which came before, and what they changed. */
export const explainComponentVersion: Explainer = (change, context) => {
  const name = assetName(change);
  const version = shortVersion(versionOf(change) ?? change.label);
  const isPipeline = textAt(change.after ?? change.before, ...SPEC, 'type') === 'pipeline';
  const noun = isPipeline ? 'pipeline' : 'step';
  if (change.action !== ChangeAction.CREATE) return NOTHING;
  const former = formerVersion(change, context);
  if (former === undefined)
    return { lines: [`${noun} ${name}: version ${version} is new`], covered: [] };
  const from = shortVersion(versionOf(former) ?? former.label);
  const changes = isPipeline
    ? pipelineChanges(former, change, context)
    : specChanges(former, change).map((what) => `changed its ${what}`);
  const told = changes.length === 0 ? '' : `, ${listed(changes)}`;
  return { lines: [`${noun} ${name}: version ${from} to ${version}${told}`], covered: [] };
};

/** Versions of code, data and environments. */
export const explainAssetVersion: Explainer = (change, context) => {
  if (change.action !== ChangeAction.CREATE) return NOTHING;
  const former = formerVersion(change, context);
  if (former === undefined) return NOTHING;
  const [from, to] = [former, change].map((one) => shortVersion(versionOf(one) ?? one.label));
  return { lines: [`version ${String(from)} to ${String(to)}`], covered: [] };
};

/** Keys of a component's specification as people say them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['code', 'script'],
  ['command', 'command'],
  ['environment', 'environment'],
  ['inputs', 'inputs'],
  ['outputs', 'outputs'],
  ['resources', 'resources'],
]);

/** Say nothing by themselves: the version is what the rest makes it. */
const SILENT: readonly string[] = ['version', '$schema', '_source'];

function specChanges(former: ResourceChange, current: ResourceChange): readonly string[] {
  const [before, after] = [specOf(former.before), specOf(current.after)];
  if (before === undefined || after === undefined) return [];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !SILENT.includes(key) && !sameValue(before[key], after[key]))
    .map((key) => WORDS.get(key) ?? oneLine(key.replaceAll('_', ' ')));
}

function specOf(state: PlanValue | undefined): { readonly [key: string]: PlanValue } | undefined {
  const spec = at(state, ...SPEC);
  return isObject(spec) ? spec : undefined;
}

function pipelineChanges(
  former: ResourceChange,
  current: ResourceChange,
  context: StackContext,
): readonly string[] {
  const before = new Map(entriesAt(former.before, ...SPEC, 'jobs'));
  const after = new Map(entriesAt(current.after, ...SPEC, 'jobs'));
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const steps = [...after].flatMap(([name, job]) => {
    const old = before.get(name);
    return old === undefined ? [] : stepChanges(name, [old, job], context);
  });
  const others = specChanges(former, current).filter((what) => what !== 'jobs');
  return [
    ...added.map((name) => `step ${oneLine(name)} added`),
    ...removed.map((name) => `step ${oneLine(name)} removed`),
    ...steps,
    ...others.map((what) => `${what} changed`),
  ];
}

/** What a step of the pipeline changed: its component, or how the pipeline uses it. */
function stepChanges(
  step: string,
  [before, after]: readonly [PlanValue, PlanValue],
  context: StackContext,
): readonly string[] {
  const name = oneLine(step);
  const [old, young] = [at(before, 'componentId'), at(after, 'componentId')];
  if (sameValue(old, young)) {
    return sameValue(before, after) ? [] : [`step ${name} changed its inputs or settings`];
  }
  const [former, current] = stepVersions(old, young, context);
  if (former === undefined || current === undefined) return [`step ${name} changed`];
  const what = specChanges(former, current);
  return [what.length === 0 ? `step ${name} changed` : `step ${name} changed its ${listed(what)}`];
}

/** The versions of a step's component before and after; the new id is known only at apply, so it goes by name. */
function stepVersions(
  before: PlanValue | undefined,
  after: PlanValue | undefined,
  context: StackContext,
): readonly [ResourceChange | undefined, ResourceChange | undefined] {
  const id = typeof before === 'string' ? before : '';
  const component = versionedName(before, context);
  const all = component === undefined ? [] : context.versionsOf(COMPONENTS, component);
  const former =
    context.referredTo(id) ??
    all.find((one) => isBefore(one) && versionOf(one) === versionOfId(id));
  const current =
    (typeof after === 'string' ? context.referredTo(after) : undefined) ??
    all.find(({ action }) => action === ChangeAction.CREATE);
  return [former, current];
}
