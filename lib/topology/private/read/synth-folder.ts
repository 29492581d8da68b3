import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { OWN_ENGINE } from '../../../core/engine/own-cdktf';
import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { TopologyDocument } from '../../topology-document';
import { jsonIn } from './json-file';

const STACK_FILE = 'cdk.tf.json';

/**
 * The stacks that a folder holds, as cdktf writes them, by name.
 *
 * @throws UnscopedValidationError TopologyFolderEmpty, TopologyInputUnreadable
 */
export function stackDocumentsIn(folder: string): TopologyDocument[] {
  const files = stackFilesIn(folder);
  if (files.length > 0) {
    return files.map(({ name, file }) => ({ name, content: jsonIn(file) }));
  }
  throw new UnscopedValidationError([
    problem('TopologyFolderEmpty', {
      property: 'synth',
      must: `be a folder with stacks/<stack>/${STACK_FILE} in it`,
      got: folder,
      fix: `synthesize the app first: node main.js, or ${OWN_ENGINE.name} synth`,
    }),
  ]);
}

function stackFilesIn(folder: string): readonly { readonly name: string; readonly file: string }[] {
  const own = join(folder, STACK_FILE);
  if (existsSync(own)) return [{ name: basename(resolve(folder)), file: own }];
  const stacks = join(folder, 'stacks');
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks)
    .sort()
    .map((name) => ({ name, file: join(stacks, name, STACK_FILE) }))
    .filter(({ file }) => existsSync(file));
}
