import { basename, dirname } from 'node:path';
import type { TopologyDocument } from '../../topology-document';
import { jsonIn } from './json-file';

/**
 * Plans by their files. Each is named after its file, and after its folder too where files are named alike.
 *
 * @throws UnscopedValidationError TopologyInputUnreadable
 */
export function planDocumentsIn(files: readonly string[]): TopologyDocument[] {
  const names = files.map(nameOf);
  return files.map((file, index) => {
    const name = names[index] ?? file;
    const isTaken = names.indexOf(name) !== names.lastIndexOf(name);
    return { name: isTaken ? `${basename(dirname(file))}/${name}` : name, content: jsonIn(file) };
  });
}

function nameOf(file: string): string {
  const name = basename(file)
    .replace(/\.json$/, '')
    .replace(/\.tfplan$/, '');
  return name === '' ? file : name;
}
