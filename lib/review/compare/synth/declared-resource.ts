import { isRecord, listOf, memberOf, recordOf, textOf } from '../../read/json-values';

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
export function declaredResources(document: unknown): ReadonlyMap<string, DeclaredResource> {
  const all = [
    ...declaredIn(memberOf(document, 'resource'), 'managed'),
    ...declaredIn(memberOf(document, 'data'), 'data'),
  ];
  return new Map(all.map((one) => [one.address, one]));
}

function declaredIn(types: unknown, mode: 'managed' | 'data'): readonly DeclaredResource[] {
  return Object.entries(recordOf(types)).flatMap(([type, named]) =>
    Object.entries(recordOf(named)).flatMap(([name, block]) => {
      const raw: unknown = Array.isArray(block) ? block[0] : block;
      return isRecord(raw) ? instancesOf(raw, type, name, mode) : [];
    }),
  );
}

function instancesOf(
  raw: Readonly<Record<string, unknown>>,
  type: string,
  name: string,
  mode: 'managed' | 'data',
): readonly DeclaredResource[] {
  const base = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const path = textOf(memberOf(memberOf(memberOf(raw, '//'), 'metadata'), 'path'));
  return instanceKeys(raw).map(({ key, value }) => ({
    address: `${base}${key}`,
    base,
    type,
    name,
    mode,
    ...(path === undefined ? {} : { constructPath: path }),
    config: Object.fromEntries(
      Object.entries(raw)
        .filter(([member]) => !META.has(member))
        .map(([member, one]) => [member, value(one)]),
    ),
    dependsOn: listOf(memberOf(raw, 'depends_on')).map(String),
  }));
}

interface Instance {
  readonly key: string;
  /** Puts what is said of this instance into an argument. */
  readonly value: (argument: unknown) => unknown;
}

const asItIs = (argument: unknown): unknown => argument;

/** Instances that are known at synthesis; a resource whose instances are not counts as one. */
function instanceKeys(raw: Readonly<Record<string, unknown>>): readonly Instance[] {
  const { count, for_each: each } = raw;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count < 1000) {
    return Array.from({ length: count }, (_, index) => ({
      key: `[${String(index)}]`,
      value: (argument) => replacedIn(argument, { 'count.index': String(index) }),
    }));
  }
  if (!isRecord(each)) return [{ key: '', value: asItIs }];
  return Object.entries(each).map(([key, one]) => ({
    key: `[${JSON.stringify(key)}]`,
    value: (argument) =>
      replacedIn(argument, {
        'each.key': key,
        ...(typeof one === 'string' ? { 'each.value': one } : {}),
      }),
  }));
}

function replacedIn(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    return Object.entries(texts).reduce(
      (text, [name, known]) => text.replaceAll(`\${${name}}`, () => known),
      value,
    );
  }
  if (Array.isArray(value)) return value.map((item: unknown) => replacedIn(item, texts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replacedIn(one, texts)]),
  );
}
