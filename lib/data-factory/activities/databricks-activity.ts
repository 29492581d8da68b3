import type { ArmObject } from '../../azapi/azapi-types';
import type { ILinkedService } from '../azure-ml-linked-service';
import { refuseOthers } from '../private/same-factory';
import { PolicyActivity, type PolicyActivityProps } from './policy-activity';
import { type ActivityDefinition, linkedServiceReference } from './private/activity-body';
import type { ActivityContext } from './private/activity-context';

/** What all activities on Databricks take. */
export interface DatabricksActivityProps extends PolicyActivityProps {
  /** Connection to Databricks, in the same factory. */
  readonly linkedService: ILinkedService;
  /**
   * Libraries to install, as Databricks takes them, such as `{ pypi: { package: 'lightgbm' } }`.
   *
   * @default - none
   */
  readonly libraries?: ArmObject[];
}

/** An activity on Databricks. */
export abstract class DatabricksActivity extends PolicyActivity {
  private readonly connection: ILinkedService;

  /** @throws UnscopedValidationError those of {@link PolicyActivity} */
  protected constructor(name: string, props: DatabricksActivityProps) {
    super(name, props);
    this.connection = props.linkedService;
  }

  /** @internal */
  protected _define({ pipeline }: ActivityContext): ActivityDefinition {
    const linkedService = this.connection;
    refuseOthers(pipeline, { linkedService });
    return {
      type: this._activityType,
      linkedServiceName: linkedServiceReference(linkedService.linkedServiceName),
      typeProperties: this._renderTypeProperties(),
    };
  }

  /** @internal */
  protected abstract get _activityType(): string;

  /** @internal */
  protected abstract _renderTypeProperties(): ArmObject;
}
