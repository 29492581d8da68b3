import { Template } from '../../lib/testing';
import type { IWorkspace } from '../../lib/machine-learning/workspace-types';
import type { IGrantable } from '../../lib/identity/principal';
import { setUp } from '../logic-apps/setup';
import { roleAssignments } from '../support/role-assignments';

const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

describe('a grant on a workspace', () => {
  test.each<[string, (workspace: IWorkspace, grantee: IGrantable) => unknown, readonly string[]]>([
    [
      'to submit jobs',
      (workspace, grantee) => workspace.grantSubmitJobs(grantee),
      [
        '/*/read',
        '/environments/build/action',
        '/environments/readSecrets/action',
        '/environments/write',
        '/jobs/*',
        '/metadata/artifacts/write',
        '/metadata/codes/*/write',
      ],
    ],
    [
      'to manage schedules',
      (workspace, grantee) => workspace.grantManageSchedules(grantee),
      [
        '/read',
        '/components/read',
        '/components/versions/read',
        '/computes/read',
        '/datastores/read',
        '/schedules/delete',
        '/schedules/read',
        '/schedules/write',
      ],
    ],
  ])('%s makes one custom role and one assignment, however often', (_, grant, actions) => {
    const { stack, workspace, identity } = setUp();
    grant(workspace, identity);
    grant(workspace, identity);
    const template = Template.fromStack(stack);
    template.hasResource('azurerm_role_definition', {
      permissions: [
        { actions: actions.map((a) => `Microsoft.MachineLearningServices/workspaces${a}`) },
      ],
    });
    expect(roleAssignments(stack)).toHaveLength(1);
  });

  test('to read takes the built-in role on the workspace', () => {
    const { stack, workspace, identity } = setUp();
    workspace.grantRead(identity);
    expect(roleAssignments(stack)).toEqual([
      expect.stringMatching(`/${READER} on workspaces/mlw-churn$`),
    ]);
  });
});
