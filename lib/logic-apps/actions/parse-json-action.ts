import type { ArmObject } from '../../azapi/azapi-types';
import { Is, type Shape, validateValue } from '../../core/validation';
import { JSON_OBJECT } from '../private/content-rules';
import { Typed } from '../private/prop-types';
import { withSecureData } from '../private/secure-data-body';
import { EXPRESSION } from '../private/workflow-expression-rules';
import { ACTION_SHAPE } from '../private/workflow-operation-rules';
import { WorkflowAction, type WorkflowActionProps } from '../workflow-action';
import type { WorkflowExpression } from '../workflow-expression';
import type { IWorkflowHost } from '../workflow-host';

/** Properties of a {@link ParseJsonAction}. */
export interface ParseJsonActionProps extends WorkflowActionProps {
  /** What is read: JSON as text or as an object. */
  readonly content: WorkflowExpression;
  /** JSON schema that it must fulfil; the action fails where it does not. */
  readonly schema: ArmObject;
  /**
   * Whether the run history hides the value, before and after.
   *
   * @default false
   */
  readonly secure?: boolean;
}

const SHAPE: Shape<ParseJsonActionProps> = {
  ...ACTION_SHAPE,
  content: EXPRESSION,
  schema: JSON_OBJECT,
  secure: Is.optional(Typed.knownBoolean),
};

/**
 * Reads JSON and checks it against a schema; other actions read it with `WorkflowExpression.body(action)`.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#parse-json-action
 */
export class ParseJsonAction extends WorkflowAction {
  private readonly props: ParseJsonActionProps;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid
   */
  public constructor(name: string, props: ParseJsonActionProps) {
    validateValue(props, SHAPE);
    super(name, props.runAfter);
    this.props = { ...props };
  }

  public override render(_host: IWorkflowHost): ArmObject {
    const { content, schema, secure } = this.props;
    return withSecureData(
      { type: 'ParseJson', inputs: { content: content.toText(), schema } },
      secure === true ? { secureInputs: true, secureOutputs: true } : {},
    );
  }
}
