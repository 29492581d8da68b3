import { isRecord, listOf, memberOf, recordOf, textOf } from '../review/read/json-values';
import type { JsonRecord } from './module-source';
import { expressionsIn, stringsIn } from './strings';

/** A stack, cut into the files that modules have by convention. */
export interface ModuleParts {
  readonly main: JsonRecord;
  readonly variables: JsonRecord;
  readonly outputs: JsonRecord;
  readonly versions: JsonRecord;
  /** Provider blocks that were left out, by the name of the provider. */
  readonly providers: ReadonlyMap<string, readonly JsonRecord[]>;
  /** Variables that only blocks used which were left out, and that were left out with them. */
  readonly unusedVariables: readonly string[];
}

/** Blocks that are in files of their own, or in none. */
const NOT_IN_MAIN = new Set(['//', 'provider', 'terraform', 'variable', 'output']);

/** Cuts a stack; pure. Providers and state are the caller's, so their blocks are left out. */
export function moduleParts(document: JsonRecord): ModuleParts {
  const rest = Object.entries(document).filter(([kind]) => !NOT_IN_MAIN.has(kind));
  const main = withPathsOnly(Object.fromEntries(rest));
  const outputs = recordOf(document['output']);
  const terraform = recordOf(document['terraform']);
  const providers = new Map(
    Object.entries(recordOf(document['provider'])).map(([name, blocks]) => [
      name,
      (Array.isArray(blocks) ? listOf(blocks) : [blocks]).filter((one) => isRecord(one)),
    ]),
  );
  const variables = recordOf(document['variable']);
  const before = usedIn(document);
  const after = usedIn({ ...main, variable: variables, output: outputs });
  const unused = Object.keys(variables).filter((name) => before.has(name) && !after.has(name));
  return {
    main,
    variables: blocksOf(
      'variable',
      Object.entries(variables).filter(([name]) => !unused.includes(name)),
    ),
    outputs: blocksOf('output', Object.entries(outputs)),
    versions: { terraform: versionsOf(terraform, providers) },
    providers,
    unusedVariables: unused.sort(),
  };
}

/** Terraform refuses a kind of block with no block of it. */
function blocksOf(kind: string, blocks: readonly (readonly [string, unknown])[]): JsonRecord {
  return blocks.length === 0 ? {} : withPathsOnly({ [kind]: Object.fromEntries(blocks) });
}

/** Names of the variables that expressions name. */
function usedIn(document: JsonRecord): ReadonlySet<string> {
  const names = stringsIn(document)
    .flatMap(([text]) => expressionsIn(text))
    .flatMap((expression) =>
      [...expression.matchAll(/\bvar\.([\w-]+)/g)].map(([, name = '']) => name),
    );
  return new Set(names);
}

function versionsOf(
  terraform: JsonRecord,
  providers: ReadonlyMap<string, readonly JsonRecord[]>,
): JsonRecord {
  const kept = Object.entries(terraform).filter(([name]) => name !== 'backend' && name !== 'cloud');
  const required = Object.entries(recordOf(terraform['required_providers'])).map(
    ([name, requirement]) => {
      const aliases = aliasesOf(name, providers.get(name) ?? []);
      return [
        name,
        aliases.length > 0 && isRecord(requirement)
          ? { ...requirement, configuration_aliases: aliases }
          : requirement,
      ];
    },
  );
  return {
    ...Object.fromEntries(kept),
    ...(required.length === 0
      ? {}
      : { required_providers: Object.fromEntries(required) as unknown }),
  };
}

/** Configurations of a provider that the caller has to pass by name, such as `azurerm.hub`. */
export function aliasesOf(name: string, blocks: readonly JsonRecord[]): readonly string[] {
  return blocks.flatMap((block) => {
    const alias = textOf(block['alias']);
    return alias === undefined ? [] : [`${name}.${alias}`];
  });
}

/** Of cdktf's comments, the path of the construct stays: it says where a block comes from. */
function withPathsOnly(value: JsonRecord): JsonRecord {
  return recordOf(reduced(value));
}

function reduced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => reduced(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key !== '//') return [[key, reduced(member)]];
      const path = textOf(memberOf(memberOf(member, 'metadata'), 'path'));
      return path === undefined ? [] : [[key, { metadata: { path } }]];
    }),
  );
}
