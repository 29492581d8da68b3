import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import type { IDataset } from '../datasets/dataset';
import type { ILinkedService } from '../azure-ml-linked-service';
import { refuseOthers } from '../private/same-factory';
import { Activity, type ActivityProps } from './activity';
import { datasetReference, linkedServiceReference, renderActivity } from './private/activity-body';
import type { ActivityContext, BoundActivity } from './private/activity-context';
import { RAW_ACTIVITY_SHAPE, type ResolvedRawActivity } from './private/raw-activity-rules';

/** Properties of a {@link RawActivity}, which go to the service as they are. */
export interface RawActivityProps extends ActivityProps {
  /** Kind of activity, spelt as the service spells it, such as `Filter`. */
  readonly type: string;
  /** What the activity is told. */
  readonly typeProperties: ArmObject;
  /** @default - none */
  readonly linkedService?: ILinkedService;
  /** @default - none */
  readonly inputs?: IDataset[];
  /** @default - none */
  readonly outputs?: IDataset[];
  /**
   * Limit in time and retries, such as `{ timeout: '0.12:00:00', retry: 1 }`.
   *
   * @default - decided by the service
   */
  readonly policy?: ArmObject;
}

/** Any activity that Data Factory knows. */
export class RawActivity extends Activity {
  private readonly props: ResolvedRawActivity;

  /**
   * @throws UnscopedValidationError ActivityNameInvalid, ActivityDependencyInvalid; when added
   *   ReferenceOfOtherFactory
   */
  public constructor(name: string, props: RawActivityProps) {
    super(name, props);
    const resolved = withDefaults(props, { inputs: [], outputs: [] });
    validateValue(resolved, RAW_ACTIVITY_SHAPE);
    this.props = resolved;
  }

  /** @internal */
  public _bind({ pipeline }: ActivityContext): BoundActivity {
    const { type, typeProperties, linkedService, inputs, outputs, policy } = this.props;
    refuseOthers(pipeline, {
      ...(linkedService === undefined ? {} : { linkedService }),
      ...Object.fromEntries(inputs.map((one, index) => [`inputs[${String(index)}]`, one])),
      ...Object.fromEntries(outputs.map((one, index) => [`outputs[${String(index)}]`, one])),
    });
    const { name, description } = this;
    const activity = renderActivity({
      name,
      description,
      type,
      typeProperties,
      ...(policy === undefined ? {} : { policy }),
      ...(linkedService === undefined
        ? {}
        : { linkedServiceName: linkedServiceReference(linkedService.linkedServiceName) }),
      ...(inputs.length === 0 ? {} : { inputs: inputs.map(referenceTo) }),
      ...(outputs.length === 0 ? {} : { outputs: outputs.map(referenceTo) }),
    });
    return { activities: [activity], runs: [] };
  }
}

function referenceTo({ datasetName }: IDataset): ArmObject {
  return datasetReference(datasetName);
}
