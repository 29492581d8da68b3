/** What is uploaded beside a folder of {@link Code}, and how much may be. */
export interface CodeOptions {
  /**
   * How many files may be uploaded. At least 1, inclusive.
   *
   * @default 2000, the limit of the v1 SDK
   */
  readonly maxFiles?: number;
  /**
   * How much the uploaded files may hold together, in MiB, inclusive. At least 1.
   *
   * @default 300, the limit of the v1 SDK
   */
  readonly maxSizeMiB?: number;
  /**
   * Files and folders outside the folder that are uploaded with it, each under its own name at the top:
   * `../shared/util` is imported as `util`. Absolute, or relative to the folder. Ignore files count in
   * folders, not for a file that is listed itself.
   *
   * @default - none
   */
  readonly includes?: string[];
  /**
   * Files and folders that are not uploaded, but count in the hash: when one changes, the step is another
   * version and runs again (v1: `hash_paths`). Absolute, or relative to the folder; they count by their
   * path from there.
   *
   * @default - none
   */
  readonly hashPaths?: string[];
}
