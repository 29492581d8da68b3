import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UnscopedValidationError } from '../core/errors';
import { choices, nearestFix } from '../core/nearest';
import { problem } from '../core/validation';
import { isRecord, memberOf, textOf } from '../review/read/json-values';

/** The file that cdktf writes for a stack. */
const STACK_FILE = 'cdk.tf.json';

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A synthesized stack that becomes a module. */
export interface ModuleSource {
  readonly name: string;
  /** Absolute path of the folder from which Terraform reads the files of the stack. */
  readonly folder: string;
  readonly document: JsonRecord;
}

/**
 * The stack of a file, of a folder that cdktf wrote, of its `stacks`, or of the folder of one stack.
 *
 * @param stack its name, where there are several
 * @throws UnscopedValidationError ModuleSourceInvalid, ModuleStackUnknown, ModuleStackAmbiguous
 */
export function moduleSource(given: string, stack?: string): ModuleSource {
  const sources = filesOf(given).map((file) => sourceIn(file));
  const names = sources.map(({ name }) => name).sort();
  const chosen = stack === undefined ? sources : sources.filter(({ name }) => name === stack);
  const [first, second] = chosen;
  if (first === undefined) return refuseStack('ModuleStackUnknown', stack ?? '', names);
  return second === undefined ? first : refuseStack('ModuleStackAmbiguous', 'no name', names);
}

function filesOf(given: string): readonly string[] {
  const root = resolve(given);
  if (!existsSync(root)) return refuse(given, 'no such file or folder');
  if (!statSync(root).isDirectory()) return [root];
  const below = [root, join(root, 'stacks')].filter((folder) => existsSync(folder));
  const folders = [root, ...below.flatMap((at) => readdirSync(at).map((name) => join(at, name)))];
  const files = folders
    .map((folder) => join(folder, STACK_FILE))
    .filter((file) => existsSync(file));
  return files.length > 0 ? files : refuse(given, `no ${STACK_FILE}, nor one in stacks/NAME`);
}

function sourceIn(file: string): ModuleSource {
  const document = documentIn(file);
  const metadata = memberOf(memberOf(document, '//'), 'metadata');
  const folder = dirname(file);
  return { name: textOf(memberOf(metadata, 'stackName')) ?? basename(folder), folder, document };
}

function documentIn(file: string): JsonRecord {
  try {
    const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRecord(document)) return document;
  } catch (error) {
    return refuse(file, error instanceof Error ? error.message : String(error));
  }
  return refuse(file, 'no JSON object');
}

function refuse(property: string, got: string): never {
  throw new UnscopedValidationError([
    problem('ModuleSourceInvalid', {
      property,
      must: 'be a stack that was synthesized as JSON, or a folder of such stacks',
      got,
      fix: 'give what cdktf wrote, such as cdktf.out',
    }),
  ]);
}

function refuseStack(code: string, got: string, names: readonly string[]): never {
  throw new UnscopedValidationError([
    problem(code, {
      property: 'stack',
      must: `be the name of one stack: ${choices(names)}`,
      got,
      ...nearestFix(got, names),
    }),
  ]);
}
