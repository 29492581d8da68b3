import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { ArmId } from '../../lib/core/arm-id';

const GROUP = '/subscriptions/S/resourceGroups/rg';
const WORKSPACE = `${GROUP}/providers/Microsoft.MachineLearningServices/workspaces/ws`;
const DATASTORE = `${WORKSPACE}/datastores/raw`;
const ASSIGNMENT = `${DATASTORE}/providers/Microsoft.Authorization/roleAssignments/a`;
const MANAGEMENT_GROUP = '/providers/Microsoft.Management/managementGroups/mg';
const TOPIC = `${GROUP}/providers/Microsoft.ServiceBus/namespaces/n/topics/t/subscriptions/s`;

describe('ArmId', () => {
  test.each<[string, object]>([
    [
      '/subscriptions/S',
      {
        subscriptionId: 'S',
        resourceGroupName: undefined,
        provider: undefined,
        types: [],
        names: [],
        type: 'Microsoft.Resources/subscriptions',
        name: 'S',
      },
    ],
    [
      GROUP,
      {
        subscriptionId: 'S',
        resourceGroupName: 'rg',
        provider: undefined,
        types: [],
        names: [],
        type: 'Microsoft.Resources/resourceGroups',
        name: 'rg',
      },
    ],
    [
      WORKSPACE,
      {
        subscriptionId: 'S',
        resourceGroupName: 'rg',
        provider: 'Microsoft.MachineLearningServices',
        types: ['workspaces'],
        names: ['ws'],
        type: 'Microsoft.MachineLearningServices/workspaces',
        name: 'ws',
      },
    ],
    [
      DATASTORE,
      {
        resourceGroupName: 'rg',
        types: ['workspaces', 'datastores'],
        names: ['ws', 'raw'],
        type: 'Microsoft.MachineLearningServices/workspaces/datastores',
        name: 'raw',
      },
    ],
    [
      ASSIGNMENT,
      {
        resourceGroupName: 'rg',
        provider: 'Microsoft.Authorization',
        types: ['roleAssignments'],
        names: ['a'],
        type: 'Microsoft.Authorization/roleAssignments',
        name: 'a',
      },
    ],
    [
      '/subscriptions/S/providers/Microsoft.Authorization/roleDefinitions/d',
      {
        subscriptionId: 'S',
        resourceGroupName: undefined,
        provider: 'Microsoft.Authorization',
        name: 'd',
      },
    ],
    [
      MANAGEMENT_GROUP,
      {
        subscriptionId: undefined,
        resourceGroupName: undefined,
        provider: 'Microsoft.Management',
        name: 'mg',
      },
    ],
    [
      TOPIC,
      {
        subscriptionId: 'S',
        names: ['n', 't', 's'],
        type: 'Microsoft.ServiceBus/namespaces/topics/subscriptions',
      },
    ],
    [
      '/SUBSCRIPTIONS/S/resourcegroups/RG/Providers/microsoft.storage/StorageAccounts/st',
      {
        subscriptionId: 'S',
        resourceGroupName: 'RG',
        provider: 'microsoft.storage',
        types: ['StorageAccounts'],
      },
    ],
    [`${GROUP}/providers/Microsoft.X/t/a b (c)`, { name: 'a b (c)' }],
    [`${GROUP}/providers/Microsoft.X/t/providers`, { name: 'providers' }],
  ])('takes %s apart and puts it together again', (id, parts) => {
    const parsed = ArmId.parse(id);
    expect(parsed).toMatchObject(parts);
    expect(parsed.toString()).toBe(id);
    expect(ArmId.isArmId(id)).toBe(true);
  });

  test('climbs from an extension to the subscription', () => {
    const chain: string[] = [];
    for (let id: ArmId | undefined = ArmId.parse(ASSIGNMENT); id !== undefined; id = id.parent) {
      chain.push(id.toString());
    }
    expect(chain).toEqual([ASSIGNMENT, DATASTORE, WORKSPACE, GROUP, '/subscriptions/S']);
    expect(ArmId.parse(MANAGEMENT_GROUP).parent).toBeUndefined();
  });

  test('builds ids from above', () => {
    const workspace = ArmId.ofResourceGroup('S', 'rg').resource(
      'Microsoft.MachineLearningServices/workspaces',
      'ws',
    );
    expect(workspace.child('datastores', 'raw').toString()).toBe(DATASTORE);
    expect(
      workspace
        .child('datastores', 'raw')
        .resource('Microsoft.Authorization/roleAssignments', 'a')
        .toString(),
    ).toBe(ASSIGNMENT);
    expect(ArmId.ofSubscription('S').toString()).toBe('/subscriptions/S');
    expect(() => workspace.child('datastores', 'a/b')).toThrow(/\[ArmIdInvalid\]/);
  });

  test('compares without regard to case, as Azure does', () => {
    expect(ArmId.parse(WORKSPACE).isSameAs(ArmId.parse(WORKSPACE.toUpperCase()))).toBe(true);
    expect(ArmId.parse(WORKSPACE).isSameAs(ArmId.parse(DATASTORE))).toBe(false);
    expect(
      ArmId.isOfType(DATASTORE, 'microsoft.machinelearningservices/workspaces/dataStores'),
    ).toBe(true);
    expect(ArmId.isOfType(DATASTORE, 'Microsoft.MachineLearningServices/workspaces')).toBe(false);
    expect(ArmId.isOfType('nonsense', 'nonsense')).toBe(false);
  });

  test.each([
    '',
    '/',
    'subscriptions/S',
    '/subscriptions',
    '/subscriptions/',
    '/subscriptions//resourceGroups/rg',
    `${GROUP}/`,
    `${GROUP}/providers`,
    `${GROUP}/providers/Microsoft.X`,
    `${GROUP}/providers/Microsoft.X/t`,
    `${GROUP}/providers/compute/t/n`,
    `${GROUP}/t/n`,
    `${WORKSPACE}/datastores`,
    '/resourceGroups/rg',
    '/subscriptions/S/subscriptions/T',
    `${WORKSPACE}?a=b`,
    `${WORKSPACE}#x`,
    ` ${WORKSPACE}`,
    `${WORKSPACE} `,
    `${WORKSPACE}\n`,
    `https://management.azure.com${WORKSPACE}`,
    'azureml:/subscriptions/S',
  ])('fails for %j', (id) => {
    expect(() => ArmId.parse(id)).toThrow(/id must be an ARM id.*\[ArmIdInvalid\]/);
    expect(ArmId.tryParse(id)).toBeUndefined();
    expect(ArmId.isArmId(id)).toBe(false);
  });

  test('does not know an id that is only known at apply, and says so', () => {
    const id = `${Token.asString({ ref: 1 })}/datastores/raw`;
    expect(ArmId.tryParse(id)).toBeUndefined();
    expect(() => ArmId.parse(id)).toThrow(/known at synthesis \[ArmIdInvalid\]/);
  });

  test('reads every id that it builds', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.()-]{0,8}$/);
    const pairs = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{3,9}$/), word), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        word,
        word,
        pairs,
        (subscription, group, [[type, name] = ['t', 'n'], ...rest]) => {
          const top = ArmId.ofResourceGroup(subscription, group).resource(
            `Microsoft.Test/${type}`,
            name,
          );
          const id = rest
            .filter(([t]) => t !== 'providers')
            .reduce((at, [t, n]) => at.child(t, n), top);
          const read = ArmId.parse(id.toString());
          expect(read).toEqual(id);
          expect(read.subscriptionId).toBe(subscription);
          expect(read.resourceGroupName).toBe(group);
          expect(`${read.parent?.toString() ?? ''}/`).toBe(
            id.toString().slice(0, (read.parent?.toString().length ?? 0) + 1),
          );
        },
      ),
    );
  });
});
