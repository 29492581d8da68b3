import { objectIn } from '../program/document';
import type { ProgramStack } from '../program/program-stack';
import { notExpressed } from './lifecycle';
import type { Problems } from './problems';

/** What of a document is carried over, or says nothing about resources. */
const CARRIED = new Set([
  '//',
  'data',
  'import',
  'locals',
  'moved',
  'output',
  'provider',
  'resource',
  'terraform',
  'variable',
]);

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['ephemeral', 'give the secret as a Pulumi output: PulumiAzureMl.variable(scope, id, output)'],
  ['module', 'declare the resources of the module as constructs'],
  ['removed', 'set retainOnDelete on the resource before it is no longer declared'],
]);

/** Conditions that Terraform checks, of blocks that are carried over without them. */
const CONDITIONS = [
  ['variable', 'validation'],
  ['output', 'precondition'],
] as const;

/** Refuses what of a document Pulumi has nothing for. */
export function refuseOthers({ name, document }: ProgramStack, problems: Problems): void {
  for (const [kind, value] of Object.entries(document)) {
    if (CARRIED.has(kind) || isEmpty(value)) continue;
    problems.add(notExpressed(`${name}: ${kind}`, value, INSTEAD.get(kind)));
  }
  for (const [kind, condition] of CONDITIONS) {
    for (const [label, block] of Object.entries(objectIn(document[kind]))) {
      const found = objectIn(block)[condition];
      if (isEmpty(found)) continue;
      const place = `${name}: ${kind}.${label}.${condition}`;
      problems.add(notExpressed(place, found, 'check it in TypeScript'));
    }
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
