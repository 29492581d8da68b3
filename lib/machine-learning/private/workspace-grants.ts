import { BuiltInRole } from '../../identity/built-in-role';
import type { Grant } from '../../identity/grant';
import type { IGrantable } from '../../identity/principal';
import type { IWorkspace } from '../workspace-types';
import { grantOnWorkspace, workspaceRole } from './workspace-role';

const WORKSPACE = 'Microsoft.MachineLearningServices/workspaces';

/**
 * What Microsoft documents as needed to submit a v2 job.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles
 */
const SUBMIT_ACTIONS = [
  '/*/read',
  '/environments/build/action',
  '/environments/readSecrets/action',
  '/environments/write',
  '/jobs/*',
  '/metadata/artifacts/write',
  '/metadata/codes/*/write',
];

/** A schedule is written with the job in it, whose parts must be found. */
const SCHEDULE_ACTIONS = [
  '/read',
  '/components/read',
  '/components/versions/read',
  '/computes/read',
  '/datastores/read',
  '/schedules/delete',
  '/schedules/read',
  '/schedules/write',
];

/** Lets somebody submit v2 jobs to a workspace. */
export function grantSubmitJobsOn(workspace: IWorkspace, grantee: IGrantable): Grant {
  const role = workspaceRole(workspace, {
    id: 'JobSubmitter',
    title: 'Azure ML job submitter',
    actions: SUBMIT_ACTIONS.map((action) => `${WORKSPACE}${action}`),
  });
  return grantOnWorkspace(workspace, grantee, role);
}

/** Lets somebody make, change and delete schedules of a workspace. */
export function grantManageSchedulesOn(workspace: IWorkspace, grantee: IGrantable): Grant {
  const role = workspaceRole(workspace, {
    id: 'ScheduleManager',
    title: 'Azure ML schedule manager',
    actions: SCHEDULE_ACTIONS.map((action) => `${WORKSPACE}${action}`),
  });
  return grantOnWorkspace(workspace, grantee, role);
}

/** Lets somebody see a workspace and what is in it. */
export function grantReadOn(workspace: IWorkspace, grantee: IGrantable): Grant {
  return grantOnWorkspace(workspace, grantee, BuiltInRole.READER);
}
