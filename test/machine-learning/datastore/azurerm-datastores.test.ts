import { BlobDatastore } from '../../../lib/machine-learning/datastore/blob-datastore';
import { DataLakeGen2Datastore } from '../../../lib/machine-learning/datastore/data-lake-gen2-datastore';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { StorageAccount } from '../../../lib/storage/storage-account';
import { StorageContainer } from '../../../lib/storage/storage-container';
import { ResourceGroup } from '../../../lib/resource-manager/resource-group';
import { Template } from '../../../lib/testing';
import { Principal } from '../../../lib/identity/principal';
import { App } from 'cdktf';
import {
  containerOf,
  declaredPlatform,
  existingWorkspace,
  freshStack,
  resolvedIn,
  SUBSCRIPTION_ID,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { onlyEmitted } from '../setup';
import { ACCOUNT_ID, containerIn, OTHER_ACCOUNT_ID, OTHER_SUBSCRIPTION_ID } from './setup';

const GEN2 = 'azurerm_machine_learning_datastore_datalake_gen2';
const BLOB = 'azurerm_machine_learning_datastore_blobstorage';
const GUID = '99999999-8888-4777-8666-555555555555';

/** The workspace of all stacks, as if it were in another subscription. */
const OTHER_WORKSPACE_ID = WORKSPACE_ID.replace(/(?<=subscriptions\/)[^/]+/, OTHER_SUBSCRIPTION_ID);

describe('a Data Lake Gen2 datastore', () => {
  test('names its file system, without credentials, and without tags that would replace it', () => {
    const { stack, workspace } = declaredPlatform({ tags: { team: 'churn' } });
    const container = containerOf(workspace);
    new DataLakeGen2Datastore(stack, 'Lake', { name: 'lake', workspace, container });
    expect(Template.fromStack(stack).resource(GEN2)).toEqual({
      name: 'lake',
      workspace_id: resolvedIn(stack, workspace.workspaceId),
      storage_container_id: resolvedIn(stack, container.containerId),
      service_data_identity: 'WorkspaceSystemAssignedIdentity',
    });
  });

  test('takes an identity, a description and tags, as text', () => {
    const stack = freshStack();
    new DataLakeGen2Datastore(stack, 'Lake', {
      name: 'lake',
      workspace: existingWorkspace(stack),
      container: containerIn(stack),
      serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED,
      description: '%{raw} data',
      tags: { stage: '${dev}' },
    });
    expect(Template.fromStack(stack).resource(GEN2)).toEqual({
      name: 'lake',
      workspace_id: WORKSPACE_ID,
      storage_container_id: `${ACCOUNT_ID}/blobServices/default/containers/raw`,
      service_data_identity: 'WorkspaceUserAssignedIdentity',
      description: '%%{raw} data',
      tags: { stage: '$${dev}' },
    });
  });

  test('takes a file system of another subscription as it is, since azurerm does', () => {
    const stack = freshStack();
    new DataLakeGen2Datastore(stack, 'Lake', {
      name: 'lake',
      workspace: existingWorkspace(stack),
      container: containerIn(stack, OTHER_ACCOUNT_ID),
    });
    Template.fromStack(stack).resourceCountIs(GEN2, 1);
  });

  test('goes around azurerm for a workspace of another subscription', () => {
    const stack = freshStack();
    new DataLakeGen2Datastore(stack, 'Lake', {
      name: 'lake',
      workspace: Workspace.fromWorkspaceAttributes(stack, 'There', {
        workspaceId: OTHER_WORKSPACE_ID,
      }),
      container: containerIn(stack),
    });
    expect(onlyEmitted(stack, 'datastores')).toMatchObject({
      parent_id: OTHER_WORKSPACE_ID,
      body: { properties: { datastoreType: 'AzureDataLakeGen2', filesystem: 'raw' } },
    });
  });

  test('lets others read or write its data by roles on the file system alone', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    const container = containerIn(stack);
    const lake = new DataLakeGen2Datastore(stack, 'Lake', { name: 'lake', workspace, container });
    lake.grantRead(Principal.group(GUID));
    lake.grantReadWrite(Principal.group(GUID));
    Template.fromStack(stack).resourceCountIs('azurerm_role_assignment', 2, {
      scope: container.containerId,
    });
  });
});

describe('a blob datastore over a container of another subscription', () => {
  test('goes around azurerm, which would look in its own', () => {
    const stack = freshStack();
    const workspace = existingWorkspace(stack);
    const container = containerIn(stack, OTHER_ACCOUNT_ID);
    new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
    expect(onlyEmitted(stack, 'datastores').body).toEqual({
      properties: {
        datastoreType: 'AzureBlob',
        containerName: 'raw',
        accountName: 'stbefore',
        endpoint: 'core.windows.net',
        protocol: 'https',
        resourceGroup: 'rg-before',
        subscriptionId: OTHER_SUBSCRIPTION_ID,
        credentials: { credentialsType: 'None' },
        serviceDataAccessAuthIdentity: 'WorkspaceSystemAssignedIdentity',
      },
    });
  });

  test('does so where a stack of that subscription declares the container', () => {
    const app = new App();
    const there = freshStack({ subscriptionId: OTHER_SUBSCRIPTION_ID }, 'data', app);
    const storageAccount = new StorageAccount(there, 'Account', {
      name: 'stthere',
      resourceGroup: new ResourceGroup(there, 'Group', { name: 'rg-data' }),
    });
    const container = new StorageContainer(there, 'Raw', { name: 'raw', storageAccount });
    const stack = freshStack({}, 'churn', app);
    const workspace = existingWorkspace(stack);
    new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
    expect(onlyEmitted(stack, 'datastores').body.properties['containerName']).toBe('raw');
  });

  test('uses azurerm where the account is in the same', () => {
    const stack = freshStack({ subscriptionId: SUBSCRIPTION_ID.toUpperCase() });
    const workspace = existingWorkspace(stack);
    new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container: containerIn(stack) });
    Template.fromStack(stack).resourceCountIs(BLOB, 1);
  });

  test('uses azurerm where nobody can tell', () => {
    const { text } = tokensIn(freshStack());
    const stack = freshStack({ subscriptionId: text });
    const container = containerIn(stack, OTHER_ACCOUNT_ID);
    const workspace = existingWorkspace(stack);
    new BlobDatastore(stack, 'Raw', { name: 'raw', workspace, container });
    Template.fromStack(stack).resourceCountIs(BLOB, 1);
  });
});
