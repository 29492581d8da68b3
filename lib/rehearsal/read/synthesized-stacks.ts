import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UnscopedValidationError } from '../../core/errors';
import { choices, nearestFix } from '../../core/nearest';
import { problem } from '../../core/validation';
import { isRecord, listOf, memberOf, recordOf, textOf } from '../../review/read/json-values';

/** The file that cdktf writes for a stack. */
export const STACK_FILE = 'cdk.tf.json';

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A stack as cdktf wrote it. */
export interface SynthesizedStack {
  readonly name: string;
  /** Absolute path of the folder that its file is in. */
  readonly folder: string;
  readonly document: JsonRecord;
  /** Names of the stacks that cdktf deploys before it. */
  readonly dependencies: readonly string[];
}

/**
 * The stacks in a folder, in the order of their names: of what cdktf writes (`cdktf.out`), of its `stacks`, or of one stack.
 *
 * @throws UnscopedValidationError RehearsalFolderInvalid
 */
export function synthesizedStacks(folder: string): readonly SynthesizedStack[] {
  const root = resolve(folder);
  if (!existsSync(root) || !statSync(root).isDirectory()) refuse(folder, 'no such folder');
  const files = [root, join(root, 'stacks')].flatMap((place) => filesIn(place));
  if (files.length === 0) refuse(folder, `no ${STACK_FILE}, nor one in stacks/NAME`);
  const dependencies = dependenciesIn(root);
  return files
    .map((file) => stackIn(file, dependencies))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Those with the given names, all for none.
 *
 * @throws UnscopedValidationError RehearsalStackUnknown
 */
export function chosenStacks(
  stacks: readonly SynthesizedStack[],
  names: readonly string[],
): readonly SynthesizedStack[] {
  const known = stacks.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new UnscopedValidationError([
      problem('RehearsalStackUnknown', {
        property: 'stack',
        must: `be one of ${choices(known)}`,
        got: name,
        ...nearestFix(name, known),
      }),
    ]);
  }
  return names.length === 0 ? stacks : stacks.filter(({ name }) => names.includes(name));
}

function filesIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  const folders = [place, ...readdirSync(place).map((name) => join(place, name))];
  return folders.map((folder) => join(folder, STACK_FILE)).filter((file) => existsSync(file));
}

function stackIn(
  file: string,
  dependencies: ReadonlyMap<string, readonly string[]>,
): SynthesizedStack {
  const document = jsonIn(file);
  const metadata = memberOf(memberOf(document, '//'), 'metadata');
  const folder = dirname(file);
  const name = textOf(memberOf(metadata, 'stackName')) ?? basename(folder);
  return { name, folder, document, dependencies: dependencies.get(name) ?? [] };
}

/** What the manifest beside the stacks says of their order; nothing where there is none. */
function dependenciesIn(root: string): ReadonlyMap<string, readonly string[]> {
  const file = [root, dirname(root), dirname(dirname(root))]
    .map((folder) => join(folder, 'manifest.json'))
    .find((one) => existsSync(one));
  const stacks = file === undefined ? {} : recordOf(memberOf(jsonIn(file), 'stacks'));
  return new Map(
    Object.entries(stacks).map(([name, stack]) => [
      name,
      listOf(memberOf(stack, 'dependencies')).filter((one) => typeof one === 'string'),
    ]),
  );
}

function jsonIn(file: string): JsonRecord {
  try {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRecord(document)) return document;
  } catch (error) {
    refuse(file, error instanceof Error ? error.message : String(error));
  }
  return refuse(file, 'no JSON object');
}

function refuse(property: string, got: string): never {
  throw new UnscopedValidationError([
    problem('RehearsalFolderInvalid', {
      property,
      must: 'be a folder of synthesized stacks, as JSON',
      got,
      fix: 'give what cdktf wrote, such as cdktf.out',
    }),
  ]);
}
