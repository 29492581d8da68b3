import type { ArmObject } from '../../azapi/azapi-types';
import { validateValue } from '../../core/validation';
import { ACTIONS_SHAPE } from '../private/container-rules';
import { renderActions } from '../private/render-actions';
import type { WorkflowAction, WorkflowActionProps } from '../workflow-action';
import type { IWorkflowHost } from '../workflow-host';
import { ContainerAction } from './container-action';

/** Properties of a {@link ScopeAction}. */
export interface ScopeActionProps extends WorkflowActionProps {
  /** What it does, one after the other unless they say otherwise. */
  readonly actions: WorkflowAction[];
}

/**
 * Actions that others wait for as one: it fails where one of them fails that nothing in it deals with.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#scope-action
 */
export class ScopeAction extends ContainerAction {
  private readonly actions: readonly WorkflowAction[];

  /**
   * @param name unique in the workflow, see {@link WorkflowOperation}
   * @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside
   */
  public constructor(name: string, props: ScopeActionProps) {
    validateValue(props, ACTIONS_SHAPE);
    super(name, [props.actions], props.runAfter);
    this.actions = [...props.actions];
  }

  public override render(host: IWorkflowHost): ArmObject {
    return { type: 'Scope', actions: renderActions(this.actions, host) };
  }
}
