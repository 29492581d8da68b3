import { TerraformVariable } from 'cdktf';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabricksCompute } from '../../../lib/machine-learning/compute/databricks-compute';
import { ComputeInstance } from '../../../lib/machine-learning/compute/compute-instance';
import { ComputeInstanceSchedule } from '../../../lib/machine-learning/compute/compute-instance-schedule';
import { ComputeSecret } from '../../../lib/machine-learning/compute/compute-secret';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { RemovalPolicy } from '../../../lib/platform/removal-policy';
import { Template } from '../../../lib/testing';
import { OFFLINE_SECRET } from '../../../lib/offline-provider/azurerm/ephemeral';
import { declaredPlatform } from '../../support/stack';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../../support/terraform';
import { attachAll, IDS, vaultSecret } from './attached';

function platform(changes: { readonly vmSize?: VmSize; readonly stopAt?: string } = {}) {
  const { stack, workspace } = declaredPlatform({ tags: { team: 'churn' } });
  attachAll(stack, workspace, true);
  new DatabricksCompute(stack, 'Vaulted', {
    name: 'vaulted',
    workspace,
    databricksWorkspaceId: IDS.databricks,
    accessToken: vaultSecret(stack),
    description: 'for ${x}',
  });
  const once = new TerraformVariable(stack, 'once', { type: 'string', sensitive: true });
  once.addOverride('ephemeral', true);
  new DatabricksCompute(stack, 'Once', {
    name: 'once',
    workspace,
    databricksWorkspaceId: IDS.databricks,
    accessToken: ComputeSecret.fromVariable(once),
  });
  new ComputeInstance(stack, 'Instance', {
    name: 'ci-ada',
    workspace,
    vmSize: changes.vmSize ?? VmSize.of('Standard_E4-2s_v4'),
    nodePublicIp: true,
    schedules: [ComputeInstanceSchedule.stop(Recurrence.daily({ at: changes.stopAt ?? '19:00' }))],
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return Template.fromStack(stack).toJson();
}

interface Resources {
  readonly azapi_resource: { readonly [name: string]: { readonly name: string } };
}

const variables = (token = 'token-one') =>
  ['token', 'key', 'password', 'once'].map((name) => `-var=${name}=very-secret-${token}`);

describeTerraform('the computes of a workspace', () => {
  let workdir: TerraformWorkdir;

  const sent = () =>
    workdir.provider.requests.entries().filter(({ id }) => id.includes('/computes/'));

  const planned = async (...options: readonly string[]) => {
    const { plan } = expectOk(await workdir.plan(...options));
    return (plan?.resource_changes ?? [])
      .filter(({ change }) => !['no-op', 'read'].includes(change.actions.join()))
      .map(({ name, change }) => `${name.split('_')[0] ?? ''} ${change.actions.join()}`);
  };

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(platform());
    expectOk(await workdir.init());
    expectOk(await workdir.apply(...variables()));
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('are valid, and settled after the first apply', async () => {
    expect((await workdir.validate()).diagnostics.map(({ severity }) => severity)).not.toContain(
      'error',
    );
    expect(await planned(...variables())).toEqual([]);
  });

  test('have sent their secrets', () => {
    const bodies = JSON.stringify(sent().map(({ body }) => body));
    for (const secret of ['very-secret-token-one', `${OFFLINE_SECRET}vm-key`]) {
      expect(bodies).toContain(secret);
    }
    expect(bodies).toContain('for ${x}');
  });

  test('have left none in the state', async () => {
    const state = await readFile(join(workdir.folder, 'terraform.tfstate'), 'utf8');
    expect(state).toContain('ci-ada');
    expect(state).not.toContain('very-secret');
    expect(state).not.toContain(OFFLINE_SECRET);
  });

  test('show none in what Terraform prints or plans of them', async () => {
    const result = await workdir.plan(...variables('token-two'));
    const plan = JSON.stringify(result.plan?.resource_changes);
    expect(plan).toContain('vaulted');
    for (const text of [result.stdout, result.stderr, plan]) {
      expect(text).not.toContain('very-secret');
      expect(text).not.toContain(OFFLINE_SECRET);
    }
  });

  test('send another secret, in place', async () => {
    expect(await planned(...variables('token-two'))).toEqual([
      'Databricks update',
      'Hdi update',
      'Machine update',
      'Once update',
    ]);
  });

  test('change schedules in place, and replace the machine for another size', async () => {
    await workdir.write(platform({ stopAt: '20:00' }));
    expect(await planned(...variables())).toEqual(['Instance update']);
    await workdir.write(platform({ vmSize: VmSize.STANDARD_DS3_V2 }));
    expect(await planned(...variables())).toEqual(['Instance delete,create']);
    await workdir.write(platform());
  });

  test('are adopted by an import, which replaces none', async () => {
    const json = platform();
    const names = Object.keys((json['resource'] as Resources).azapi_resource);
    const ids = sent().map(({ id }) => id);
    const imported = names.map((name) => {
      const { name: computeName } = (json['resource'] as Resources).azapi_resource[name] ?? {};
      const id = ids.find((candidate) => candidate.endsWith(`/${computeName ?? ''}`)) ?? '';
      return { to: `azapi_resource.${name}`, id: `${id}?api-version=2025-06-01` };
    });
    for (const { to } of imported) expectOk(await workdir.run('state', 'rm', to));
    await workdir.write({ ...json, import: imported });
    const { plan } = expectOk(await workdir.plan(...variables()));
    const changes = (plan?.resource_changes ?? []).filter(({ type }) => type === 'azapi_resource');
    expect(changes).toHaveLength(imported.length);
    for (const { change } of changes) {
      expect(change.importing).toBeDefined();
      expect(['update', 'no-op']).toContain(change.actions.join());
    }
    expectOk(await workdir.apply(...variables()));
    await workdir.write(json);
    expect(await planned(...variables())).toEqual([]);
  });

  test('are detached when they are destroyed; the instance is deleted', async () => {
    workdir.provider.requests.clear();
    expect(errorsOf(await workdir.destroy(...variables()))).toEqual([]);
    const actions = Object.fromEntries(
      sent().map(({ id, query }) => [
        id.slice(id.lastIndexOf('/') + 1),
        query['underlyingResourceAction'],
      ]),
    );
    expect(actions).toEqual({
      dbw: ['Detach'],
      lake: ['Detach'],
      spark: ['Detach'],
      k8s: ['Detach'],
      'vm-jobs': ['Detach'],
      hdi: ['Detach'],
      vaulted: ['Detach'],
      once: ['Detach'],
      'ci-ada': ['Delete'],
    });
    expect(workdir.provider.store.ids()).toEqual([]);
  });
});
