import type { IConstruct } from 'constructs';
import type { AzureCloud } from '../core/cloud';
import type { IRole } from '../identity/built-in-role';
import type { Grant } from '../identity/grant';
import type { IGrantable } from '../identity/principal';
import type { IResourceGroup } from '../resource-manager/resource-group';
import type { IStorageAccount } from '../storage/storage-account';
import type { IStorageContainer } from '../storage/storage-container';
import type { PipelineGeneration } from './pipeline/pipeline-generation';

/** An Azure Machine Learning workspace, declared here or existing. */
export interface IWorkspace extends IConstruct, IGrantable {
  /** ARM id. */
  readonly workspaceId: string;
  /** Name. */
  readonly workspaceName: string;
  /** Where it lives. */
  readonly resourceGroup: IResourceGroup;
  /** Region of the workspace, and so of its computes and endpoints. */
  readonly location: string;
  /** The cloud it is in. */
  readonly cloud: AzureCloud;
  /**
   * Default storage account; `undefined` for an existing workspace that was imported without it.
   *
   * @jsii ignore
   */
  readonly storageAccount?: IStorageAccount;
  /**
   * Container that code is uploaded to; `undefined` for an existing workspace that was imported without it.
   */
  readonly codeContainer?: IStorageContainer;
  /** Its first page in the studio. */
  readonly studioUrl: string;
  /** The narrowest role that may invoke pipelines of a generation. */
  invokerRole(generation: PipelineGeneration): IRole;
  /** Lets somebody invoke pipelines of a generation in this workspace. */
  grantInvoke(grantee: IGrantable, generation: PipelineGeneration): Grant;
  /** Lets somebody submit v2 jobs to this workspace, by a custom role; data take roles of their own. */
  grantSubmitJobs(grantee: IGrantable): Grant;
  /** Lets somebody make, change and delete schedules of this workspace, by a custom role. */
  grantManageSchedules(grantee: IGrantable): Grant;
  /** Lets somebody see this workspace and what is in it, without data and secrets: `Reader`. */
  grantRead(grantee: IGrantable): Grant;
}
