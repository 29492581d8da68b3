import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import type { IApiConnection } from '../managed-identity-connection';
import { RAW_ACTION_RULES, RAW_ACTION_SHAPE } from '../private/raw-action-rules';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link RawAction}. */
export interface RawActionProps extends WorkflowActionProps {
  /**
   * The definition as Logic Apps takes it, with its `type` and without `runAfter`. Secrets do not belong in it:
   * it is in the state.
   */
  readonly definition: ArmObject;
  /**
   * Connection that it uses; `inputs.host.connection.name` is then written here.
   *
   * @default - none
   */
  readonly connection?: IApiConnection;
}

/**
 * An action that has no class here, in the words of the Workflow Definition Language.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#action-types-list
 */
export class RawAction extends WorkflowAction {
  public override readonly connections: IApiConnection[];
  private readonly props: RawActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RawActionTypeMissing, RawActionRunAfterGiven
   */
  public constructor(name: string, props: RawActionProps) {
    validateValue(props, RAW_ACTION_SHAPE, RAW_ACTION_RULES);
    super(name, props.runAfter);
    this.props = { ...props };
    this.connections = props.connection === undefined ? [] : [props.connection];
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { definition, connection } = this.props;
    if (connection === undefined) return definition;
    const inputs = (definition['inputs'] ?? {}) as ArmObject;
    return {
      ...definition,
      inputs: { ...inputs, host: { connection: { name: host.connectionReference(connection) } } },
    };
  }
}
