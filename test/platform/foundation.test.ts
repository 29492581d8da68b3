import { TerraformOutput, TerraformVariable } from 'cdktf';
import { AzapiResource } from '../../lib/azapi';
import { Principal, UserAssignedIdentity } from '../../lib/identity';
import { KeyVault } from '../../lib/key-vault';
import { ApplicationInsights } from '../../lib/monitor';
import { type MlStack, RemovalPolicy, RoleAssignmentMode } from '../../lib/platform';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { StorageAccount, StorageContainer, StorageNetworkAccess } from '../../lib/storage';
import { Template } from '../../lib/testing';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { freshStack, GROUP_ID, SUBSCRIPTION_ID } from '../support/stack';

const GROUP = `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-churn`;
const ACCOUNT = `${GROUP}/providers/Microsoft.Storage/storageAccounts/stchurn`;
const OBJECT_ID = '99999999-8888-4777-8666-555555555555';

/** Everything that stands around a workspace, and who may use it. */
function foundation(stack: MlStack, removalPolicy?: RemovalPolicy): MlStack {
  const policy = removalPolicy === undefined ? {} : { removalPolicy };
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-churn' });
  const identity = new UserAssignedIdentity(stack, 'Identity', { name: 'id-churn', resourceGroup });
  const storageAccount = new StorageAccount(stack, 'Account', {
    name: 'stchurn',
    resourceGroup,
    networkAccess: StorageNetworkAccess.TRUSTED_SERVICES,
    ...policy,
  });
  const container = new StorageContainer(stack, 'Raw', { name: 'raw', storageAccount });
  new KeyVault(stack, 'Vault', { name: 'kv-churn', resourceGroup, ...policy });
  new ApplicationInsights(stack, 'Insights', { name: 'appi-churn', resourceGroup });
  const team = new TerraformVariable(stack, 'team', { default: OBJECT_ID }).stringValue;
  storageAccount.grantReadData(Principal.group(team, 'the churn team'));
  const grant = container.grantReadWrite(identity);
  const existing = StorageAccount.fromStorageAccountAttributes(stack, 'Existing', {
    storageAccountId: `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`,
  });
  existing.grantReadData(identity);
  const workflow = new AzapiResource(stack, 'Workflow', {
    type: 'Microsoft.Logic/workflows@2019-05-01',
    name: 'la-churn',
    parentId: resourceGroup.resourceGroupId,
    location: resourceGroup.location,
    identity: { type: 'UserAssigned', identityIds: [identity.identityId] },
    body: {
      properties: {
        state: 'Enabled',
        definition: {
          $schema:
            'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#',
          contentVersion: '1.0.0.0',
          triggers: {},
          actions: {},
          outputs: { note: { type: 'String', value: '${{not a template}} "quoted"' } },
        },
      },
    },
    responseExportValues: { endpoint: 'properties.accessEndpoint' },
  });
  grant.applyBefore(workflow);
  new TerraformOutput(stack, 'container', { value: container.containerUri });
  new TerraformOutput(stack, 'endpoint', { value: workflow.exported('endpoint') });
  return stack;
}

describeTerraform('the foundation of a platform', () => {
  let workdir: TerraformWorkdir;

  beforeEach(async () => {
    workdir = await TerraformWorkdir.create();
  });

  afterEach(async () => {
    await workdir.dispose();
  });

  async function applied(stack: MlStack): Promise<void> {
    await workdir.write(Template.fromStack(stack).toJson());
    expectOk(await workdir.init());
    expect((await workdir.validate()).diagnostics).toEqual([]);
    expectOk(await workdir.apply());
  }

  test('is applied, has nothing to do in a second plan, and is destroyed', async () => {
    await applied(foundation(freshStack({ tags: { team: '${{churn}}' } }), RemovalPolicy.DESTROY));
    expect(await workdir.output()).toEqual({
      container: 'https://stchurn.blob.core.windows.net/raw',
      endpoint: expect.stringMatching(/^https:\/\//),
    });
    expect(workdir.provider.store.ids()).toEqual(
      expect.arrayContaining([
        GROUP,
        ACCOUNT,
        `${ACCOUNT}/blobServices/default/containers/raw`,
        `${GROUP}/providers/Microsoft.KeyVault/vaults/kv-churn`,
        `${GROUP}/providers/Microsoft.Insights/components/appi-churn`,
        `${GROUP}/providers/Microsoft.OperationalInsights/workspaces/appi-churn-logs`,
        `${GROUP}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-churn`,
        `${GROUP}/providers/Microsoft.Logic/workflows/la-churn`,
      ]),
    );
    const assignments = workdir.provider.store
      .ids()
      .filter((id) => id.includes('/roleAssignments/'));
    expect(assignments).toHaveLength(3);
    expect(await workdir.planIsEmpty()).toBe(true);
    expectOk(await workdir.destroy());
    expect(workdir.provider.store.ids()).toEqual([]);
  });

  test('is destroyed only where every removal policy allows it', async () => {
    await applied(foundation(freshStack()));
    const refused = await workdir.destroy();
    expect(refused.exitCode).toBe(1);
    expect(errorsOf(refused).filter((error) => error.includes('prevent_destroy'))).toHaveLength(2);
    expect(workdir.provider.store.ids()).toContain(ACCOUNT);

    await applied(foundation(freshStack(), RemovalPolicy.DESTROY));
    expectOk(await workdir.destroy());
    expect(workdir.provider.store.ids()).toEqual([]);
  });

  test('tells in its plan what else to assign where the deployer may not assign roles', async () => {
    const stack = foundation(
      freshStack({ roleAssignments: RoleAssignmentMode.REPORT }),
      RemovalPolicy.DESTROY,
    );
    await applied(stack);
    const { required_role_assignments: required } = await workdir.output();
    expect(required).toHaveLength(3);
    expect(required).toContainEqual({
      principal: 'the churn team',
      principal_id: OBJECT_ID,
      principal_type: 'Group',
      role: 'Storage Blob Data Reader',
      role_definition_id: `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1`,
      scope: ACCOUNT,
    });
    expect(workdir.provider.store.ids().filter((id) => id.includes('roleAssignments'))).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });
});
