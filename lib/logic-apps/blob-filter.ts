import { validateValue } from '../core/validation';
import { blobConditions } from './private/blob-filter-expressions';
import { BLOB_FILTER_RULES, BLOB_FILTER_SHAPE } from './private/blob-filter-rules';
import type { WorkflowExpression } from './workflow-expression';

/** Which blobs count; all that is given must hold. */
export interface BlobFilterProps {
  /**
   * What the name ends with, one of these, such as `.csv`; at least one where given. Cases are ignored.
   *
   * @default - every name
   */
  readonly suffixes?: string[];
  /**
   * What the name begins with, one of these; at least one where given. Cases are ignored.
   *
   * @default - every name
   */
  readonly prefixes?: string[];
  /**
   * What the name looks like, `*` for any characters or none, at most two of them: `day-*.csv`, `*-full-*`. Cases
   * are ignored. There is neither `?` nor a regular expression, since the language of Logic Apps has none.
   *
   * @default - every name
   */
  readonly namePattern?: string;
  /**
   * Least size in bytes, at least 0; 1 leaves out empty blobs, such as markers of folders.
   *
   * @default - every size
   */
  readonly minSizeBytes?: number;
  /**
   * Greatest size in bytes, at least 0.
   *
   * @default - every size
   */
  readonly maxSizeBytes?: number;
}

/**
 * A filter of blobs by name, without its folder, and by size. It is asked before a run starts, so that blobs
 * which do not count cost a poll and no run.
 */
export class BlobFilter {
  /**
   * What must be true of a blob, one expression for each property given.
   *
   * @internal
   */
  public readonly _conditions: readonly WorkflowExpression[];

  /**
   * @throws UnscopedValidationError BlobFilterEmpty, BlobFilterListInvalid, BlobFilterPatternUnsupported,
   *   BlobFilterSizeInvalid
   */
  public constructor(props: BlobFilterProps) {
    validateValue(props, BLOB_FILTER_SHAPE, BLOB_FILTER_RULES);
    this._conditions = blobConditions(props);
  }
}
