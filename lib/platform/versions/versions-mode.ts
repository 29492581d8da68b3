import { UnscopedValidationError } from '../../core/errors';
import { choices, nearestFix } from '../../core/nearest';
import { problem } from '../../core/validation';

/** What a synthesis does with the versions file; the values of the variable `CDKTF_AZUREML_VERSIONS`. */
export enum VersionsMode {
  /** Reads it, and writes it where it changes. */
  WRITE = 'write',
  /** Reads it, and fails where it would change: for pipelines that see to it that it is committed. */
  CHECK = 'check',
  /** Reads it and writes nothing: for trying things out. */
  READ = 'read',
  /** Knows no file, so that what is no longer declared is destroyed: for tests. */
  OFF = 'off',
}

/** Environment variable with the mode. */
export const VERSIONS_MODE_VARIABLE = 'CDKTF_AZUREML_VERSIONS';

/**
 * The mode of this process, by default {@link VersionsMode.WRITE}.
 *
 * @throws UnscopedValidationError VersionsModeInvalid
 */
export function versionsMode(): VersionsMode {
  const value = process.env[VERSIONS_MODE_VARIABLE] ?? '';
  if (value === '') return VersionsMode.WRITE;
  const modes = Object.values(VersionsMode);
  const mode = modes.find((one: string) => one === value);
  if (mode !== undefined) return mode;
  throw new UnscopedValidationError([
    problem('VersionsModeInvalid', {
      property: VERSIONS_MODE_VARIABLE,
      must: `be one of ${choices(modes)}`,
      got: value,
      ...nearestFix(value, modes),
    }),
  ]);
}
