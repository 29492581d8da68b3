import { isRecord, listOf, memberOf, recordOf, textOf } from '../../read/json-values';
import { type KnownNames, withKnown } from './known-expressions';
import { StackFiles } from './stack-files';

/** A resource as a synthesized stack declares it, or one of its instances. */
export interface DeclaredResource {
  readonly address: string;
  /** Address without the key of the instance, as references write it. */
  readonly base: string;
  readonly type: string;
  readonly name: string;
  readonly mode: 'managed' | 'data';
  readonly constructPath?: string;
  /** Its arguments, with its `lifecycle`, which is none. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Addresses that it waits for. */
  readonly dependsOn: readonly string[];
}

/** What is no argument of a resource, beside `lifecycle`. */
const META = new Set([
  '//',
  'depends_on',
  'provider',
  'connection',
  'provisioner',
  'count',
  'for_each',
]);

/** Everything that a synthesized stack declares, by address. */
export function declaredResources(
  document: unknown,
  files: StackFiles = StackFiles.NONE,
): ReadonlyMap<string, DeclaredResource> {
  const all = [
    ...declaredIn(memberOf(document, 'resource'), 'managed', files),
    ...declaredIn(memberOf(document, 'data'), 'data', files),
  ];
  return new Map(all.map((one) => [one.address, one]));
}

function declaredIn(
  types: unknown,
  mode: 'managed' | 'data',
  files: StackFiles,
): readonly DeclaredResource[] {
  return Object.entries(recordOf(types)).flatMap(([type, named]) =>
    Object.entries(recordOf(named)).flatMap(([name, block]) => {
      const raw: unknown = Array.isArray(block) ? block[0] : block;
      return isRecord(raw) ? instancesOf(raw, { type, name, mode }, files) : [];
    }),
  );
}

function instancesOf(
  raw: Readonly<Record<string, unknown>>,
  { type, name, mode }: Pick<DeclaredResource, 'type' | 'name' | 'mode'>,
  files: StackFiles,
): readonly DeclaredResource[] {
  const base = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const path = textOf(memberOf(memberOf(memberOf(raw, '//'), 'metadata'), 'path'));
  return instancesIn(raw).map(({ key, names }) => ({
    address: `${base}${key}`,
    base,
    type,
    name,
    mode,
    ...(path === undefined ? {} : { constructPath: path }),
    config: Object.fromEntries(
      Object.entries(raw)
        .filter(([member]) => !META.has(member))
        .map(([member, one]) => [member, withKnown(one, names, files)]),
    ),
    dependsOn: listOf(memberOf(raw, 'depends_on')).map(String),
  }));
}

interface Instance {
  /** What its address ends with. */
  readonly key: string;
  readonly names: KnownNames;
}

/** Instances that are known at synthesis; a resource whose instances are not counts as one. */
function instancesIn(raw: Readonly<Record<string, unknown>>): readonly Instance[] {
  const { count, for_each: each } = raw;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count < 1000) {
    return Array.from({ length: count }, (_, index) => ({
      key: `[${String(index)}]`,
      names: { 'count.index': String(index) },
    }));
  }
  if (!isRecord(each)) return [{ key: '', names: {} }];
  return Object.entries(each).map(([key, one]) => ({
    key: `[${JSON.stringify(key)}]`,
    names: { 'each.key': key, ...(typeof one === 'string' ? { 'each.value': one } : {}) },
  }));
}
