import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { KeyVault } from '../../../lib/key-vault/key-vault';
import { ComputeSecret } from '../../../lib/machine-learning/compute/compute-secret';
import { DatabricksCompute } from '../../../lib/machine-learning/compute/databricks-compute';
import { DataLakeAnalyticsCompute } from '../../../lib/machine-learning/compute/data-lake-analytics-compute';
import { HDInsightCompute } from '../../../lib/machine-learning/compute/hdinsight-compute';
import { KubernetesCompute } from '../../../lib/machine-learning/compute/kubernetes-compute';
import { SshCredentials } from '../../../lib/machine-learning/compute/ssh-credentials';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import { VirtualMachineCompute } from '../../../lib/machine-learning/compute/virtual-machine-compute';
import type { IWorkspace } from '../../../lib/machine-learning/workspace-types';
import { GROUP_ID } from '../../support/stack';

/** ARM ids of what is attached. */
export const IDS = {
  databricks: `${GROUP_ID}/providers/Microsoft.Databricks/workspaces/dbw`,
  dataLake: `${GROUP_ID}/providers/Microsoft.DataLakeAnalytics/accounts/adla`,
  spark: `${GROUP_ID}/providers/Microsoft.Synapse/workspaces/syn/bigDataPools/pool`,
  aks: `${GROUP_ID}/providers/Microsoft.ContainerService/managedClusters/aks`,
  arc: `${GROUP_ID}/providers/Microsoft.Kubernetes/connectedClusters/arc`,
  machine: `${GROUP_ID}/providers/Microsoft.Compute/virtualMachines/vm`,
  hdinsight: `${GROUP_ID}/providers/Microsoft.HDInsight/clusters/hdi`,
} as const;

/** A secret of a sensitive variable. */
export function variableSecret(scope: Construct, name = 'token'): ComputeSecret {
  return ComputeSecret.fromVariable(
    new TerraformVariable(scope, name, { type: 'string', sensitive: true }),
  );
}

/** A secret of a key vault that exists. */
export function vaultSecret(scope: Construct): ComputeSecret {
  const vault = KeyVault.fromKeyVaultId(
    scope,
    'Vault',
    `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-before`,
  );
  return ComputeSecret.fromKeyVault(vault, 'vm-key');
}

/** One of each attached compute, with least props or with all. */
export function attachAll(scope: Construct, workspace: IWorkspace, all: boolean): void {
  const common = (name: string) => ({
    name,
    workspace,
    ...(all ? { tags: { team: 'churn' } } : {}),
  });
  new DatabricksCompute(scope, 'Databricks', {
    ...common('dbw'),
    databricksWorkspaceId: IDS.databricks,
    accessToken: variableSecret(scope),
    ...(all ? { workspaceUrl: 'adb-123.4.azuredatabricks.net' } : {}),
  });
  new DataLakeAnalyticsCompute(scope, 'Lake', {
    ...common('lake'),
    accountId: IDS.dataLake,
    ...(all ? { dataLakeStoreAccountName: 'adls' } : {}),
  });
  new SynapseSparkCompute(scope, 'Spark', { ...common('spark'), sparkPoolId: IDS.spark });
  new KubernetesCompute(scope, 'Kubernetes', {
    ...common('k8s'),
    clusterId: all ? IDS.arc : IDS.aks,
    ...(all
      ? {
          namespace: 'ml',
          defaultInstanceType: 'gpu',
          instanceTypes: {
            gpu: {
              requests: { cpu: '1', memory: '4Gi' },
              limits: { cpu: '2', memory: '8Gi', 'nvidia.com/gpu': '1' },
              nodeSelector: { pool: 'gpu' },
            },
            small: {},
          },
        }
      : {}),
  });
  const key = variableSecret(scope, 'key');
  new VirtualMachineCompute(scope, 'Machine', {
    ...common('vm-jobs'),
    virtualMachineId: IDS.machine,
    credentials: SshCredentials.withKey('azureuser', key, ...(all ? ['ssh-rsa AAAA'] : [])),
    ...(all ? { address: '10.0.0.4', sshPort: 50_000 } : {}),
  });
  new HDInsightCompute(scope, 'Hdi', {
    ...common('hdi'),
    clusterId: IDS.hdinsight,
    credentials: SshCredentials.withPassword('sshuser', variableSecret(scope, 'password')),
    ...(all ? { address: 'hdi-ssh.azurehdinsight.net', sshPort: 2222 } : {}),
  });
}
