import { Principal } from '../../../lib/identity/principal';
import {
  BlobDatastore,
  type BlobDatastoreProps,
} from '../../../lib/machine-learning/datastore/blob-datastore';
import { DatastoreIdentity } from '../../../lib/machine-learning/datastore/datastore-identity';
import { Template } from '../../../lib/testing';
import {
  codesIn,
  containerOf,
  declaredPlatform,
  existingPlatform,
  resolvedIn,
  tokensIn,
  WORKSPACE_ID,
} from '../../support/stack';

const TYPE = 'azurerm_machine_learning_datastore_blobstorage';
const GUID = '99999999-8888-4777-8666-555555555555';

/** A fresh stack with a workspace, a container in its storage, and a datastore over that. */
function platformWith(props: Partial<BlobDatastoreProps> = {}) {
  const { stack, workspace } = declaredPlatform({ tags: { team: 'churn' } });
  const container = containerOf(workspace);
  const datastore = new BlobDatastore(stack, 'Raw', {
    name: 'raw',
    workspace,
    container,
    ...props,
  });
  return { stack, workspace, container, datastore };
}

describe('a blob datastore', () => {
  test('names its container, without credentials, and without tags that would replace it', () => {
    const { stack, workspace, container } = platformWith();
    expect(Template.fromStack(stack).resource(TYPE)).toEqual({
      name: 'raw',
      workspace_id: resolvedIn(stack, workspace.workspaceId),
      storage_container_id: resolvedIn(stack, container.containerId),
      service_data_auth_identity: 'WorkspaceSystemAssignedIdentity',
    });
  });

  test('takes an identity, a description and tags', () => {
    const { stack } = platformWith({
      serviceIdentity: DatastoreIdentity.WORKSPACE_USER_ASSIGNED,
      description: '%{raw} data',
      tags: { stage: 'dev' },
    });
    Template.fromStack(stack).hasResource(TYPE, {
      service_data_auth_identity: 'WorkspaceUserAssignedIdentity',
      description: '%%{raw} data',
      tags: { stage: 'dev' },
    });
  });

  test('has an id as Azure ML spells it, which azurerm does not', () => {
    const { stack, datastore, workspace } = platformWith();
    const [address] = Object.keys(Template.fromStack(stack).resources(TYPE));
    expect(resolvedIn(stack, datastore.datastoreId)).toBe(
      `${String(resolvedIn(stack, workspace.workspaceId))}/datastores/\${${TYPE}.${String(address)}.name}`,
    );
  });

  test('lets others read or write its data by roles on the container alone', () => {
    const { stack, datastore, container } = platformWith();
    datastore.grantRead(Principal.group(GUID));
    datastore.grantReadWrite(Principal.user(GUID));
    const template = Template.fromStack(stack);
    template.resourceCountIs('azurerm_role_assignment', 2, { scope: container.containerId });
    for (const role of ['2a2b9908', 'ba92f5b4']) {
      const assignments = Object.values(template.resources('azurerm_role_assignment'));
      expect(assignments.filter((one) => JSON.stringify(one).includes(role))).toHaveLength(1);
    }
  });

  test('does not collide with another one of the same stack', () => {
    const { stack, workspace, container } = platformWith();
    new BlobDatastore(stack, 'Clean', { name: 'clean', workspace, container });
    Template.fromStack(stack).resourceCountIs(TYPE, 2);
  });
});

describe('the name of a datastore', () => {
  test.each<[string, readonly string[]]>([
    ['a', []],
    ['0-_Z', []],
    ['a'.repeat(255), []],
    ['a'.repeat(256), ['DatastoreNameInvalid']],
    ['_a', ['DatastoreNameInvalid']],
    ['a.b', ['DatastoreNameInvalid']],
  ])('fails or not: %s', (name, codes) => {
    const { stack, workspace } = existingPlatform();
    expect(codesIn(() => platformWith({ name }))).toEqual(codes);
    expect(codesIn(() => BlobDatastore.fromDatastoreName(stack, 'D', workspace, name))).toEqual(
      codes,
    );
  });

  test('may be a token', () => {
    const { stack, workspace } = declaredPlatform();
    const { text } = tokensIn(stack);
    new BlobDatastore(stack, 'D', { name: text, workspace, container: containerOf(workspace) });
    Template.fromStack(stack).hasResource(TYPE, { name: '${var.Later}' });
  });
});

describe('an existing datastore', () => {
  test('is known by its name, and emits nothing', () => {
    const { stack, datastore } = existingPlatform();
    expect([datastore.datastoreId, datastore.datastoreName]).toEqual([
      `${WORKSPACE_ID}/datastores/raw`,
      'raw',
    ]);
    Template.fromStack(stack).resourceCountIs(TYPE, 0);
  });
});
