/** What a copy does with files that are there already. */
export enum DataCopyMode {
  /** Files of the same path are written over, others stay. */
  MERGE_WITH_OVERWRITE = 'merge_with_overwrite',
  /** The step fails. */
  FAIL_IF_CONFLICT = 'fail_if_conflict',
}
