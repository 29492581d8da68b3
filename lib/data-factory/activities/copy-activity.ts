import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import type { IDataset } from '../datasets/dataset';
import { refuseOthers } from '../private/same-factory';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, datasetReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import { COPY_RULES, COPY_SHAPE, type ResolvedCopy } from './private/copy-activity-rules';
import { readSettings, writeSettings } from './private/store-settings';

/** Properties of a {@link CopyActivity}. */
export interface CopyActivityProps extends PolicyActivityProps {
  /** What is copied. */
  readonly from: IDataset;
  /** Where it goes; the factory must be allowed to write there. */
  readonly to: IDataset;
  /**
   * Whether files of folders below are copied too; for binary files.
   *
   * @default true
   */
  readonly recursive?: boolean;
  /**
   * How it is read, as the service takes it, such as `{ type: 'DelimitedTextSource', … }`.
   *
   * @default - as binary files; needed for other datasets
   */
  readonly source?: ArmObject;
  /**
   * How it is written, as the service takes it, such as `{ type: 'ParquetSink', … }`.
   *
   * @default - as binary files; needed for other datasets
   */
  readonly sink?: ArmObject;
}

/**
 * Copies data, which the v1 SDK does with a `DataTransferStep`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/copy-activity-overview
 */
export class CopyActivity extends PolicyActivity {
  private readonly props: ResolvedCopy;

  /**
   * @throws UnscopedValidationError CopySourceMissing, CopySinkMissing, CopyKindMismatch, CopySinkReadOnly and
   *   those of {@link PolicyActivity}; when added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: CopyActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { recursive: true });
    validateValue(resolved, COPY_SHAPE, COPY_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const { from, to, recursive, source, sink } = this.props;
    refuseOthers(pipeline, { from, to });
    return {
      type: 'Copy',
      inputs: [datasetReference(from.datasetName)],
      outputs: [datasetReference(to.datasetName)],
      typeProperties: {
        source: source ?? {
          type: 'BinarySource',
          ...readSettings(from, recursive),
          formatSettings: { type: 'BinaryReadSettings' },
        },
        sink: sink ?? { type: 'BinarySink', ...writeSettings(to) },
        enableStaging: false,
      },
    };
  }
}
