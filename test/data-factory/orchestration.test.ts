import { Template, type TerraformBlock } from '../../lib/testing';
import { checkedBodies, describeArmTypes } from '../support/arm-types';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { orchestration } from './orchestration';

function json(options: Parameters<typeof orchestration>[0] = {}): TerraformBlock {
  return Template.fromStack(orchestration(options).stack).toJson();
}

describeArmTypes('an orchestration against the ARM types', () => {
  test('has the bodies that they describe', () => {
    expect(checkedBodies(json())).toMatchObject({ sound: true });
  });
});

describe('an orchestration', () => {
  test('is granted what it needs and nothing else', () => {
    const roles = Object.values(
      Template.fromStack(orchestration().stack).resources('azurerm_role_assignment'),
    ).map((role) => [
      String(role['role_definition_id']).split('/').at(-1),
      String(role['scope']).split('/').at(-1),
    ]);
    expect(roles.sort()).toEqual([
      ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'stchurn'],
      ['4633458b-17de-408a-b874-0445c86b69e6', 'kv-churn'],
      ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'dbw'],
      ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'stchurn'],
      ['e147488a-f6f5-4113-8e2d-b22465e65bf6', 'kv-churn'],
    ]);
  });

  test('holds no secret: the token is a reference to the vault', () => {
    const written = JSON.stringify(json());
    expect(written).toContain('AzureKeyVaultSecret');
    expect(written).not.toContain('SecureString');
  });
});

describeTerraform('an orchestration in Terraform', () => {
  let workdir: TerraformWorkdir;

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(json());
    expectOk(await workdir.init());
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('is valid, applied and settles', async () => {
    expect((await workdir.validate()).diagnostics).toEqual([]);
    expect(errorsOf(await workdir.apply())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('replaces a started trigger whose time changes, since the service refuses an update', async () => {
    await workdir.write(json({ at: '05:00' }));
    expect(errorsOf(await workdir.apply())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('stops a trigger that is disabled, then changes it and starts it again', async () => {
    await workdir.write(json({ at: '05:00', enabled: false }));
    expect(errorsOf(await workdir.apply())).toEqual([]);
    await workdir.write(json({ at: '06:00' }));
    expect(errorsOf(await workdir.apply())).toEqual([]);
    expect(await workdir.planIsEmpty()).toBe(true);
  });

  test('is not destroyed where nothing stops the trigger first', async () => {
    const { resource, ...rest } = json({ at: '06:00' });
    const { azapi_resource_action: actions, ...others } = resource as Record<string, object>;
    const kept = Object.entries(actions ?? {}).filter(([, { when }]) => when !== 'destroy');
    expect(kept).toHaveLength(Object.keys(actions ?? {}).length - 1);
    const unsafe = { ...others, azapi_resource_action: Object.fromEntries(kept) };

    const other = await TerraformWorkdir.create();
    await other.write({ ...rest, resource: unsafe });
    expectOk(await other.init());
    expect(errorsOf(await other.apply())).toEqual([]);
    expect(errorsOf(await other.destroy())).toEqual([
      expect.stringContaining('TriggerEnabledCannotUpdate'),
    ]);
    await other.dispose();
  });

  test('is destroyed, which stops the trigger first', async () => {
    expect(errorsOf(await workdir.destroy())).toEqual([]);
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});
