import { validateValue, withDefaults } from '../../core/validation';
import type { IDataset } from '../datasets/dataset';
import { refuseOthers } from '../private/same-factory';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, datasetReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import { DELETE_RULES, DELETE_SHAPE, type ResolvedDelete } from './private/delete-activity-rules';
import { readSettings } from './private/store-settings';

/** Properties of a {@link DeleteActivity}. */
export interface DeleteActivityProps extends PolicyActivityProps {
  /** The files that go, a {@link BinaryDataset} for one. */
  readonly dataset: IDataset;
  /**
   * Whether files of folders below go too.
   *
   * @default false, where the service would choose true
   */
  readonly recursive?: boolean;
}

/**
 * Deletes files, without a log.
 *
 * @see https://learn.microsoft.com/azure/data-factory/delete-activity
 */
export class DeleteActivity extends PolicyActivity {
  private readonly props: ResolvedDelete;

  /**
   * @throws UnscopedValidationError DeleteReadOnly and those of {@link PolicyActivity}; when added
   *   ReferenceOfOtherFactory
   */
  public constructor(name: string, props: DeleteActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { recursive: false });
    validateValue(resolved, DELETE_SHAPE, DELETE_RULES);
    this.props = resolved;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const { dataset, recursive } = this.props;
    refuseOthers(pipeline, { dataset });
    return {
      type: 'Delete',
      typeProperties: {
        dataset: datasetReference(dataset.datasetName),
        enableLogging: false,
        ...readSettings(dataset, recursive),
      },
    };
  }
}
