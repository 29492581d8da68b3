import { mismatches, type Rule } from '../../core/validation';

/** One segment of an ARM id. `Microsoft.MachineLearningServices@2025-06-01` has no pattern for versions. */
const SEGMENT = /^[^/?#%\s\p{Cc}]+$/u;

/** The version of an asset, where it is given and known. */
export const versionRule: Rule<{ readonly version?: string }> = {
  code: 'VersionInvalid',
  check: ({ version }) =>
    mismatches(version, SEGMENT)
      ? { property: 'version', must: 'hold no "/", "?", "#", "%" and no white space', got: version }
      : undefined,
};
