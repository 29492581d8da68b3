import { Principal } from '../../../lib/identity/principal';
import { DataLakeGen1Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import {
  FileShareDatastore,
  type FileShareDatastoreProps,
} from '../../../lib/machine-learning/datastore/file-share-datastore';
import {
  OneLakeDatastore,
  type OneLakeDatastoreProps,
} from '../../../lib/machine-learning/datastore/one-lake-datastore';
import { Match, StackAnnotations, Template } from '../../../lib/testing';
import {
  codesIn,
  existingWorkspace,
  freshStack,
  GROUP_ID,
  SUBSCRIPTION_ID,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { ML, onlyEmitted } from '../setup';
import { ACCOUNT_ID, accountIn } from './setup';

const GUID = '99999999-8888-4777-8666-555555555555';
const HEADER = { type: `${ML}/datastores@2025-06-01`, parent_id: WORKSPACE_ID };

function fileShare(props: Partial<FileShareDatastoreProps> = {}) {
  const stack = freshStack({ tags: { team: 'churn' } });
  const datastore = new FileShareDatastore(stack, 'Files', {
    name: 'files',
    workspace: existingWorkspace(stack),
    storageAccount: accountIn(stack),
    fileShareName: 'notebooks',
    ...props,
  });
  return { stack, datastore };
}

function oneLake(props: Partial<OneLakeDatastoreProps> = {}) {
  const stack = freshStack();
  const datastore = new OneLakeDatastore(stack, 'Lake', {
    name: 'lake',
    workspace: existingWorkspace(stack),
    oneLakeWorkspaceName: GUID,
    lakehouseName: `${GUID}/Files`,
    ...props,
  });
  return { stack, datastore };
}

describe('a file share datastore', () => {
  test('names the share and its account, without a key', () => {
    expect(onlyEmitted(fileShare().stack, 'datastores')).toEqual({
      ...HEADER,
      name: 'files',
      body: {
        properties: {
          datastoreType: 'AzureFile',
          fileShareName: 'notebooks',
          accountName: 'stbefore',
          endpoint: 'core.windows.net',
          protocol: 'https',
          resourceGroup: GROUP_ID.split('/').at(-1),
          subscriptionId: SUBSCRIPTION_ID,
          credentials: { credentialsType: 'None' },
          serviceDataAccessAuthIdentity: 'WorkspaceSystemAssignedIdentity',
        },
      },
    });
  });

  test('takes an identity, a description and tags, as text', () => {
    const { stack } = fileShare({
      serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED,
      description: '%{raw} data',
      tags: { stage: '${dev}' },
    });
    expect(onlyEmitted(stack, 'datastores').body.properties).toMatchObject({
      serviceDataAccessAuthIdentity: 'WorkspaceUserAssignedIdentity',
      description: '%%{raw} data',
      tags: { stage: '$${dev}' },
    });
  });

  test.each<[string, readonly string[]]>([
    ['abc', []],
    ['a-1', []],
    ['a'.repeat(63), []],
    ['ab', ['FileShareNameInvalid']],
    ['a'.repeat(64), ['FileShareNameInvalid']],
    ['a--b', ['FileShareNameInvalid']],
    ['-ab', ['FileShareNameInvalid']],
    ['Abc', ['FileShareNameInvalid']],
  ])('takes the share %s or not', (fileShareName, codes) => {
    expect(codesIn(() => fileShare({ fileShareName }))).toEqual(codes);
  });

  test('grants on the share alone, and once for granting twice', () => {
    const { stack, datastore } = fileShare();
    datastore.grantRead(Principal.user(GUID));
    datastore.grantRead(Principal.user(GUID));
    datastore.grantReadWrite(Principal.user(GUID));
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_assignment', 2, {
      scope: `${ACCOUNT_ID}/fileServices/default/fileshares/notebooks`,
      principal_id: GUID,
    });
    for (const role of ['b8eda974', '69566ab7']) {
      template.hasResource('azurerm_role_assignment', {
        role_definition_id: Match.stringMatching(new RegExp(role)),
      });
    }
  });
});

describe('a OneLake datastore', () => {
  test('names workspace and lakehouse of Fabric', () => {
    expect(onlyEmitted(oneLake().stack, 'datastores')).toEqual({
      ...HEADER,
      name: 'lake',
      body: {
        properties: {
          datastoreType: 'OneLake',
          oneLakeWorkspaceName: GUID,
          artifact: { artifactType: 'LakeHouse', artifactName: `${GUID}/Files` },
          endpoint: 'onelake.dfs.fabric.microsoft.com',
          credentials: { credentialsType: 'None' },
          serviceDataAccessAuthIdentity: 'WorkspaceSystemAssignedIdentity',
        },
      },
    });
  });

  test.each<[string, Partial<OneLakeDatastoreProps>, readonly string[]]>([
    ['a name', { oneLakeWorkspaceName: 'Sales Analytics' }, []],
    ['nothing but dashes', { oneLakeWorkspaceName: '--' }, ['OneLakeNameInvalid']],
    ['a lakehouse without name', { lakehouseName: '/' }, ['OneLakeNameInvalid']],
    ['another host', { endpoint: 'msit-onelake.dfs.fabric.microsoft.com' }, []],
    ['a URL', { endpoint: 'https://onelake.dfs.fabric.microsoft.com' }, ['OneLakeEndpointInvalid']],
    ['a path', { endpoint: 'onelake.dfs.fabric.microsoft.com/' }, ['OneLakeEndpointInvalid']],
    ['one word', { endpoint: 'onelake' }, ['OneLakeEndpointInvalid']],
  ])('takes %s or not', (_, props, codes) => {
    expect(codesIn(() => oneLake(props))).toEqual(codes);
  });

  test('takes what only Terraform will know', () => {
    const { text } = tokensIn(freshStack());
    const props = { oneLakeWorkspaceName: text, lakehouseName: text, endpoint: text };
    expect(codesIn(() => oneLake(props))).toEqual([]);
  });

  test('grants nothing, since Fabric has permissions of its own', () => {
    const { datastore } = oneLake();
    expect(codesIn(() => datastore.grantRead(Principal.user(GUID)))).toEqual([
      'DatastoreStorageUnknown',
    ]);
  });
});

describe('a Data Lake Gen1 datastore', () => {
  const gen1 = (storeName: string) => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    const datastore = new DataLakeGen1Datastore(stack, 'Old', {
      name: 'old',
      workspace,
      storeName,
    });
    return { stack, datastore };
  };

  test('is emitted so that an imported one stays as it is, with a warning', () => {
    const { stack } = gen1('olddatalake');
    expect(onlyEmitted(stack, 'datastores')).toEqual({
      ...HEADER,
      name: 'old',
      body: {
        properties: {
          datastoreType: 'AzureDataLakeGen1',
          storeName: 'olddatalake',
          credentials: { credentialsType: 'None' },
        },
      },
      lifecycle: { ignore_changes: ['body'] },
    });
    StackAnnotations.fromStack(stack).hasWarning(Match.stringMatching(/retired/), 'churn/Old');
  });

  test.each<[string, readonly string[]]>([
    ['abc', []],
    ['a'.repeat(24), []],
    ['ab', ['DataLakeStoreNameInvalid']],
    ['a'.repeat(25), ['DataLakeStoreNameInvalid']],
    ['a-bc', ['DataLakeStoreNameInvalid']],
    ['abc.azuredatalakestore.net', ['DataLakeStoreNameInvalid']],
  ])('takes the store %s or not', (storeName, codes) => {
    expect(codesIn(() => gen1(storeName))).toEqual(codes);
  });

  test('grants nothing, since its access lists are no roles', () => {
    const { datastore } = gen1('olddatalake');
    expect(codesIn(() => datastore.grantReadWrite(Principal.user(GUID)))).toEqual([
      'DatastoreStorageUnknown',
    ]);
  });
});
