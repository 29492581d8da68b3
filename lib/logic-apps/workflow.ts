import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { Fn, Lazy } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { pinned } from '../azapi/api-versions';
import { AzapiResource } from '../azapi/azapi-resource';
import type { ArmObject, AzapiIdentity, StringMap } from '../azapi/azapi-types';
import { UnscopedValidationError, ValidationError } from '../core/errors';
import { escapeTemplates } from '../core/terraform-text';
import { isUnresolved, problem, problemsOf, validateProps, withDefaults } from '../core/validation';
import type { Grant } from '../identity/grant';
import { type IGrantable, type IPrincipal, PrincipalType } from '../identity/principal';
import { tagsOf } from '../platform/settings';
import type { IResourceGroup } from '../resource-manager/resource-group';
import type { WorkflowAccessControl } from './access-control';
import { ImportedWorkflow } from './imported-workflow';
import { concurrencyPaths } from './private/concurrency-paths';
import { defaultName } from './private/default-name';
import { LogicAppHost, type WorkflowOperations } from './private/logic-app-host';
import { operationProblems } from './private/operation-problems';
import { renderSecrets } from './private/parameters-body';
import { renderWorkflowBody } from './private/workflow-body';
import { workflowProblems } from './private/workflow-problems';
import {
  COMPLETENESS_RULES,
  OPERATIONS_RULES,
  OPERATIONS_SHAPE,
  WORKFLOW_RULES,
  WORKFLOW_SHAPE,
} from './private/workflow-rules';
import type { WorkflowAction } from './workflow-action';
import { WorkflowIdentity } from './workflow-identity';
import type { WorkflowParameters } from './workflow-parameter';
import type { WorkflowTrigger } from './workflow-trigger';

/** A Logic App workflow, declared here or existing. */
export interface IWorkflow extends IConstruct, IGrantable {
  /** ARM id. */
  readonly workflowId: string;
  /** Name. */
  readonly workflowName: string;
}

/** Properties of a {@link Workflow}. */
export interface WorkflowProps {
  /** Where the workflow lives. */
  readonly resourceGroup: IResourceGroup;
  /**
   * 1 to 80 characters, inclusive: letters, digits, `-`, `_`, `.`, `(`, `)`. Changing it replaces the
   * workflow, and with it a system-assigned identity and the roles that it holds.
   *
   * @default - `la`, the words of the construct's path and a hash of the path
   */
  readonly name?: string;
  /**
   * Region. Changing it replaces the workflow.
   *
   * @default - that of the resource group
   */
  readonly location?: string;
  /** @default WorkflowIdentity.systemAssigned() */
  readonly identity?: WorkflowIdentity;
  /**
   * Whether triggers fire. They do not either while all actions run pipelines that are disabled. A blob
   * trigger that is enabled again sees what changed in between.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Tags beside those of the stack.
   *
   * @default - the tags of the stack
   */
  readonly tags?: StringMap;
  /**
   * Triggers, as if added one by one; at most 10.
   *
   * @default - none, until one is added
   */
  readonly triggers?: WorkflowTrigger[];
  /**
   * Actions, as if added one by one; at most 500.
   *
   * @default - none, until one is added
   */
  readonly actions?: WorkflowAction[];
  /**
   * Who may reach what of the workflow, and from where. Where it says something of triggers, no trigger may.
   *
   * @default - what a trigger says; else from everywhere, for who knows the URL or holds a role
   */
  readonly accessControl?: WorkflowAccessControl;
  /**
   * Values that expressions read with `WorkflowExpression.parameter(name)`: at most 50, named with 1 to 80 letters,
   * digits, `_` and `-`.
   *
   * @default - none
   */
  readonly parameters?: WorkflowParameters;
  /**
   * ARM id of a Log Analytics workspace that receives the log of runs (`WorkflowRuntime`) and all metrics.
   *
   * @default - none does
   * @see https://learn.microsoft.com/azure/logic-apps/monitor-workflows-collect-diagnostic-data
   */
  readonly diagnosticsWorkspaceId?: string;
  /**
   * Refused: Azure retired integration service environments on 31 August 2024, and with them the keys of one's own
   * for workflows of the Consumption plan.
   *
   * @default - none
   */
  readonly integrationServiceEnvironmentId?: string;
}

/** What is known of an existing workflow. */
export interface WorkflowAttributes {
  /** ARM id. */
  readonly workflowId: string;
  /** Object id of its managed identity, a GUID. */
  readonly principalId: string;
}

/**
 * A Logic App workflow of the Consumption plan: one `azapi_resource`, `Microsoft.Logic/workflows`, with the
 * whole definition in it.
 *
 * A workflow that has no trigger or no action when it is synthesized is reported then
 * (WorkflowTriggerMissing, WorkflowActionMissing).
 *
 * @see https://learn.microsoft.com/azure/templates/microsoft.logic/2019-05-01/workflows
 */
export class Workflow extends Construct implements IWorkflow {
  /**
   * An existing workflow.
   *
   * @throws ValidationError WorkflowIdInvalid
   */
  public static fromWorkflowAttributes(
    scope: Construct,
    id: string,
    attributes: WorkflowAttributes,
  ): IWorkflow {
    return new ImportedWorkflow(scope, id, attributes);
  }

  public readonly workflowId: string;
  public readonly workflowName: string;
  /** The identity that its connections and actions use. */
  public readonly identity: WorkflowIdentity;
  private readonly accessControl: WorkflowAccessControl;
  private readonly resource: AzapiResource;
  private readonly triggers: WorkflowTrigger[] = [];
  private readonly actions: WorkflowAction[] = [];

  /**
   * @throws ValidationError WorkflowNameInvalid, WorkflowParametersTooMany, WorkflowParameterNameInvalid,
   *   DiagnosticsWorkspaceIdInvalid, IntegrationServiceEnvironmentRetired, IpRangeInvalid,
   *   AuthorizationPoliciesOutOfRange, AuthorizationPolicyNameInvalid, AuthorizationIssuerInvalid,
   *   AuthorizationClaimsInvalid and the codes of {@link addTrigger} and {@link addAction}; at synthesis those of
   *   {@link validateWorkflow} and WorkflowResponseUnasked
   */
  public constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const resolved = withDefaults(props, {
      name: defaultName('la', this),
      identity: WorkflowIdentity.systemAssigned(),
      enabled: true,
      triggers: [],
      actions: [],
      accessControl: {},
      parameters: {},
    });
    validateProps(this, resolved, WORKFLOW_SHAPE, WORKFLOW_RULES);

    this.workflowName = resolved.name;
    this.identity = resolved.identity;
    this.accessControl = resolved.accessControl;
    this.accept(resolved);
    this.triggers.push(...resolved.triggers);
    this.actions.push(...resolved.actions);

    const { resourceGroup, identity, enabled, parameters } = resolved;
    const body = (): ArmObject =>
      renderWorkflowBody({
        state: this._idle ? 'Disabled' : stateOf(enabled),
        identity,
        accessControl: this.effectiveAccess(this.triggers),
        parameters,
        ...this.completeOperations(),
      });
    this.node.addValidation({ validate: () => this.findings(body) });
    const secrets = renderSecrets(parameters);
    this.resource = new AzapiResource(this, 'Resource', {
      type: pinned('Microsoft.Logic/workflows'),
      name: resolved.name,
      parentId: resourceGroup.resourceGroupId,
      location: resolved.location ?? resourceGroup.location,
      identity: identityBlock(identity),
      body: Lazy.anyValue({ produce: () => escapeTemplates(body()) }),
      ...(secrets === undefined ? {} : { sensitiveBody: secrets }),
      replaceTriggersRefs: Lazy.listValue({ produce: () => concurrencyPaths(this.triggers) }),
      tags: tagsOf(this, resolved.tags),
    });
    this.workflowId = this.resource.id;
    if (resolved.diagnosticsWorkspaceId !== undefined) {
      new MonitorDiagnosticSetting(this, 'Diagnostics', {
        name: 'runs',
        targetResourceId: this.workflowId,
        logAnalyticsWorkspaceId: resolved.diagnosticsWorkspaceId,
        enabledLog: [{ category: 'WorkflowRuntime' }],
        enabledMetric: [{ category: 'AllMetrics' }],
      });
    }
  }

  /** The managed identity, for roles. A user-assigned one holds its roles for every workflow that has it. */
  public get grantPrincipal(): IPrincipal {
    return (
      this.identity.userAssignedIdentity?.grantPrincipal ?? {
        principalId: this.resource.principalId,
        principalType: PrincipalType.SERVICE_PRINCIPAL,
        principalName: `Logic App ${this.workflowName}`,
        principalScope: this,
      }
    );
  }

  /**
   * Whether nothing would be done, were it started: all its actions are disabled.
   *
   * @internal
   */
  public get _idle(): boolean {
    return this.actions.length > 0 && this.actions.every((action) => !action.enabled);
  }

  /**
   * Adds something that starts the workflow.
   *
   * @throws ValidationError WorkflowTriggersTooMany, WorkflowOperationNameTaken, WorkflowTriggerAccessAmbiguous and what the trigger and
   *   the actions of the workflow find wrong
   */
  public addTrigger(trigger: WorkflowTrigger): void {
    this.accept({ triggers: [...this.triggers, trigger], actions: this.actions });
    this.triggers.push(trigger);
  }

  /**
   * Adds something that the workflow does, after the action added before it unless it says otherwise.
   *
   * @throws ValidationError WorkflowActionsTooMany, WorkflowOperationNameTaken, RunAfterUnknown and what the
   *   action finds wrong
   */
  public addAction(action: WorkflowAction): void {
    this.accept({ triggers: this.triggers, actions: [...this.actions, action] });
    this.actions.push(action);
  }

  /**
   * Makes the workflow wait for a role of its user-assigned identity, so that its first poll or run has it. Does
   * nothing for a system-assigned one, which comes with the workflow.
   */
  public applyAfter(grant: Grant): void {
    if (this.identity.userAssignedIdentity !== undefined) grant.applyBefore(this.resource);
  }

  private accept(operations: WorkflowOperations): void {
    const { triggers, actions } = operations;
    validateProps<WorkflowOperations>(
      this,
      { triggers, actions },
      OPERATIONS_SHAPE,
      OPERATIONS_RULES,
    );
    this.effectiveAccess(triggers);
    // What actions may refer to depends on the triggers, so they are looked at once there is one.
    if (triggers.length === 0) return;
    const host = LogicAppHost.of(this.identity, operations);
    const [first, ...rest] = [...triggers, ...actions].flatMap((operation) =>
      operationProblems(operation, host).map((found) => ({
        ...found,
        property: `${operation.name}.${found.property}`,
      })),
    );
    if (first !== undefined) throw new ValidationError([first, ...rest], this);
  }

  private findings(body: () => ArmObject): string[] {
    const missing = problemsOf<WorkflowOperations>(
      this.operations(),
      OPERATIONS_SHAPE,
      COMPLETENESS_RULES,
    );
    const problems = missing.length > 0 ? missing : workflowProblems(body());
    return problems.map((found) => new UnscopedValidationError([found]).message);
  }

  /** What a trigger says of its callers holds for all triggers, so that only one may say something. */
  private effectiveAccess(triggers: readonly WorkflowTrigger[]): WorkflowAccessControl {
    const said = [this.accessControl.triggers, ...triggers.map(({ access }) => access)].filter(
      (access) => access !== undefined,
    );
    if (said.length > 1) {
      throw new ValidationError(
        [
          problem('WorkflowTriggerAccessAmbiguous', {
            property: 'accessControl.triggers',
            must: 'be said once, by the workflow or by one trigger: it holds for all triggers',
            got: `${String(said.length)} times`,
          }),
        ],
        this,
      );
    }
    const [callers] = said;
    return callers === undefined
      ? this.accessControl
      : { ...this.accessControl, triggers: callers };
  }

  private operations(): WorkflowOperations {
    return { triggers: this.triggers, actions: this.actions };
  }

  /** Nothing where something is missing: Terraform text is made before validations report that. */
  private completeOperations(): WorkflowOperations {
    return this.triggers.length > 0 ? this.operations() : { triggers: [], actions: [] };
  }
}

function stateOf(enabled: boolean): string {
  if (isUnresolved(enabled)) return Fn.conditional(enabled, 'Enabled', 'Disabled') as string;
  return enabled ? 'Enabled' : 'Disabled';
}

function identityBlock({ userAssignedIdentity }: WorkflowIdentity): AzapiIdentity {
  return userAssignedIdentity === undefined
    ? { type: 'SystemAssigned' }
    : { type: 'UserAssigned', identityIds: [userAssignedIdentity.identityId] };
}
