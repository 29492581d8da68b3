import { isRecord, listOf, memberOf, recordOf, textOf } from '../review/read/json-values';
import type { JsonRecord } from './read/synthesized-stacks';

/** What a copy of a stack is made with. */
export interface ScratchOptions {
  /** File of the state of the copy. */
  readonly stateFile: string;
  /** Files of the states that it reads, by label. */
  readonly states: ReadonlyMap<string, string>;
}

/** A stack whose state, and those that it reads, are files; pure. */
export function scratchDocument(
  document: JsonRecord,
  { stateFile, states }: ScratchOptions,
): JsonRecord {
  const settings = Object.entries(recordOf(document['terraform'])).filter(
    ([name]) => name !== 'backend' && name !== 'cloud',
  );
  const imports = listOf(document['import']);
  const lookups = imports.filter((block) => !isPlainImport(block));
  return {
    ...document,
    terraform: { ...Object.fromEntries(settings), backend: { local: { path: stateFile } } },
    ...(states.size === 0 ? {} : { data: withStates(recordOf(document['data']), states) }),
    ...(imports.length === 0 ? {} : { import: lookups }),
  };
}

/**
 * Addresses that a stack imports without asking whether they are there, which a rehearsal has to create: nothing exists
 * before it.
 */
export function plainImports(document: JsonRecord): readonly string[] {
  return listOf(document['import'])
    .filter((block) => isPlainImport(block))
    .map((block) => textOf(memberOf(block, 'to')) ?? 'import');
}

/** A stack of which Terraform destroys everything; pure. */
export function withoutPreventDestroy(document: JsonRecord): JsonRecord {
  const resources = Object.entries(recordOf(document['resource'])).map(([type, named]) => [
    type,
    Object.fromEntries(
      Object.entries(recordOf(named)).map(([name, block]) => [name, destroyable(block)]),
    ),
  ]);
  return { ...document, resource: Object.fromEntries(resources) as unknown };
}

function destroyable(block: unknown): unknown {
  if (!isRecord(block)) return block;
  const { lifecycle } = block;
  if (isRecord(lifecycle)) return { ...block, lifecycle: permitted(lifecycle) };
  return Array.isArray(lifecycle)
    ? { ...block, lifecycle: lifecycle.map((one: unknown) => permitted(one)) }
    : block;
}

function permitted(lifecycle: unknown): unknown {
  return isRecord(lifecycle) && 'prevent_destroy' in lifecycle
    ? { ...lifecycle, prevent_destroy: false }
    : lifecycle;
}

function isPlainImport(block: unknown): boolean {
  return memberOf(block, 'for_each') === undefined;
}

function withStates(data: JsonRecord, states: ReadonlyMap<string, string>): JsonRecord {
  const blocks = Object.entries(recordOf(data['terraform_remote_state'])).map(([label, block]) => {
    const path = states.get(label);
    const others = Object.entries(recordOf(block)).filter(([name]) => name !== 'workspace');
    return [
      label,
      path === undefined
        ? block
        : { ...Object.fromEntries(others), backend: 'local', config: { path } },
    ];
  });
  return { ...data, terraform_remote_state: Object.fromEntries(blocks) as unknown };
}
