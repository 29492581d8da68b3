import { Construct } from 'constructs';
import { nameOf } from '../core/arm-id-parts';
import { validateProps } from '../core/validation';
import { type IPrincipal, PrincipalType } from '../identity/principal';
import { WORKFLOW_ATTRIBUTES_RULES, WORKFLOW_ATTRIBUTES_SHAPE } from './private/workflow-rules';
import type { IWorkflow, WorkflowAttributes } from './workflow';

/** An existing workflow; emits nothing. */
export class ImportedWorkflow extends Construct implements IWorkflow {
  public readonly workflowId: string;
  public readonly workflowName: string;
  private readonly principalId: string;

  public constructor(scope: Construct, id: string, attributes: WorkflowAttributes) {
    super(scope, id);
    validateProps(this, attributes, WORKFLOW_ATTRIBUTES_SHAPE, WORKFLOW_ATTRIBUTES_RULES);
    this.workflowId = attributes.workflowId;
    this.workflowName = nameOf(attributes.workflowId);
    this.principalId = attributes.principalId;
  }

  public get grantPrincipal(): IPrincipal {
    return {
      principalId: this.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `Logic App ${this.workflowName}`,
      principalScope: this,
    };
  }
}
