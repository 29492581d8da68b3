import { addressOf, type Block, type Instance } from '../program/block';
import { isObject, type JsonObject, listIn } from '../program/document';
import { notExpressed } from './lifecycle';
import type { ProgramPlanner } from './program-planner';
import { registrationName } from './registration-name';

/** What an `import` block imports an instance by; Pulumi has to know it before it registers anything. */
export function importIdOf(
  block: Block,
  instance: Instance,
  program: ProgramPlanner,
): string | undefined {
  const found = blocksAt('import', 'to', block, instance)[0];
  if (found === undefined) return undefined;
  const place = `import ${addressOf(block)}`;
  if (found['for_each'] !== undefined) {
    program.problems.add(notExpressed(place, found, 'import what is known to be there, by its id'));
    return undefined;
  }
  const id = program.valuesOf(block, instance).known(found['id'], place);
  return typeof id === 'string' ? id : undefined;
}

/** Names that an instance had before it was moved. */
export function formerNamesOf(
  block: Block,
  instance: Instance,
  program: ProgramPlanner,
): readonly string[] {
  return blocksAt('moved', 'to', block, instance).flatMap((moved) => {
    const from = readAddress(moved['from']);
    if (from?.type === block.type) {
      return [registrationName({ ...block, label: from.label }, from.key)];
    }
    program.problems.add(notExpressed(`moved ${addressOf(block)}`, moved['from']));
    return [];
  });
}

function blocksAt(
  kind: 'import' | 'moved',
  key: string,
  block: Block,
  instance: Instance,
): readonly JsonObject[] {
  if (block.mode !== 'resource') return [];
  return listIn(block.stack.document[kind])
    .filter(isObject)
    .filter((one) => {
      const address = readAddress(one[key]);
      return (
        address?.type === block.type &&
        address.label === block.label &&
        (address.key === undefined || address.key === String(instance.key))
      );
    });
}

const ADDRESS = /^([\w-]+)\.([\w-]+)(?:\[(?:"(.*)"|(\d+)|each\.key)\])?$/;

function readAddress(
  address: unknown,
):
  { readonly type: string; readonly label: string; readonly key?: string | undefined } | undefined {
  const [, type, label, key, index] = ADDRESS.exec(String(address)) ?? [];
  if (type === undefined || label === undefined) return undefined;
  return { type, label, key: key ?? index };
}
