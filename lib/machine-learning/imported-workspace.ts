import { Construct } from 'constructs';
import { nameOf, resourceGroupOf, subscriptionOf } from '../core/arm-id-parts';
import { ArmId } from '../core/arm-id';
import type { AzureCloud } from '../core/cloud';
import { ValidationError } from '../core/errors';
import { recordFact } from '../core/facts';
import { isUnresolved, problem, validateProps, withDefaults } from '../core/validation';
import type { IRole } from '../identity/built-in-role';
import type { Grant } from '../identity/grant';
import { type IGrantable, type IPrincipal, PrincipalType } from '../identity/principal';
import { settingsOf } from '../platform/settings';
import { type IResourceGroup, ResourceGroup } from '../resource-manager/resource-group';
import type { IStorageAccount } from '../storage/storage-account';
import type { IStorageContainer } from '../storage/storage-container';
import type { PipelineGeneration } from './pipeline/pipeline-generation';
import {
  WORKSPACE_ATTRIBUTES_RULES,
  WORKSPACE_ATTRIBUTES_SHAPE,
} from './private/imported-workspace-rules';
import { grantInvokeOn, invokerRoleOf } from './private/invoker-role';
import { studioUrl } from './private/studio-url';
import { grantManageSchedulesOn, grantReadOn, grantSubmitJobsOn } from './private/workspace-grants';
import type { IWorkspace } from './workspace-types';

/** What is known of an existing workspace. */
export interface WorkspaceAttributes {
  /** ARM id. */
  readonly workspaceId: string;
  /**
   * Region of the workspace. URLs of pipelines and pages, and the host that a request goes to, have it in
   * them, and nothing at synthesis or apply sees that it is wrong.
   *
   * @default - the location of the stack; `Summary` says that it was assumed
   */
  readonly location?: string;
  /**
   * Object id of its system-assigned identity, a GUID; needed to grant it something.
   *
   * @default - not known
   */
  readonly principalId?: string;
  /**
   * Its default storage account.
   *
   * @default - not known
   */
  readonly storageAccount?: IStorageAccount;
  /**
   * Container that code is uploaded to; needed to publish steps that have code.
   *
   * @default - a container `azureml-code-<hash>` in the storage account, where that is given
   */
  readonly codeContainer?: IStorageContainer;
  /**
   * Role that lets somebody invoke pipelines of this workspace.
   *
   * @default - a custom role is made, for each generation that is invoked
   */
  readonly invokerRole?: IRole;
}

/** An existing workspace; emits nothing itself. */
export class ImportedWorkspace extends Construct implements IWorkspace {
  public readonly workspaceId: string;
  public readonly workspaceName: string;
  public readonly resourceGroup: IResourceGroup;
  public readonly location: string;
  public readonly cloud: AzureCloud;
  public readonly storageAccount?: IStorageAccount;
  public readonly codeContainer?: IStorageContainer;
  private readonly principalId: string | undefined;
  private readonly givenRole: IRole | undefined;

  /** @throws ValidationError WorkspaceIdInvalid */
  public constructor(scope: Construct, id: string, attributes: WorkspaceAttributes) {
    super(scope, id);
    const resolved = withDefaults(attributes, { location: settingsOf(this).location });
    validateProps(this, resolved, WORKSPACE_ATTRIBUTES_SHAPE, WORKSPACE_ATTRIBUTES_RULES);

    this.workspaceId = resolved.workspaceId;
    this.workspaceName = nameOf(resolved.workspaceId);
    this.location = resolved.location;
    this.cloud = settingsOf(this).cloud;
    this.resourceGroup = ResourceGroup.fromResourceGroupAttributes(this, 'ResourceGroup', {
      resourceGroupId: resourceGroupIdOf(resolved.workspaceId),
      location: resolved.location,
    });
    if (resolved.storageAccount !== undefined) this.storageAccount = resolved.storageAccount;
    if (resolved.codeContainer !== undefined) this.codeContainer = resolved.codeContainer;
    this.principalId = resolved.principalId;
    this.givenRole = resolved.invokerRole;
    if (attributes.location === undefined) {
      recordFact(this, 'note', {
        about: `workspace ${shownName(this.workspaceName)}`,
        text: `is taken to be in ${shownName(this.location)}, as the stack is; give its location if it is not`,
      });
    }
  }

  /** @throws ValidationError WorkspacePrincipalUnknown */
  public get grantPrincipal(): IPrincipal {
    if (this.principalId === undefined) {
      throw new ValidationError(
        [
          problem('WorkspacePrincipalUnknown', {
            property: 'principalId',
            must: 'be known to grant something to an existing workspace',
            got: undefined,
            fix: 'give principalId to Workspace.fromWorkspaceAttributes',
          }),
        ],
        this,
      );
    }
    return {
      principalId: this.principalId,
      principalType: PrincipalType.SERVICE_PRINCIPAL,
      principalName: `workspace ${this.workspaceName}`,
      principalScope: this,
    };
  }

  public get studioUrl(): string {
    return studioUrl(this);
  }

  public invokerRole(generation: PipelineGeneration): IRole {
    return this.givenRole ?? invokerRoleOf(this, generation);
  }

  public grantInvoke(grantee: IGrantable, generation: PipelineGeneration): Grant {
    return grantInvokeOn(this, grantee, generation);
  }

  public grantSubmitJobs(grantee: IGrantable): Grant {
    return grantSubmitJobsOn(this, grantee);
  }

  public grantManageSchedules(grantee: IGrantable): Grant {
    return grantManageSchedulesOn(this, grantee);
  }

  public grantRead(grantee: IGrantable): Grant {
    return grantReadOn(this, grantee);
  }
}

function shownName(name: string): string {
  return isUnresolved(name) ? '(known after apply)' : name;
}

function resourceGroupIdOf(workspaceId: string): string {
  const armId = ArmId.tryParse(workspaceId);
  return armId === undefined
    ? `/subscriptions/${subscriptionOf(workspaceId)}/resourceGroups/${resourceGroupOf(workspaceId)}`
    : workspaceId.slice(0, workspaceId.toLowerCase().indexOf('/providers/'));
}
