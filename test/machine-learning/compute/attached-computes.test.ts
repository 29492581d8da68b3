import { type TerraformResource } from 'cdktf';
import { BuiltInRole } from '../../../lib/identity/built-in-role';
import { Grant } from '../../../lib/identity/grant';
import { UserAssignedIdentity } from '../../../lib/identity/user-assigned-identity';
import { KubernetesCompute } from '../../../lib/machine-learning/compute/kubernetes-compute';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import { Match, StackAnnotations, Template } from '../../../lib/testing';
import { existingPlatform, GROUP_ID, LOCATION, WORKSPACE_ID } from '../../support/stack';
import { emitted, ML, type EmittedResource } from '../setup';
import { attachAll, IDS } from './attached';

function attachedBodies(all: boolean): ReadonlyMap<string, EmittedResource> {
  const { stack, workspace } = existingPlatform();
  attachAll(stack, workspace, all);
  return new Map([...emitted(stack, 'computes').values()].map((found) => [found.name, found]));
}

const LEAST = attachedBodies(false);
const MOST = attachedBodies(true);

describe('an attached compute', () => {
  test('is detached when it is destroyed, and again attached only to something else', () => {
    expect([...LEAST.keys()]).toEqual(['dbw', 'lake', 'spark', 'k8s', 'vm-jobs', 'hdi']);
    for (const resource of [...LEAST.values(), ...MOST.values()]) {
      expect(resource).toMatchObject({
        type: `${ML}/computes@2025-06-01`,
        parent_id: WORKSPACE_ID,
        location: LOCATION,
        delete_query_parameters: { underlyingResourceAction: ['Detach'] },
        replace_triggers_refs: ['properties.resourceId'],
      });
    }
  });

  test.each<[string, object]>([
    ['dbw', { computeType: 'Databricks', resourceId: IDS.databricks }],
    ['lake', { computeType: 'DataLakeAnalytics', resourceId: IDS.dataLake }],
    ['spark', { computeType: 'SynapseSpark', resourceId: IDS.spark }],
    [
      'k8s',
      {
        computeType: 'Kubernetes',
        resourceId: IDS.aks,
        properties: { namespace: 'default' },
      },
    ],
    [
      'vm-jobs',
      {
        computeType: 'VirtualMachine',
        resourceId: IDS.machine,
        properties: { sshPort: 22, administratorAccount: { username: 'azureuser' } },
      },
    ],
    [
      'hdi',
      {
        computeType: 'HDInsight',
        resourceId: IDS.hdinsight,
        properties: { sshPort: 22, administratorAccount: { username: 'sshuser' } },
      },
    ],
  ])('%s has such a body with least props', (name, properties) => {
    expect(LEAST.get(name)?.body).toEqual({ properties });
    expect(LEAST.get(name)).not.toHaveProperty('tags');
  });

  test.each<[string, object]>([
    [
      'dbw',
      {
        computeType: 'Databricks',
        resourceId: IDS.databricks,
        properties: { workspaceUrl: 'adb-123.4.azuredatabricks.net' },
      },
    ],
    [
      'lake',
      {
        computeType: 'DataLakeAnalytics',
        resourceId: IDS.dataLake,
        properties: { dataLakeStoreAccountName: 'adls' },
      },
    ],
    ['spark', { computeType: 'SynapseSpark', resourceId: IDS.spark }],
    [
      'k8s',
      {
        computeType: 'Kubernetes',
        resourceId: IDS.arc,
        properties: {
          namespace: 'ml',
          defaultInstanceType: 'gpu',
          instanceTypes: {
            gpu: {
              nodeSelector: { pool: 'gpu' },
              resources: {
                requests: { cpu: '1', memory: '4Gi' },
                limits: { cpu: '2', memory: '8Gi', 'nvidia.com/gpu': '1' },
              },
            },
            small: { resources: {} },
          },
        },
      },
    ],
    [
      'vm-jobs',
      {
        computeType: 'VirtualMachine',
        resourceId: IDS.machine,
        properties: {
          address: '10.0.0.4',
          sshPort: 50_000,
          administratorAccount: { username: 'azureuser' },
        },
      },
    ],
    [
      'hdi',
      {
        computeType: 'HDInsight',
        resourceId: IDS.hdinsight,
        properties: {
          address: 'hdi-ssh.azurehdinsight.net',
          sshPort: 2222,
          administratorAccount: { username: 'sshuser' },
        },
      },
    ],
  ])('%s has such a body with all props', (name, properties) => {
    expect(MOST.get(name)?.body).toEqual({ properties });
    expect(MOST.get(name)).toMatchObject({ tags: { team: 'churn' } });
  });

  test.each<[string, object]>([
    ['dbw', { databricksAccessToken: '${var.token}' }],
    [
      'vm-jobs',
      { administratorAccount: { privateKeyData: '${var.key}', publicKeyData: 'ssh-rsa AAAA' } },
    ],
    ['hdi', { administratorAccount: { password: '${var.password}' } }],
  ])('%s has its secrets in the sensitive body alone', (name, properties) => {
    expect(MOST.get(name)?.['sensitive_body']).toEqual({ properties: { properties } });
    expect(JSON.stringify(MOST.get(name)?.body)).not.toContain('var.');
  });

  test.each(['lake', 'spark', 'k8s'])('%s has no secrets', (name) => {
    expect(MOST.get(name)).not.toHaveProperty('sensitive_body');
  });

  test('of Data Lake Analytics warns that the service is retired', () => {
    const { stack, workspace } = existingPlatform();
    attachAll(stack, workspace, false);
    const annotations = StackAnnotations.fromStack(stack);
    annotations.hasWarning(Match.stringMatching(/retired/), 'churn/Lake');
    expect(annotations.all()).toHaveLength(1);
  });

  test('can be imported, which declares an import block', () => {
    const { stack, workspace } = existingPlatform();
    const compute = new SynapseSparkCompute(stack, 'Spark', {
      name: 'spark',
      workspace,
      sparkPoolId: IDS.spark,
    });
    (compute.node.defaultChild as TerraformResource).importFrom(`${WORKSPACE_ID}/computes/spark`);
    expect(Template.fromStack(stack).toJson()).toMatchObject({
      import: [{ id: `${WORKSPACE_ID}/computes/spark` }],
    });
  });
});

describe('the identity of a compute', () => {
  test.each<[string]>([['spark'], ['k8s']])('of %s is its own', (name) => {
    expect(LEAST.get(name)?.['identity']).toEqual([{ type: 'SystemAssigned' }]);
  });

  test('receives roles, whether it is its own or another', () => {
    const { stack, workspace } = existingPlatform();
    const identity = UserAssignedIdentity.fromUserAssignedIdentityAttributes(stack, 'Jobs', {
      identityId: `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`,
      clientId: '11111111-1111-4111-8111-111111111111',
      principalId: '22222222-2222-4222-8222-222222222222',
    });
    const own = new SynapseSparkCompute(stack, 'Spark', {
      name: 'spark',
      workspace,
      sparkPoolId: IDS.spark,
    });
    const given = new KubernetesCompute(stack, 'Kubernetes', {
      name: 'k8s',
      workspace,
      clusterId: IDS.aks,
      identity,
    });
    for (const grantee of [own, given]) {
      Grant.ofRole({
        grantee,
        role: BuiltInRole.STORAGE_BLOB_DATA_READER,
        scopeId: GROUP_ID,
        target: workspace,
        targetName: 'the group',
      });
    }
    const template = Template.fromStack(stack);
    template.hasResource('azapi_resource', {
      name: 'k8s',
      identity: [{ type: 'UserAssigned', identity_ids: [identity.identityId] }],
    });
    const principals = Object.values(template.resources('azurerm_role_assignment')).map(
      (assignment) => (assignment as { readonly principal_id: string }).principal_id,
    );
    expect(principals).toEqual(
      expect.arrayContaining([
        '22222222-2222-4222-8222-222222222222',
        expect.stringMatching(/^\$\{azapi_resource\.Spark_.*identity\[0\]\.principal_id\}$/),
      ]),
    );
  });
});
