import { TerraformLocal, TerraformVariable } from 'cdktf';
import { ArmId } from '../../lib/core/arm-id';
import { nameOf, resourceGroupOf, subscriptionOf } from '../../lib/core/arm-id-parts';
import { armIdRule } from '../../lib/core/arm-id-rule';
import { describeTerraform, evaluate, plainStack } from './evaluate';

const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-churn`;
const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/mlw`;
const DATASTORE = `${WORKSPACE}/datastores/raw`;

describe('the parts of an id that is known', () => {
  test.each([GROUP, WORKSPACE, DATASTORE])('are read at synthesis: %s', (id) => {
    expect([subscriptionOf(id), resourceGroupOf(id)]).toEqual([SUBSCRIPTION, 'rg-churn']);
  });

  test.each([
    [GROUP, 'rg-churn'],
    [WORKSPACE, 'mlw'],
    [DATASTORE, 'raw'],
    [DATASTORE.replace('resourceGroups', 'resourcegroups'), 'raw'],
  ])('end with the name: %s', (id, name) => {
    expect(nameOf(id)).toBe(name);
  });
});

describe('the name in an id of which only the start is known at apply', () => {
  test('is known at synthesis', () => {
    const workspace = new TerraformVariable(plainStack(), 'id', {}).stringValue;
    expect(nameOf(`${workspace}/datastores/raw`)).toBe('raw');
  });
});

describeTerraform('the parts of an id that is known at apply', () => {
  test('are read by Terraform', () => {
    const stack = plainStack();
    const local = new TerraformLocal(stack, 'workspace', WORKSPACE).asString;
    const variable = new TerraformVariable(stack, 'group', { default: GROUP }).stringValue;
    const ids = [local, `${local}/datastores/${nameOf(local)}`, variable];
    const warn = jest.spyOn(console, 'warn');
    const values = ids.flatMap((id) => [subscriptionOf(id), resourceGroupOf(id), nameOf(id)]);
    expect(evaluate(values, stack)).toEqual([
      ...[SUBSCRIPTION, 'rg-churn', 'mlw'],
      ...[SUBSCRIPTION, 'rg-churn', 'mlw'],
      ...[SUBSCRIPTION, 'rg-churn', 'rg-churn'],
    ]);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('armIdRule', () => {
  const { code, check } = armIdRule({
    code: 'WorkspaceIdInvalid',
    property: 'workspaceId',
    type: 'Microsoft.MachineLearningServices/workspaces',
  });
  const variable = new TerraformVariable(plainStack(), 'id', {}).stringValue;

  test.each([
    undefined,
    WORKSPACE,
    WORKSPACE.toUpperCase(),
    ArmId.parse(WORKSPACE).toString(),
    variable,
    `${variable}/providers/x`,
  ])('accepts %p', (workspaceId) => {
    expect(check({ workspaceId })).toBeUndefined();
  });

  test.each(['', 'mlw', GROUP, DATASTORE, `${WORKSPACE}/`, WORKSPACE.replace('workspaces', 'w')])(
    'refuses %p',
    (workspaceId) => {
      expect(code).toBe('WorkspaceIdInvalid');
      expect(check({ workspaceId })).toEqual({
        property: 'workspaceId',
        must: 'be the ARM id of a Microsoft.MachineLearningServices/workspaces',
        got: workspaceId,
      });
    },
  );
});
