import { validateValue } from '../../core/validation';
import type { IApiConnection } from '../managed-identity-connection';
import { PARTS_RULES, PARTS_SHAPE } from '../private/container-rules';
import type { RunAfter } from '../run-after';
import { WorkflowAction } from '../workflow-action';

/** An action that holds others. */
export abstract class ContainerAction extends WorkflowAction {
  public override readonly connections: IApiConnection[];
  /** Whether one of the actions in it is; it does nothing where none is. */
  public override readonly enabled: boolean;
  public override readonly endsRun: boolean;
  public override readonly innerActions: WorkflowAction[][];

  /** @throws UnscopedValidationError WorkflowOperationNameInvalid, RunAfterOutside */
  protected constructor(name: string, parts: WorkflowAction[][], runAfter?: RunAfter[]) {
    super(name, runAfter);
    validateValue({ parts }, PARTS_SHAPE, PARTS_RULES);
    const all = parts.flat();
    this.innerActions = parts.map((actions) => [...actions]);
    this.connections = [...new Set(all.flatMap(({ connections }) => connections))];
    this.enabled = all.length === 0 || all.some(({ enabled }) => enabled);
    this.endsRun = all.some(({ endsRun }) => endsRun);
  }
}
