import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UnscopedValidationError } from '../core/errors';
import { recordOf } from '../review/read/json-values';
import { fileReferences } from './file-references';
import { type ModuleNotes, moduleNotes } from './module-notes';
import { moduleParts } from './module-parts';
import { moduleProblems } from './module-problems';
import type { JsonRecord, ModuleSource } from './module-source';
import { moduleReadme } from './readme';

/** A module that can be written. */
export interface ModuleFiles {
  /** Contents by path within the module, in the order of the paths. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly notes: ModuleNotes;
}

/**
 * The files of the module that a stack becomes; the same for the same stack, wherever it lies.
 *
 * @throws UnscopedValidationError ModuleImportBlock, ModuleRemoteState, ModulePathOfRoot, ModuleFileOutside,
 *   ModuleFileMissing
 */
export function moduleFiles(source: ModuleSource): ModuleFiles {
  const { document, paths, problems } = fileReferences(source);
  const [first, ...more] = [...moduleProblems(source.document), ...problems];
  if (first !== undefined) throw new UnscopedValidationError([first, ...more]);
  const parts = moduleParts(recordOf(document));
  const notes = moduleNotes(parts);
  const files: (readonly [string, Buffer])[] = [
    ['README.md', Buffer.from(moduleReadme(source.name, parts, notes))],
    ['main.tf.json', json(parts.main)],
    ['outputs.tf.json', json(parts.outputs)],
    ['variables.tf.json', json(parts.variables)],
    ['versions.tf.json', json(parts.versions)],
    ...paths.flatMap((path) => filesAt(source.folder, path)),
  ];
  return { files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))), notes };
}

function json(document: JsonRecord): Buffer {
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

function filesAt(folder: string, path: string): readonly (readonly [string, Buffer])[] {
  const place = join(folder, path);
  if (!statSync(place).isDirectory()) return [[path, readFileSync(place)]];
  return readdirSync(place).flatMap((name) => filesAt(folder, `${path}/${name}`));
}
