import {
  AzureMlLinkedService,
  BinaryDataset,
  BlobStorageLinkedService,
  DatabricksLinkedService,
  type DatabricksLinkedServiceProps,
  DataFactoryGit,
  DataFactoryPipeline,
  Dataset,
  KeyVaultLinkedService,
} from '../../../lib/data-factory';
import { AzureCloud } from '../../../lib/core/cloud';
import { KeyVault } from '../../../lib/key-vault/key-vault';
import { Match, StackAnnotations, Template } from '../../../lib/testing';
import { codesOf, GROUP_ID, GUID, LINKED_SERVICE_TYPE, setUp } from '../setup';

const WORKSPACE = `${GROUP_ID}/providers/Microsoft.Databricks/workspaces/dbw`;

function databricks(props: Partial<DatabricksLinkedServiceProps>) {
  const { stack, factory } = setUp();
  return new DatabricksLinkedService(stack, 'D', {
    factory,
    workspaceUrl: 'https://adb-1.2.azuredatabricks.net',
    ...props,
  });
}

describe('linked services', () => {
  test('reach blobs as the identity of the factory, once its role is assigned', () => {
    const { stack, factory, storageAccount } = setUp();
    new BlobStorageLinkedService(stack, 'My-blobs', { factory, storageAccount });
    Template.fromStack(stack).hasResource('azapi_resource', {
      type: LINKED_SERVICE_TYPE,
      name: 'My_blobs',
      body: {
        properties: {
          type: 'AzureBlobStorage',
          typeProperties: Match.exact({
            serviceEndpoint: 'https://stchurn.blob.core.windows.net',
            accountKind: 'StorageV2',
          }),
        },
      },
      depends_on: [Match.stringMatching(/^azurerm_role_assignment\./)],
    });
  });

  test.each<[string, () => unknown]>([
    [
      'LinkedServiceStorageOtherCloud',
      () => {
        const { stack, factory, storageAccount } = setUp({}, { cloud: AzureCloud.CHINA });
        return new BlobStorageLinkedService(stack, 'B', { factory, storageAccount });
      },
    ],
    ['DatabricksClusterUnclear', () => databricks({ workspaceId: WORKSPACE })],
    ['DatabricksSignInUnclear', () => databricks({ existingClusterId: 'a' })],
    [
      'DatabricksWorkspaceIdInvalid',
      () => databricks({ workspaceId: 'a', existingClusterId: 'a' }),
    ],
    [
      'DatabricksUrlInvalid',
      () => databricks({ workspaceUrl: 'a', workspaceId: WORKSPACE, existingClusterId: 'a' }),
    ],
    [
      'LinkedServiceNameInvalid',
      () => databricks({ name: 'a-b', workspaceId: WORKSPACE, existingClusterId: 'a' }),
    ],
  ])('fail with %s', (code, make) => {
    expect(codesOf(make)).toEqual([code]);
  });

  test('read secrets through the vault of their own factory', () => {
    const { stack, factory, workspace } = setUp();
    const other = setUp();
    const keyVault = KeyVault.fromKeyVaultId(
      other.stack,
      'Vault',
      `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/kv-churn`,
    );
    const linkedService = new KeyVaultLinkedService(other.stack, 'V', {
      factory: other.factory,
      keyVault,
    });
    const key = { linkedService, secretName: 'key' };
    expect(
      codesOf(
        () =>
          new AzureMlLinkedService(stack, 'Ml', {
            factory,
            workspace,
            servicePrincipal: { clientId: GUID, tenantId: GUID, key },
          }),
      ),
    ).toEqual(['AzureMlKeyOfOtherFactory']);
    expect(codesOf(() => databricks({ accessToken: key, existingClusterId: 'a' }))).toEqual([
      'LinkedServiceSecretOfOtherFactory',
    ]);
  });
});

describe('datasets', () => {
  test.each<[string, object]>([
    ['DatasetNameInvalid', { name: 'a-b' }],
    ['BinaryDatasetPathInvalid', { path: '/a' }],
    ['BinaryDatasetFileInvalid', { file: 'a/b' }],
  ])('fail with %s', (code, props) => {
    const { stack, factory, storageAccount } = setUp();
    const linkedService = new BlobStorageLinkedService(stack, 'B', { factory, storageAccount });
    expect(
      codesOf(() => new BinaryDataset(stack, 'D', { linkedService, container: 'a', ...props })),
    ).toEqual([code]);
    expect(
      codesOf(() => new Dataset(stack, 'R', { linkedService, type: '', typeProperties: {} })),
    ).toEqual(['PropertyTypeInvalid']);
  });
});

describe('a factory', () => {
  test('needs an identity of its own before it reads a key', () => {
    expect(codesOf(() => setUp({ customerManagedKey: { keyId: 'https://a' } }))).toEqual([
      'DataFactoryKeyNeedsIdentity',
    ]);
  });

  test('warns where pipelines are declared beside Git, and only there', () => {
    const git = DataFactoryGit.azureDevOps({
      account: 'a',
      project: 'b',
      repository: 'c',
      tenantId: GUID,
    });
    const warnings = (withPipeline: boolean) => {
      const { stack, factory } = setUp({ git });
      if (withPipeline) new DataFactoryPipeline(stack, 'P', { factory });
      return StackAnnotations.fromStack(stack);
    };
    warnings(true).hasWarning(Match.stringMatching(/published from Git/));
    expect(warnings(false).all()).toEqual([]);
    expect(
      codesOf(() => DataFactoryGit.gitHub({ account: 'a', repository: 'b', rootFolder: 'c' })),
    ).toEqual(['DataFactoryGitFolderInvalid']);
  });

  test('runs one machine learning pipeline in one line', () => {
    const { stack, factory, v1 } = setUp();
    factory.runPipeline('Train', { pipeline: v1, experimentName: 'churn' });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: 'Train',
      body: { properties: { activities: [{ name: 'Train', type: 'AzureMLExecutePipeline' }] } },
    });
  });
});
