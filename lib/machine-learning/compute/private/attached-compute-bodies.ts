import type { ArmObject } from '../../../azapi/azapi-types';
import type { DatabricksComputeProps } from '../databricks-compute';
import type { DataLakeAnalyticsComputeProps } from '../data-lake-analytics-compute';
import type { HDInsightComputeProps } from '../hdinsight-compute';
import type { KubernetesComputeProps } from '../kubernetes-compute';
import type { SshCredentials } from '../ssh-credentials';
import type { SynapseSparkComputeProps } from '../synapse-spark-compute';
import type { VirtualMachineComputeProps } from '../virtual-machine-compute';
import type { SshTarget } from './ssh-credentials-rules';

type Databricks = Pick<DatabricksComputeProps, 'databricksWorkspaceId' | 'workspaceUrl'>;
type DataLake = Pick<DataLakeAnalyticsComputeProps, 'accountId' | 'dataLakeStoreAccountName'>;
type Spark = Pick<SynapseSparkComputeProps, 'sparkPoolId'>;
type Kubernetes = Pick<
  KubernetesComputeProps,
  'clusterId' | 'namespace' | 'instanceTypes' | 'defaultInstanceType'
>;
type Ssh = SshTarget & { readonly credentials: Pick<SshCredentials, 'userName'> };
type Machine = Pick<VirtualMachineComputeProps, 'virtualMachineId'> & Ssh;
type HadoopCluster = Pick<HDInsightComputeProps, 'clusterId'> & Ssh;

/** `properties` of an attached Databricks workspace, without the token. Pure, as all of these. */
export function renderDatabricksCompute(props: Databricks): ArmObject {
  const { databricksWorkspaceId: resourceId, workspaceUrl } = props;
  return { computeType: 'Databricks', resourceId, ...inner({ workspaceUrl }) };
}

/** `properties` of an attached Data Lake Analytics account. */
export function renderDataLakeAnalyticsCompute(props: DataLake): ArmObject {
  const { accountId: resourceId, dataLakeStoreAccountName } = props;
  return { computeType: 'DataLakeAnalytics', resourceId, ...inner({ dataLakeStoreAccountName }) };
}

/** `properties` of an attached Spark pool. The service reads the size of the pool from Synapse. */
export function renderSynapseSparkCompute({ sparkPoolId: resourceId }: Spark): ArmObject {
  return { computeType: 'SynapseSpark', resourceId };
}

/** `properties` of an attached Kubernetes cluster. */
export function renderKubernetesCompute(props: Kubernetes): ArmObject {
  const { clusterId: resourceId, namespace, defaultInstanceType, instanceTypes } = props;
  const rendered =
    instanceTypes === undefined
      ? undefined
      : Object.fromEntries(
          Object.entries(instanceTypes).map(([name, { nodeSelector, requests, limits }]) => [
            name,
            given({ nodeSelector, resources: given({ requests, limits }) }),
          ]),
        );
  return {
    computeType: 'Kubernetes',
    resourceId,
    ...inner({ namespace, defaultInstanceType, instanceTypes: rendered }),
  };
}

/** `properties` of an attached virtual machine, without key and password. */
export function renderVirtualMachineCompute(props: Machine): ArmObject {
  return { computeType: 'VirtualMachine', resourceId: props.virtualMachineId, ...ssh(props) };
}

/** `properties` of an attached HDInsight cluster, without key and password. */
export function renderHDInsightCompute(props: HadoopCluster): ArmObject {
  return { computeType: 'HDInsight', resourceId: props.clusterId, ...ssh(props) };
}

function ssh({ address, sshPort, credentials }: Ssh): ArmObject {
  return inner({ address, sshPort, administratorAccount: { username: credentials.userName } });
}

/** The inner `properties`, left out where there is none. */
function inner(members: ArmObject): ArmObject {
  const properties = given(members);
  return Object.keys(properties).length === 0 ? {} : { properties };
}

/** The members that are given. */
function given(members: ArmObject): ArmObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
