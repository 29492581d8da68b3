import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { platform, PLATFORM_GROUP_ID } from './platform';
import { SUBSCRIPTION_ID } from './stack';

describeTerraform('a platform of both providers', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(platform());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is initialized without its backend and validated', async () => {
    expectOk(await workdir.init());
    expect((await workdir.validate()).diagnostics).toEqual([]);
  });

  test('is planned as creations only', async () => {
    const { plan } = expectOk(await workdir.plan());
    const changes = plan?.resource_changes?.filter(({ address }) => !address.startsWith('data.'));
    expect(changes?.length).toBeGreaterThan(30);
    expect(new Set(changes?.map(({ change }) => change.actions.join()))).toEqual(
      new Set(['create']),
    );
  });

  test('is applied, every resource once', async () => {
    expect(errorsOf(await workdir.applyPlan())).toEqual([]);
    expect(workdir.provider.store.ids()).toHaveLength(30);
  });

  test('has the ids and computed values of Azure', async () => {
    const workspace = `${PLATFORM_GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn`;
    expect(await workdir.output()).toEqual({
      scoringUri: 'https://churn-train.westeurope.inference.ml.azure.com/jobs',
      accessEndpoint: expect.stringMatching(
        /^https:\/\/prod-00\.westeurope\.logic\.azure\.com:443\/workflows\/[0-9a-f]{32}$/,
      ),
      container: `${PLATFORM_GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stchurn/blobServices/default/containers/raw`,
      datastore: `${workspace}/dataStores/raw`,
      blob: 'https://stchurn.blob.core.windows.net/code/abc123/train.py',
      role: expect.stringMatching(
        new RegExp(
          `^${workspace}/providers/Microsoft.Authorization/roleDefinitions/[0-9a-f-]{36}\\|${workspace}$`,
        ),
      ),
      diagnostics: `${workspace}|to-logs`,
      trigger: `${PLATFORM_GROUP_ID}/providers/Microsoft.DataFactory/factories/adf-churn/triggers/nightly`,
      principal: expect.stringMatching(/^[0-9a-f-]{36}$/),
      subscription: SUBSCRIPTION_ID,
    });
  });

  test('has nothing to do in a second plan', async () => {
    const second = expectOk(await workdir.plan());
    const changed = second.plan?.resource_changes?.filter(
      ({ change }) => change.actions.join() !== 'no-op',
    );
    expect(changed).toEqual([]);
    expect(second.exitCode).toBe(0);
  });

  test('is destroyed, the schedule disabled before it is deleted', async () => {
    workdir.provider.requests.clear();
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
    const schedule = `${PLATFORM_GROUP_ID}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn/schedules/nightly`;
    expect(workdir.provider.requests.entries(schedule)).toMatchObject([
      { method: 'PUT', body: { properties: { isEnabled: false } } },
      { method: 'DELETE' },
    ]);
  });
});
