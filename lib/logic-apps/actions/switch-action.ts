import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue, withDefaults } from '../../core/validation';
import { renderActions } from '../private/render-actions';
import { type ResolvedSwitch, SWITCH_RULES, SWITCH_SHAPE } from '../private/switch-rules';
import type { WorkflowAction, WorkflowActionProps } from '../workflow-action';
import type { WorkflowExpression } from '../workflow-expression';
import type { IWorkflowHost } from '../workflow-host';
import { ContainerAction } from './container-action';

/** One case of a {@link SwitchAction}. */
export interface WorkflowCase {
  /** What people call it, 1 to 80 characters, inclusive; unique among the cases. */
  readonly name: string;
  /** The value that it is for, text or a number; unique among the cases. */
  readonly value: string | number;
  /** What is done then. */
  readonly actions: WorkflowAction[];
}

/** Properties of a {@link SwitchAction}. */
export interface SwitchActionProps extends WorkflowActionProps {
  /** What decides: text or a number. */
  readonly on: WorkflowExpression;
  /** The cases, 1 to 25, inclusive. */
  readonly cases: WorkflowCase[];
  /**
   * What is done where none of them fits.
   *
   * @default - nothing
   */
  readonly otherwise?: WorkflowAction[];
}

/**
 * Does one of several things, by a value.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#switch-action
 */
export class SwitchAction extends ContainerAction {
  private readonly props: ResolvedSwitch;

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside, SwitchActionCasesOutOfRange,
   *   SwitchCaseRepeated, SwitchCaseNameInvalid
   */
  public constructor(name: string, props: SwitchActionProps) {
    const resolved = withDefaults(props, { otherwise: [] });
    validateValue<ResolvedSwitch>(resolved, SWITCH_SHAPE, SWITCH_RULES);
    const { cases, otherwise, runAfter } = resolved;
    super(name, [...cases.map(({ actions }) => actions), otherwise], runAfter);
    this.props = resolved;
  }

  public override render(host: IWorkflowHost): ArmObject {
    const { on, cases, otherwise } = this.props;
    return {
      type: 'Switch',
      expression: on.toText(),
      cases: Object.fromEntries(
        cases.map(({ name, value, actions }) => [
          name,
          {
            case: typeof value === 'string' ? host.escapeLiteral(value) : value,
            actions: renderActions(actions, host),
          },
        ]),
      ),
      default: { actions: renderActions(otherwise, host) },
    };
  }
}
