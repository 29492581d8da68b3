import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { KeyVault } from '../../../lib/key-vault/key-vault';
import { Compute } from '../../../lib/machine-learning/compute/compute';
import { ComputeCluster } from '../../../lib/machine-learning/compute/compute-cluster';
import { ComputeSecret } from '../../../lib/machine-learning/compute/compute-secret';
import {
  DatabricksCompute,
  type DatabricksComputeProps,
} from '../../../lib/machine-learning/compute/databricks-compute';
import {
  DataLakeAnalyticsCompute,
  type DataLakeAnalyticsComputeProps,
} from '../../../lib/machine-learning/compute/data-lake-analytics-compute';
import { HDInsightCompute } from '../../../lib/machine-learning/compute/hdinsight-compute';
import {
  KubernetesCompute,
  type KubernetesComputeProps,
} from '../../../lib/machine-learning/compute/kubernetes-compute';
import { SshCredentials } from '../../../lib/machine-learning/compute/ssh-credentials';
import { SynapseSparkCompute } from '../../../lib/machine-learning/compute/synapse-spark-compute';
import {
  VirtualMachineCompute,
  type VirtualMachineComputeProps,
} from '../../../lib/machine-learning/compute/virtual-machine-compute';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  existingPlatform,
  freshStack,
  problemsIn,
  tokensIn,
  WORKSPACE_ID,
  GROUP_ID,
} from '../../support/stack';
import { ACCOUNT_ID, containerIn } from '../datastore/setup';
import { IDS, variableSecret } from './attached';

const GUID = '99999999-8888-4777-8666-555555555555';

function databricksCodes(props: Partial<DatabricksComputeProps>) {
  const { stack, workspace } = existingPlatform();
  const accessToken = variableSecret(stack);
  const { databricks: databricksWorkspaceId } = IDS;
  return codesIn(
    () =>
      new DatabricksCompute(stack, 'It', {
        name: 'dbw',
        workspace,
        accessToken,
        databricksWorkspaceId,
        ...props,
      }),
  );
}

function lakeCodes(props: Partial<DataLakeAnalyticsComputeProps>) {
  const { stack, workspace } = existingPlatform();
  const base = { name: 'lake', workspace, accountId: IDS.dataLake };
  return codesIn(() => new DataLakeAnalyticsCompute(stack, 'It', { ...base, ...props }));
}

function kubernetesProblems(props: Partial<KubernetesComputeProps>) {
  const { stack, workspace } = existingPlatform();
  const base = { name: 'k8s', workspace, clusterId: IDS.aks };
  return problemsIn(() => new KubernetesCompute(stack, 'It', { ...base, ...props }));
}

function machineCodes(props: Partial<VirtualMachineComputeProps>) {
  const { stack, workspace } = existingPlatform();
  const credentials = SshCredentials.withPassword('ada', variableSecret(stack));
  const { machine: virtualMachineId } = IDS;
  return codesIn(
    () =>
      new VirtualMachineCompute(stack, 'It', {
        name: 'vm-jobs',
        workspace,
        credentials,
        virtualMachineId,
        ...props,
      }),
  );
}

const token = (): string => tokensIn(freshStack()).text;

describe('what is attached', () => {
  test.each<[string, (id: string) => readonly string[], string, string]>([
    [
      'Databricks',
      (databricksWorkspaceId) => databricksCodes({ databricksWorkspaceId }),
      IDS.databricks,
      'DatabricksWorkspaceIdInvalid',
    ],
    [
      'Data Lake Analytics',
      (accountId) => lakeCodes({ accountId }),
      IDS.dataLake,
      'DataLakeAnalyticsAccountIdInvalid',
    ],
    [
      'a Spark pool',
      (sparkPoolId) => {
        const { stack, workspace } = existingPlatform();
        const props = { name: 'spark', workspace, sparkPoolId };
        return codesIn(() => new SynapseSparkCompute(stack, 'It', props));
      },
      IDS.spark,
      'SparkPoolIdInvalid',
    ],
    [
      'Kubernetes',
      (clusterId) => kubernetesProblems({ clusterId }).map(({ code }) => code),
      IDS.arc,
      'KubernetesClusterIdInvalid',
    ],
    [
      'a machine',
      (virtualMachineId) => machineCodes({ virtualMachineId }),
      IDS.machine,
      'VirtualMachineIdInvalid',
    ],
    [
      'HDInsight',
      (clusterId) => {
        const { stack, workspace } = existingPlatform();
        const credentials = SshCredentials.withPassword('ada', variableSecret(stack));
        const props = { name: 'hdi', workspace, clusterId, credentials };
        return codesIn(() => new HDInsightCompute(stack, 'It', props));
      },
      IDS.hdinsight,
      'HdInsightClusterIdInvalid',
    ],
  ])('as %s is an id of its type, or a token', (_, codesOf, id, code) => {
    expect(codesOf(id)).toEqual([]);
    expect(codesOf(token())).toEqual([]);
    expect(codesOf(WORKSPACE_ID)).toEqual([code]);
    expect(codesOf('dbw')).toEqual([code]);
  });

  test.each<[string, readonly string[]]>([
    ['dbw', []],
    ['a'.repeat(32), []],
    ['a'.repeat(33), ['ComputeNameInvalid']],
    ['db', ['ComputeNameInvalid']],
    ['db_w', ['ComputeNameInvalid']],
  ])('has a name: %s', (name, codes) => {
    expect(databricksCodes({ name })).toEqual(codes);
  });

  test('of one name is there once, whatever its kind', () => {
    const { stack, workspace } = existingPlatform();
    const props = { name: 'same', workspace };
    new SynapseSparkCompute(stack, 'Spark', { ...props, sparkPoolId: IDS.spark });
    const [problem] = problemsIn(
      () => new KubernetesCompute(stack, 'Kubernetes', { ...props, clusterId: IDS.aks }),
    );
    expect([problem?.code, problem?.must]).toEqual([
      'ComputeNameTaken',
      expect.stringContaining('churn/Spark '),
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['adb-1.2.azuredatabricks.net', []],
    [token(), []],
    ['https://adb-1.2.azuredatabricks.net', ['DatabricksWorkspaceUrlInvalid']],
    ['adb-1.2.azuredatabricks.net/', ['DatabricksWorkspaceUrlInvalid']],
    ['adb', ['DatabricksWorkspaceUrlInvalid']],
  ])('of Databricks has a host: %s', (workspaceUrl, codes) => {
    expect(databricksCodes({ workspaceUrl })).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    ['abc', []],
    ['a'.repeat(24), []],
    ['a'.repeat(25), ['DataLakeStoreAccountNameInvalid']],
    ['ab', ['DataLakeStoreAccountNameInvalid']],
    ['ABC', ['DataLakeStoreAccountNameInvalid']],
  ])('of Data Lake has a store: %s', (dataLakeStoreAccountName, codes) => {
    expect(lakeCodes({ dataLakeStoreAccountName })).toEqual(codes);
  });
});

describe('a Kubernetes cluster', () => {
  test.each<[string, readonly string[]]>([
    ['ml', []],
    ['a'.repeat(63), []],
    ['a'.repeat(64), ['KubernetesNamespaceInvalid']],
    ['ML', ['KubernetesNamespaceInvalid']],
    ['ml-', ['KubernetesNamespaceInvalid']],
    [token(), []],
  ])('has a namespace: %s', (namespace, codes) => {
    expect(kubernetesProblems({ namespace }).map(({ code }) => code)).toEqual(codes);
  });

  test('has instance types of good names', () => {
    const codesWith = (name: string) =>
      kubernetesProblems({ instanceTypes: { [name]: {} } }).map(({ code }) => code);
    expect(codesWith('gpu')).toEqual([]);
    expect(codesWith('GPU')).toEqual(['KubernetesInstanceTypeInvalid']);
  });

  test('has a default among its instance types, where it names any', () => {
    const instanceTypes = { small: {}, large: {} };
    expect(kubernetesProblems({ defaultInstanceType: 'anything' })).toEqual([]);
    expect(kubernetesProblems({ defaultInstanceType: 'large', instanceTypes })).toEqual([]);
    expect(kubernetesProblems({ defaultInstanceType: token(), instanceTypes })).toEqual([]);
    expect(kubernetesProblems({ defaultInstanceType: 'lagre', instanceTypes })).toMatchObject([
      { code: 'KubernetesInstanceTypeUnknown', fix: 'did you mean large' },
    ]);
  });
});

describe('a machine reached by SSH', () => {
  test.each<[Partial<VirtualMachineComputeProps>, readonly string[]]>([
    [{ sshPort: 1 }, []],
    [{ sshPort: 65_535 }, []],
    [{ sshPort: 0 }, ['SshPortOutOfRange']],
    [{ sshPort: 65_536 }, ['SshPortOutOfRange']],
    [{ sshPort: 22.5 }, ['PropertyTypeInvalid']],
    [{ address: '10.0.0.4' }, []],
    [{ address: 'fe80::1' }, []],
    [{ address: 'vm.contoso.net' }, []],
    [{ address: 'ada@vm.contoso.net' }, ['SshAddressInvalid']],
    [{ address: 'ssh://vm' }, ['SshAddressInvalid']],
  ])('%j', (props, codes) => {
    expect(machineCodes(props)).toEqual(codes);
  });

  test('may have port and address from Terraform', () => {
    const { number, text } = tokensIn(freshStack());
    expect(machineCodes({ sshPort: number, address: text })).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['ada', []],
    ['a'.repeat(64), []],
    ['a'.repeat(65), ['SshUserNameInvalid']],
    ['a da', ['SshUserNameInvalid']],
    ['a/da', ['SshUserNameInvalid']],
  ])('has a user: %s', (userName, codes) => {
    const secret = variableSecret(freshStack());
    expect(codesIn(() => SshCredentials.withKey(userName, secret))).toEqual(codes);
    expect(codesIn(() => SshCredentials.withPassword(userName, secret))).toEqual(codes);
  });
});

describe('a secret', () => {
  const vaultIn = (scope: Construct) =>
    KeyVault.fromKeyVaultId(scope, 'Vault', `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-x`);

  test('of a variable must be declared sensitive', () => {
    const plain = new TerraformVariable(freshStack(), 'plain', {});
    expect(codesIn(() => ComputeSecret.fromVariable(plain))).toEqual([
      'SecretVariableNotSensitive',
    ]);
  });

  test.each<[string, string | undefined, readonly string[]]>([
    ['key', undefined, []],
    ['k'.repeat(127), 'f'.repeat(32), []],
    ['k'.repeat(128), undefined, ['SecretNameInvalid']],
    ['my_key', undefined, ['SecretNameInvalid']],
    ['key', 'f'.repeat(31), ['SecretVersionInvalid']],
    ['key', 'latest', ['SecretVersionInvalid']],
    [token(), token(), []],
  ])('of a vault has a name and perhaps a version: %s, %s', (name, version, codes) => {
    const vault = vaultIn(freshStack());
    expect(codesIn(() => ComputeSecret.fromKeyVault(vault, name, version))).toEqual(codes);
  });

  test('of a vault is read as an ephemeral resource, by no data source', () => {
    const { stack, workspace } = existingPlatform();
    const version = 'f'.repeat(32);
    new DatabricksCompute(stack, 'It', {
      name: 'dbw',
      workspace,
      databricksWorkspaceId: IDS.databricks,
      accessToken: ComputeSecret.fromKeyVault(vaultIn(stack), 'pat', version),
    });
    const template = Template.fromStack(stack);
    const json = template.toJson();
    const ephemeral = json['ephemeral'] as { readonly azurerm_key_vault_secret: object };
    const [[address, block] = []] = Object.entries(ephemeral.azurerm_key_vault_secret);
    expect(block).toEqual({
      name: 'pat',
      key_vault_id: `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-x`,
      version,
    });
    expect(json).not.toHaveProperty('data');
    template.hasResource('azapi_resource', {
      sensitive_body: {
        properties: {
          properties: {
            databricksAccessToken: `\${ephemeral.azurerm_key_vault_secret.${address ?? ''}.value}`,
          },
        },
      },
    });
  });
});

describe('an existing compute', () => {
  test('is known by its id, with its workspace, and emits nothing', () => {
    const stack = freshStack();
    const compute = Compute.fromComputeId(stack, 'It', `${WORKSPACE_ID}/computes/cpu`);
    expect([compute.computeName, compute.workspace.workspaceId]).toEqual(['cpu', WORKSPACE_ID]);
    expect(Template.fromStack(stack).toJson()).not.toHaveProperty('resource');
  });

  test('is known by its name', () => {
    const { stack, workspace } = existingPlatform();
    expect(Compute.fromComputeName(stack, 'It', workspace, 'cpu').computeId).toBe(
      `${WORKSPACE_ID}/computes/cpu`,
    );
  });

  test('is granted to where its identity is known', () => {
    const { stack, workspace } = existingPlatform();
    const attributes = { workspace, name: 'cpu', principalId: GUID };
    const compute = Compute.fromComputeAttributes(stack, 'It', attributes);
    const cluster = ComputeCluster.fromComputeAttributes(stack, 'Same', attributes);
    containerIn(stack).grantRead(compute);
    containerIn(stack, ACCOUNT_ID, 'Other').grantReadWrite(cluster);
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_assignment', 2, {
      scope: `${ACCOUNT_ID}/blobServices/default/containers/raw`,
      principal_id: GUID,
      principal_type: 'ServicePrincipal',
    });
    expect([compute.computeId, compute.computeName]).toEqual([
      `${WORKSPACE_ID}/computes/cpu`,
      'cpu',
    ]);
  });

  test('is not granted to where its identity is not known', () => {
    const { stack, workspace } = existingPlatform();
    const compute = Compute.fromComputeAttributes(stack, 'It', { workspace, name: 'cpu' });
    const [problem] = problemsIn(() => containerIn(stack).grantRead(compute));
    expect([problem?.code, problem?.fix]).toEqual([
      'ComputePrincipalUnknown',
      expect.stringContaining('principalId'),
    ]);
  });

  test.each<[string, readonly string[]]>([
    [GUID, []],
    [token(), []],
    ['cpu', ['ComputePrincipalInvalid']],
  ])('has the identity %s or not', (principalId, codes) => {
    const { stack, workspace } = existingPlatform();
    const attributes = { workspace, name: 'cpu', principalId };
    expect(codesIn(() => Compute.fromComputeAttributes(stack, 'It', attributes))).toEqual(codes);
  });

  test.each<[string, readonly string[]]>([
    [WORKSPACE_ID, ['ComputeIdInvalid']],
    ['cpu', ['ComputeIdInvalid']],
    [token(), ['PropertyTypeInvalid']],
  ])('is not known by %s', (id, codes) => {
    expect(codesIn(() => Compute.fromComputeId(freshStack(), 'It', id))).toEqual(codes);
  });
});
