import type { IConstruct } from 'constructs';
import { basename, resolve } from 'node:path';
import { Is, validateValue } from '../../../core/validation';
import { settingsOf } from '../../settings';
import { DEFAULT_VERSIONS_FILE } from '../default-versions-file';
import { versionsMode, type VersionsMode } from '../versions-mode';

/** Key of the file's path in the context of the app, as in `cdktf.json`. */
export const VERSIONS_FILE_CONTEXT = 'cdktfAzuremlVersionsFile';

/** What cdktf's own `Testing` calls the folders that its apps synthesize into. */
const TESTING_OUTDIR = 'cdktf.outdir.';

/** Which file keeps the versions of a stack, and what is done with it. */
export interface VersionsPlace {
  readonly file: string;
  readonly mode: VersionsMode;
}

/**
 * The file named for the stack, else in the context of the app, else one in the working directory, which is
 * that of `cdktf.json` where the CLI runs the app. `undefined` for the apps of cdktf's `Testing` where none is named.
 *
 * @throws UnscopedValidationError VersionsModeInvalid, PropertyTypeInvalid
 */
export function versionsPlaceOf(scope: IConstruct, outdir: string): VersionsPlace | undefined {
  const mode = versionsMode();
  const context: unknown = scope.node.tryGetContext(VERSIONS_FILE_CONTEXT);
  const named: unknown = { [VERSIONS_FILE_CONTEXT]: context ?? undefined };
  validateValue<NamedFile>(named, { [VERSIONS_FILE_CONTEXT]: Is.optional(Is.known(Is.text)) });
  const file = settingsOf(scope).versionsFile ?? named[VERSIONS_FILE_CONTEXT];
  if (file === undefined && basename(outdir).startsWith(TESTING_OUTDIR)) return undefined;
  return { file: resolve(file ?? DEFAULT_VERSIONS_FILE), mode };
}

interface NamedFile {
  readonly [VERSIONS_FILE_CONTEXT]?: string;
}
