import type { ArmObject } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue, withDefaults } from '../../core/validation';
import type { IDataset } from '../datasets/dataset';
import { DATASET } from '../private/property-types';
import { refuseOthers } from '../private/same-factory';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, datasetReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';

/** Properties of a {@link LookupActivity}. */
export interface LookupActivityProps extends PolicyActivityProps {
  /** What is read; not a binary one. */
  readonly dataset: IDataset;
  /** How it is read, as the service takes it, such as `{ type: 'JsonSource', … }`. */
  readonly source: ArmObject;
  /**
   * Whether only the first row is read, as `output.firstRow`; otherwise up to 5,000 rows and 4 MB, as
   * `output.value`.
   *
   * @default true
   */
  readonly firstRowOnly?: boolean;
}

type Resolved = Required<Pick<LookupActivityProps, 'dataset' | 'source' | 'firstRowOnly'>>;

const SHAPE: Shape<Resolved> = {
  dataset: DATASET,
  source: Is.known(Is.object),
  firstRowOnly: Is.boolean,
};

/**
 * Reads rows, for other activities to use.
 *
 * @see https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity
 */
export class LookupActivity extends PolicyActivity {
  private readonly props: Resolved;

  /**
   * @throws UnscopedValidationError those of {@link PolicyActivity}; when added ReferenceOfOtherFactory
   */
  public constructor(name: string, props: LookupActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { firstRowOnly: true });
    validateValue(resolved, SHAPE);
    this.props = resolved;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const { dataset, source, firstRowOnly } = this.props;
    refuseOthers(pipeline, { dataset });
    return {
      type: 'Lookup',
      typeProperties: { dataset: datasetReference(dataset.datasetName), source, firstRowOnly },
    };
  }
}
