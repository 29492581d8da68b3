import { isRecord, listOf, memberOf, recordOf, textOf } from '../../review/read/json-values';

/** Most values of one resource that are named. */
const MOST_ATTRIBUTES = 8;

/** Something that a plan would change. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
  /** Paths of the values that would change. */
  readonly attributes: readonly string[];
  /** Paths of those that force a replacement. */
  readonly forcedBy: readonly string[];
}

/** What a plan, as `terraform show -json` writes it, would change: resources and outputs. */
export function plannedChanges(plan: unknown): readonly PlannedChange[] {
  const resources = listOf(memberOf(plan, 'resource_changes')).map((one) =>
    changeOf(textOf(memberOf(one, 'address')) ?? 'resource', memberOf(one, 'change')),
  );
  const outputs = Object.entries(recordOf(memberOf(plan, 'output_changes'))).map(([name, change]) =>
    changeOf(`output.${name}`, change),
  );
  return [...resources, ...outputs].filter(({ actions }) =>
    actions.some((action) => action !== 'no-op' && action !== 'read'),
  );
}

/** Addresses of resources whose plan would run commands, on this machine or another; those of modules too. */
export function commandsIn(plan: unknown): readonly string[] {
  return commandsOf(memberOf(memberOf(plan, 'configuration'), 'root_module'), '');
}

function commandsOf(module: unknown, prefix: string): readonly string[] {
  const own = listOf(memberOf(module, 'resources'))
    .filter((one) => listOf(memberOf(one, 'provisioners')).length > 0)
    .map((one) => `${prefix}${textOf(memberOf(one, 'address')) ?? ''}`);
  const called = Object.entries(recordOf(memberOf(module, 'module_calls')));
  const below = called.flatMap(([name, call]) =>
    commandsOf(memberOf(call, 'module'), `${prefix}module.${name}.`),
  );
  return [...own, ...below];
}

function changeOf(address: string, change: unknown): PlannedChange {
  const actions = listOf(memberOf(change, 'actions')).filter((one) => typeof one === 'string');
  const unknown = memberOf(change, 'after_unknown');
  const paths = differences(
    memberOf(change, 'before'),
    memberOf(change, 'after'),
    unknown,
    '',
  ).filter((path) => path !== '');
  const forcedBy = listOf(memberOf(change, 'replace_paths')).map((path) => listOf(path).join('.'));
  return { address, actions, attributes: paths.slice(0, MOST_ATTRIBUTES), forcedBy };
}

/** Paths at which two values differ, or at which the second one is not known. */
function differences(
  before: unknown,
  after: unknown,
  unknown: unknown,
  path: string,
): readonly string[] {
  if (unknown === true) return [path];
  if (isContainer(before) && isContainer(after)) {
    const members = [recordFrom(before), recordFrom(after), recordFrom(unknown)] as const;
    const keys = new Set(members.flatMap((one) => Object.keys(one)));
    const [former, later, open] = members;
    return [...keys].flatMap((key) =>
      differences(former[key], later[key], open[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return before === after || (before ?? null) === (after ?? null) ? [] : [path];
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function recordFrom(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return isRecord(value) ? value : {};
}
