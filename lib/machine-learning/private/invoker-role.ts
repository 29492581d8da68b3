import type { IRole } from '../../identity/built-in-role';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { PipelineGeneration } from '../pipeline/pipeline-generation';
import type { IWorkspace } from '../workspace-types';
import { CANCEL_ACTIONS, invokerActions } from './invoker-actions';
import { grantOnWorkspace, workspaceRole } from './workspace-role';

/** The role that may invoke pipelines of a generation in a workspace; made when first asked for. */
export function invokerRoleOf(workspace: IWorkspace, generation: PipelineGeneration): IRole {
  return workspaceRole(workspace, {
    id: `PipelineInvoker${generation.toUpperCase()}`,
    title: `Azure ML ${generation} pipeline invoker`,
    actions: invokerActions(generation),
  });
}

/** Lets somebody invoke pipelines of a generation in a workspace. */
export function grantInvokeOn(
  workspace: IWorkspace,
  grantee: IGrantable,
  generation: PipelineGeneration,
): Grant {
  return grantOnWorkspace(workspace, grantee, workspace.invokerRole(generation));
}

/** Lets somebody cancel jobs of a workspace, and nothing else. */
export function grantCancelJobsOn(workspace: IWorkspace, grantee: IGrantable): Grant {
  const role = workspaceRole(workspace, {
    id: 'JobCanceller',
    title: 'Azure ML job canceller',
    actions: CANCEL_ACTIONS,
  });
  return grantOnWorkspace(workspace, grantee, role);
}
