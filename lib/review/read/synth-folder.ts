import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { compareStacks } from '../compare/synth/compare-stacks';
import type { SynthesizedStack } from '../compare/synth/predict';
import { StackFiles } from '../compare/synth/stack-files';
import { type ReviewInput, ReviewSource } from '../model';
import { inUtf8 } from './input-bytes';
import { isRecord, memberOf, textOf } from './json-values';

const FILE = 'cdk.tf.json';

/**
 * The synthesized stacks in a folder, by name: of what cdktf writes (`cdktf.out`), of its `stacks`, or of one stack.
 *
 * @throws UnscopedValidationError SynthFolderInvalid
 */
export function readSynthFolder(folder: string): ReadonlyMap<string, unknown> {
  return new Map([...stacksIn(folder)].map(([name, { document }]) => [name, document]));
}

function stacksIn(folder: string): ReadonlyMap<string, SynthesizedStack> {
  const files = filesIn(folder);
  if (files === undefined) refuse(folder, 'no such folder');
  const stacks = files.map((file) => {
    const document = documentIn(file);
    const metadata = memberOf(memberOf(document, '//'), 'metadata');
    const [parent = folder] = file.split(/[\\/]/).slice(-2, -1);
    const stack = { document, files: new StackFiles(dirname(file)) };
    return [textOf(memberOf(metadata, 'stackName')) ?? parent, stack] as const;
  });
  return new Map(stacks);
}

/** Files of stacks below a folder; `undefined` where there is no such folder. A folder without stacks is none to refuse. */
function filesIn(folder: string): readonly string[] | undefined {
  if (!existsSync(folder)) return undefined;
  if (statSync(folder).isFile()) return [folder];
  const places = [folder, join(folder, 'stacks')].filter((one) => existsSync(one));
  return places.flatMap((place) => [
    ...[join(place, FILE)].filter((file) => existsSync(file)),
    ...readdirSync(place)
      .map((name) => join(place, name, FILE))
      .filter((file) => existsSync(file)),
  ]);
}

function documentIn(file: string): unknown {
  try {
    const document: unknown = JSON.parse(inUtf8(readFileSync(file)).toString('utf8'));
    if (isRecord(document)) return document;
  } catch (error) {
    refuse(file, error instanceof Error ? error.message : String(error));
  }
  return refuse(file, 'no JSON object');
}

/**
 * What is expected to happen between two folders of synthesized stacks, without any plan.
 *
 * @throws UnscopedValidationError SynthFolderInvalid
 */
export function readSynth(base: string, head: string): ReviewInput {
  const [former, later] = [stacksIn(base), stacksIn(head)];
  const names = [...new Set([...former.keys(), ...later.keys()])];
  return {
    source: ReviewSource.SYNTH,
    tellsLifecycle: true,
    stacks: names.map((name) =>
      compareStacks({ name, base: former.get(name) ?? {}, head: later.get(name) ?? {} }),
    ),
  };
}

function refuse(property: string, got: string): never {
  throw new UnscopedValidationError([
    problem('SynthFolderInvalid', {
      property,
      must: 'be a folder of synthesized stacks',
      got,
      fix: 'give what the app wrote, such as cdktf.out',
    }),
  ]);
}
