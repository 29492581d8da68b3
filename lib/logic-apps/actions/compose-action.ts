import type { ArmObject } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue } from '../../core/validation';
import { JSON_CONTENT } from '../private/content-rules';
import { Typed } from '../private/prop-types';
import { withSecureData } from '../private/secure-data-body';
import { ACTION_SHAPE } from '../private/workflow-operation-rules';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link ComposeAction}. */
export interface ComposeActionProps extends WorkflowActionProps {
  /**
   * The value: text, a number, true or false, a list or an object. Text in it that starts with `@`, and what
   * stands in `@{…}` within text, is an expression, such as `expression.toText()`.
   */
  readonly inputs: unknown;
  /**
   * Whether the run history hides the value, before and after.
   *
   * @default false
   */
  readonly secure?: boolean;
}

type Given = Omit<ComposeActionProps, 'inputs'> & { readonly inputs: ArmObject };

const SHAPE: Shape<Given> = {
  ...ACTION_SHAPE,
  inputs: JSON_CONTENT,
  secure: Is.optional(Typed.knownBoolean),
};

/**
 * Makes a value that other actions read with `WorkflowExpression.outputs(action)`.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#compose-action
 */
export class ComposeAction extends WorkflowAction {
  private readonly props: ComposeActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid
   */
  public constructor(name: string, props: ComposeActionProps) {
    const given: unknown = props;
    validateValue<Given>(given, SHAPE);
    super(name, props.runAfter);
    this.props = { ...props };
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { inputs, secure } = this.props;
    return withSecureData(
      { type: 'Compose', inputs },
      secure === true ? { secureInputs: true, secureOutputs: true } : {},
    );
  }
}
