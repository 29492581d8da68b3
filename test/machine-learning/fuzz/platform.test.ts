import { join } from 'node:path';
import { Duration } from '../../../lib/core/duration';
import { BuiltInRole } from '../../../lib/identity/built-in-role';
import { KeyVault } from '../../../lib/key-vault/key-vault';
import { Code } from '../../../lib/machine-learning/code/code';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { VmPriority } from '../../../lib/machine-learning/compute/vm-priority';
import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { ApplicationInsights } from '../../../lib/monitor/application-insights';
import { RemovalPolicy } from '../../../lib/platform/removal-policy';
import { ResourceGroup } from '../../../lib/resource-manager/resource-group';
import { StorageAccount } from '../../../lib/storage/storage-account';
import { StorageContainer } from '../../../lib/storage/storage-container';
import { fuzzArguments, fuzzProps } from '../../support/fuzz';
import { existingWorkspace, GROUP_ID, WORKSPACE_ID } from '../../support/stack';
import type { Construct } from 'constructs';

const ACCOUNT_ID = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/stbefore`;
const VAULT_ID = `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-before`;
const INSIGHTS_ID = `${GROUP_ID}/providers/Microsoft.Insights/components/appi-before`;
const REGISTRY_ID = `${GROUP_ID}/providers/Microsoft.ContainerRegistry/registries/acrbefore`;

const accountIn = (scope: Construct, id = 'Account') =>
  StorageAccount.fromStorageAccountAttributes(scope, id, { storageAccountId: ACCOUNT_ID });

const containerIn = (scope: Construct) =>
  StorageContainer.fromContainerName(scope, 'Container', accountIn(scope, 'Its'), 'raw');

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', { resourceGroupId: GROUP_ID });

fuzzProps(
  'a workspace',
  (scope) => ({
    name: 'mlw-churn',
    resourceGroup: groupIn(scope),
    publicNetworkAccess: true,
    location: 'westeurope',
    containerRegistryId: REGISTRY_ID,
    friendlyName: 'Churn',
    description: 'of the churn team',
    removalPolicy: RemovalPolicy.DESTROY,
    tags: { team: 'churn' },
  }),
  (scope, props) => new Workspace(scope, 'It', props),
);

fuzzProps(
  'a workspace with dependencies of its own',
  (scope) => ({
    name: 'mlw-churn',
    resourceGroup: groupIn(scope),
    publicNetworkAccess: false,
    storageAccount: accountIn(scope),
    keyVault: KeyVault.fromKeyVaultId(scope, 'Vault', VAULT_ID),
    applicationInsights: ApplicationInsights.fromApplicationInsightsId(scope, 'App', INSIGHTS_ID),
  }),
  (scope, props) => new Workspace(scope, 'It', props),
);

fuzzProps(
  'an existing workspace',
  (scope) => ({
    workspaceId: WORKSPACE_ID,
    location: 'westeurope',
    principalId: '99999999-8888-4777-8666-555555555555',
    storageAccount: accountIn(scope),
    codeContainer: containerIn(scope),
    invokerRole: BuiltInRole.AZUREML_DATA_SCIENTIST,
  }),
  (scope, props) => Workspace.fromWorkspaceAttributes(scope, 'It', props),
);

fuzzProps(
  'a cluster',
  (scope) => ({
    name: 'cpu',
    workspace: existingWorkspace(scope),
    vmSize: VmSize.STANDARD_DS3_V2,
    maxNodes: 4,
    minNodes: 1,
    idleBeforeScaleDown: Duration.minutes(5),
    vmPriority: VmPriority.LOW_PRIORITY,
    subnetId: `${GROUP_ID}/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
    nodePublicIp: false,
    description: 'for training',
    tags: { team: 'churn' },
  }),
  (scope, props) => new ComputeCluster(scope, 'It', props),
);

fuzzArguments(
  'an existing compute',
  (scope) => ({ workspace: existingWorkspace(scope), name: 'cpu' }),
  (scope, { workspace, name }) => ComputeCluster.fromComputeName(scope, 'It', workspace, name),
);

fuzzArguments(
  'a size',
  (scope) => ({ workspace: existingWorkspace(scope), name: 'STANDARD_D64S_V5' }),
  (scope, { workspace, name }) =>
    new ComputeCluster(scope, 'It', {
      name: 'cpu',
      workspace,
      maxNodes: 1,
      vmSize: VmSize.of(name),
    }),
);

fuzzProps(
  'a blob datastore',
  (scope) => ({
    name: 'raw',
    workspace: existingWorkspace(scope),
    container: containerIn(scope),
    serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED,
    description: 'raw data',
    tags: { team: 'churn' },
  }),
  (scope, props) => new BlobDatastore(scope, 'It', props),
);

fuzzArguments(
  'an existing datastore',
  (scope) => ({ workspace: existingWorkspace(scope), name: 'raw' }),
  (scope, { workspace, name }) => BlobDatastore.fromDatastoreName(scope, 'It', workspace, name),
);

fuzzProps(
  'an environment',
  (scope) => ({
    name: 'sklearn',
    workspace: existingWorkspace(scope),
    image: 'mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:1',
    conda: CondaFile.fromText('dependencies: [python=3.11]'),
    version: '1',
    description: 'with sklearn',
    tags: { team: 'churn' },
  }),
  (scope, props) => new Environment(scope, 'It', props),
);

fuzzProps(
  'an environment with a version of its own',
  (scope) => ({ name: 'sklearn', workspace: existingWorkspace(scope), image: 'python:3.11' }),
  (scope, props) => new Environment(scope, 'It', props),
);

fuzzArguments(
  'a curated environment',
  () => ({ name: 'sklearn-1.5', version: '1' }),
  (_scope, { name, version }) => Environment.curated(name, version),
);

fuzzArguments(
  'a registered environment',
  (scope) => ({ workspace: existingWorkspace(scope), name: 'sklearn', version: '1' }),
  (_scope, { workspace, name, version }) => Environment.fromVersion(workspace, name, version),
);

fuzzArguments(
  'the text of a conda file',
  () => ({ text: 'dependencies: []' }),
  (_scope, { text }) => CondaFile.fromText(text),
);

fuzzArguments(
  'the path of a conda file',
  () => ({ path: join(__dirname, '../../../examples/01-quickstart/conda.yaml') }),
  (_scope, { path }) => CondaFile.fromFile(path),
);

fuzzArguments(
  'the folder of code',
  () => ({ directory: __dirname }),
  (_scope, { directory }) => Code.fromDirectory(directory),
);
