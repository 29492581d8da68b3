import { validateValue } from '../../core/validation';
import type { IDataset } from '../datasets/dataset';
import { refuseOthers } from '../private/same-factory';
import type { MetadataField } from './metadata-field';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, datasetReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';
import { GET_METADATA_RULES, GET_METADATA_SHAPE } from './private/get-metadata-activity-rules';
import { readSettings } from './private/store-settings';

/** Properties of a {@link GetMetadataActivity}. */
export interface GetMetadataActivityProps extends PolicyActivityProps {
  /** What is asked about. */
  readonly dataset: IDataset;
  /** What is asked, at least one. */
  readonly fields: MetadataField[];
}

/**
 * Asks what there is; the answers are members of its output, such as `['exists']`.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-get-metadata-activity
 */
export class GetMetadataActivity extends PolicyActivity {
  private readonly props: GetMetadataActivityProps;

  /**
   * @throws UnscopedValidationError MetadataFieldsMissing and those of {@link PolicyActivity}; when added
   *   ReferenceOfOtherFactory
   */
  public constructor(name: string, props: GetMetadataActivityProps) {
    super(name, props);
    validateValue(props, GET_METADATA_SHAPE, GET_METADATA_RULES);
    this.props = props;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const { dataset, fields } = this.props;
    refuseOthers(pipeline, { dataset });
    return {
      type: 'GetMetadata',
      typeProperties: {
        dataset: datasetReference(dataset.datasetName),
        fieldList: [...fields],
        ...readSettings(dataset, true),
      },
    };
  }
}
