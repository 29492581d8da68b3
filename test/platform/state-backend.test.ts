import { App, Lazy, TerraformOutput } from 'cdktf';
import { StateBackend } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { fuzzArguments, fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, SUBSCRIPTION_ID } from '../support/stack';

const ACCOUNT = {
  resourceGroupName: 'rg-state',
  storageAccountName: 'ststate',
  containerName: 'tfstate',
};

function backendOf(backend?: StateBackend): unknown {
  const stack = freshStack(backend === undefined ? {} : { backend });
  return Template.fromStack(stack).terraform()['backend'];
}

describe('the state of a stack', () => {
  test('is a file three folders above the stack unless told otherwise, under no absolute path', () => {
    expect(backendOf()).toEqual({ local: { path: '../../../terraform.churn.tfstate' } });
    expect(backendOf(StateBackend.local())).toEqual(backendOf());
  });

  test('is the file that is named', () => {
    expect(backendOf(StateBackend.local('state/churn.tfstate'))).toEqual({
      local: { path: 'state/churn.tfstate' },
    });
  });

  test('is a blob that is reached with Entra ID, named after the stack', () => {
    expect(backendOf(StateBackend.azureStorage(ACCOUNT))).toEqual({
      azurerm: {
        resource_group_name: 'rg-state',
        storage_account_name: 'ststate',
        container_name: 'tfstate',
        key: 'churn.tfstate',
        use_azuread_auth: true,
      },
    });
  });

  test('is the blob that is named, in the subscription that is named', () => {
    const backend = StateBackend.azureStorage({
      ...ACCOUNT,
      key: 'prod/churn',
      subscriptionId: SUBSCRIPTION_ID,
    });
    expect(backendOf(backend)).toMatchObject({
      azurerm: { key: 'prod/churn', subscription_id: SUBSCRIPTION_ID },
    });
  });

  test('is read by another stack that refers to this one, with Entra ID as well', () => {
    const app = new App();
    const first = freshStack({ backend: StateBackend.azureStorage(ACCOUNT) }, 'first', app);
    const second = freshStack({}, 'second', app);
    const group = new ResourceGroup(first, 'Group', { name: 'rg' });
    new TerraformOutput(second, 'id', { value: group.resourceGroupId });
    Template.fromStack(second).hasDataSource('terraform_remote_state', {
      backend: 'azurerm',
      config: { key: 'first.tfstate', storage_account_name: 'ststate', use_azuread_auth: true },
    });
  });

  test('fails to be where only Terraform will know', () => {
    const later = Lazy.stringValue({ produce: () => 'x' });
    expect(codesIn(() => StateBackend.local(later))).toEqual(['PropertyTypeInvalid']);
    expect(codesIn(() => StateBackend.azureStorage({ ...ACCOUNT, key: later }))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });

  test.each(['resourceGroupName', 'storageAccountName', 'containerName'] as const)(
    'fails without %s',
    (property) => {
      const given = Object.fromEntries(
        Object.entries(ACCOUNT).filter(([key]) => key !== property),
      ) as unknown as typeof ACCOUNT;
      expect(codesIn(() => StateBackend.azureStorage(given))).toEqual(['PropertyMissing']);
    },
  );
});

fuzzProps(
  'a state in storage',
  () => ({ ...ACCOUNT, key: 'churn', subscriptionId: SUBSCRIPTION_ID }),
  (_scope, props) => StateBackend.azureStorage(props),
);

fuzzArguments(
  'a state in a file',
  () => ({ path: 'x.tfstate' }),
  (_scope, { path }) => StateBackend.local(path),
);
