import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { UserAssignedIdentity } from '../../../lib/identity/user-assigned-identity';
import { KeyVault } from '../../../lib/key-vault/key-vault';
import { Compute } from '../../../lib/machine-learning/compute/compute';
import { ComputeInstance } from '../../../lib/machine-learning/compute/compute-instance';
import { ComputeInstanceSchedule } from '../../../lib/machine-learning/compute/compute-instance-schedule';
import { ComputeSecret } from '../../../lib/machine-learning/compute/compute-secret';
import { DatabricksCompute } from '../../../lib/machine-learning/compute/databricks-compute';
import { DataLakeAnalyticsCompute } from '../../../lib/machine-learning/compute/data-lake-analytics-compute';
import { HDInsightCompute } from '../../../lib/machine-learning/compute/hdinsight-compute';
import { KubernetesCompute } from '../../../lib/machine-learning/compute/kubernetes-compute';
import { SshCredentials } from '../../../lib/machine-learning/compute/ssh-credentials';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import { VirtualMachineCompute } from '../../../lib/machine-learning/compute/virtual-machine-compute';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { EnvironmentOs } from '../../../lib/machine-learning/environment/environment-options';
import { Recurrence } from '../../../lib/machine-learning/schedule/recurrence';
import { RemovalPolicy } from '../../../lib/platform/removal-policy';
import { fuzzArguments, fuzzProps } from '../../support/fuzz';
import { existingWorkspace, GROUP_ID, WORKSPACE_ID } from '../../support/stack';
import { IDS, variableSecret } from '../compute/attached';

const VAULT_ID = `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-before`;

const common = (scope: Construct) => ({
  name: 'target',
  workspace: existingWorkspace(scope),
  description: 'for training',
  tags: { team: 'churn' },
});

const identityIn = (scope: Construct) =>
  UserAssignedIdentity.fromUserAssignedIdentityAttributes(scope, 'Identity', {
    identityId: `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`,
    clientId: '11111111-1111-4111-8111-111111111111',
    principalId: '22222222-2222-4222-8222-222222222222',
  });

const credentialsIn = (scope: Construct) =>
  SshCredentials.withKey('ada', variableSecret(scope, 'key'), 'ssh-rsa AAAA');

fuzzProps(
  'Databricks as a compute',
  (scope) => ({
    ...common(scope),
    databricksWorkspaceId: IDS.databricks,
    accessToken: variableSecret(scope),
    workspaceUrl: 'adb-1.2.azuredatabricks.net',
  }),
  (scope, props) => new DatabricksCompute(scope, 'It', props),
);

fuzzProps(
  'Data Lake Analytics as a compute',
  (scope) => ({
    ...common(scope),
    accountId: IDS.dataLake,
    dataLakeStoreAccountName: 'adls',
  }),
  (scope, props) => new DataLakeAnalyticsCompute(scope, 'It', props),
);

fuzzProps(
  'a Spark pool as a compute',
  (scope) => ({ ...common(scope), sparkPoolId: IDS.spark, identity: identityIn(scope) }),
  (scope, props) => new SynapseSparkCompute(scope, 'It', props),
);

fuzzProps(
  'Kubernetes as a compute',
  (scope) => ({
    ...common(scope),
    clusterId: IDS.aks,
    namespace: 'ml',
    instanceTypes: { gpu: { requests: { cpu: '1' }, nodeSelector: { pool: 'gpu' } } },
    defaultInstanceType: 'gpu',
    identity: identityIn(scope),
  }),
  (scope, props) => new KubernetesCompute(scope, 'It', props),
);

fuzzProps(
  'a virtual machine as a compute',
  (scope) => ({
    ...common(scope),
    virtualMachineId: IDS.machine,
    credentials: credentialsIn(scope),
    address: '10.0.0.4',
    sshPort: 22,
  }),
  (scope, props) => new VirtualMachineCompute(scope, 'It', props),
);

fuzzProps(
  'HDInsight as a compute',
  (scope) => ({
    ...common(scope),
    clusterId: IDS.hdinsight,
    credentials: credentialsIn(scope),
    address: 'hdi-ssh.azurehdinsight.net',
    sshPort: 22,
  }),
  (scope, props) => new HDInsightCompute(scope, 'It', props),
);

fuzzProps(
  'a compute instance',
  (scope) => ({
    ...common(scope),
    vmSize: VmSize.STANDARD_DS3_V2,
    assignedUser: {
      objectId: '22222222-2222-4222-8222-222222222222',
      tenantId: '33333333-3333-4333-8333-333333333333',
    },
    schedules: [ComputeInstanceSchedule.stop(Recurrence.daily({ at: '19:00' }))],
    subnetId: `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
    nodePublicIp: true,
    sshPublicKey: 'ssh-rsa AAAAB3NzaC1yc2E=',
    identity: identityIn(scope),
    removalPolicy: RemovalPolicy.DESTROY,
  }),
  (scope, props) => new ComputeInstance(scope, 'It', props),
);

fuzzArguments(
  'a schedule of an instance',
  () => ({ trigger: Recurrence.daily({ at: '19:00' }) }),
  (_, { trigger }) => ComputeInstanceSchedule.stop(trigger),
);

fuzzArguments(
  'a secret of a variable',
  (scope) => ({ variable: new TerraformVariable(scope, 'Given', { sensitive: true }) }),
  (_, { variable }) => ComputeSecret.fromVariable(variable),
);

fuzzArguments(
  'a secret of a vault',
  (scope) => ({
    vault: KeyVault.fromKeyVaultId(scope, 'Vault', VAULT_ID),
    secretName: 'key',
    secretVersion: 'f'.repeat(32),
  }),
  (_, { vault, secretName, secretVersion }) =>
    ComputeSecret.fromKeyVault(vault, secretName, secretVersion),
);

fuzzArguments(
  'credentials with a key',
  (scope) => ({ user: 'ada', secret: variableSecret(scope), publicKey: 'ssh-rsa AAAA' }),
  (_, { user, secret, publicKey }) => SshCredentials.withKey(user, secret, publicKey),
);

fuzzArguments(
  'credentials with a password',
  (scope) => ({ user: 'ada', secret: variableSecret(scope) }),
  (_, { user, secret }) => SshCredentials.withPassword(user, secret),
);

fuzzArguments(
  'a compute known by its id',
  () => ({ computeId: `${WORKSPACE_ID}/computes/cpu` }),
  (scope, { computeId }) => Compute.fromComputeId(scope, 'It', computeId),
);

fuzzArguments(
  'a compute known by its name',
  (scope) => ({ workspace: existingWorkspace(scope), name: 'cpu' }),
  (scope, { workspace, name }) => Compute.fromComputeName(scope, 'It', workspace, name),
);

fuzzProps(
  'the container of an environment',
  (scope) => ({
    name: 'sklearn',
    workspace: existingWorkspace(scope),
    image: 'python:3.11',
    osType: EnvironmentOs.LINUX,
    inferenceConfig: { scoringRoute: { path: '/score', port: 5001 } },
  }),
  (scope, props) => new Environment(scope, 'It', props),
);

fuzzProps(
  'an environment of a workspace, known by its attributes',
  (scope) => ({ name: 'sklearn', workspace: existingWorkspace(scope), version: '1' }),
  (_, attributes) => Environment.fromEnvironmentAttributes(attributes),
);

fuzzProps(
  'an environment of a registry, known by its attributes',
  () => ({ name: 'sklearn', registry: 'azureml', label: 'latest' }),
  (_, attributes) => Environment.fromEnvironmentAttributes(attributes),
);
