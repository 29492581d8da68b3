import { parseArmId, resourceGroupIdOf } from '../../../lib/offline-provider/azure/arm-id';
import { ArmService } from '../../../lib/offline-provider/azure/arm-service';
import {
  fakeKeyFor,
  guidFor,
  normalizedLocation,
} from '../../../lib/offline-provider/azure/fabricate';
import { merged } from '../../../lib/offline-provider/azure/json-merge';
import { ResourceStore } from '../../../lib/offline-provider/azure/resource-store';
import { echoed } from '../../../lib/offline-provider/azure/service-echo';
import type { JsonObject } from '../../../lib/offline-provider/wire/json';
import { GROUP_ID } from '../stack';

const ML = 'Microsoft.MachineLearningServices/workspaces';
const WORKSPACE = `${GROUP_ID}/providers/${ML}/mlw`;
const ACCOUNT = `${GROUP_ID}/providers/Microsoft.Storage/storageAccounts/st`;
const FILES = `${ACCOUNT}/fileServices/default`;

describe('ARM ids', () => {
  test.each<[string, string, string, string]>([
    ['/subscriptions/s', 'Microsoft.Resources/subscriptions', 's', '/'],
    [
      '/subscriptions/s/resourceGroups/rg',
      'Microsoft.Resources/resourceGroups',
      'rg',
      '/subscriptions/s',
    ],
    [WORKSPACE, ML, 'mlw', GROUP_ID],
    [
      `${WORKSPACE}/components/c/versions/1`,
      `${ML}/components/versions`,
      '1',
      `${WORKSPACE}/components/c`,
    ],
    [
      `${WORKSPACE}/providers/Microsoft.Authorization/roleAssignments/g`,
      'Microsoft.Authorization/roleAssignments',
      'g',
      WORKSPACE,
    ],
    [
      '/providers/Microsoft.Management/managementGroups/m',
      'Microsoft.Management/managementGroups',
      'm',
      '/',
    ],
  ])('%s is taken apart', (id, type, name, parentId) => {
    expect(parseArmId(id)).toEqual({ id, type, name, parentId });
  });

  test.each([
    '',
    'rg',
    'https://st.blob.core.windows.net/raw',
    '/x',
    `${WORKSPACE}/components`,
    '/subscriptions/s/x/y',
    `${GROUP_ID}/x`,
  ])('%j is none', (id) => {
    expect(parseArmId(id)).toBeUndefined();
  });

  test('tell their resource group', () => {
    expect(resourceGroupIdOf(WORKSPACE)).toBe(GROUP_ID);
    expect(resourceGroupIdOf('/subscriptions/s')).toBeUndefined();
  });
});

describe('made-up values', () => {
  test('depend on nothing but the text, whose case does not matter', () => {
    expect(guidFor('/A')).toBe(guidFor('/a'));
    expect(guidFor('/a')).not.toBe(guidFor('/b'));
    expect(guidFor('/a')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(Buffer.from(fakeKeyFor('/a'), 'base64')).toHaveLength(64);
    expect(normalizedLocation('West Europe')).toBe('westeurope');
  });
});

describe('the store', () => {
  const store = new ResourceStore();
  const put = (id: string): void => {
    store.put({ id, type: 'x', body: {}, computed: {} });
  };
  beforeEach(() => {
    store.clear();
  });

  test('does not mind the case of ids', () => {
    put(WORKSPACE);
    expect(store.get(WORKSPACE.toUpperCase())?.id).toBe(WORKSPACE);
  });

  test('deletes what is below, and only that', () => {
    put(WORKSPACE);
    put(`${WORKSPACE}/components/c/versions/1`);
    put(`${WORKSPACE}2`);
    store.delete(WORKSPACE.toLowerCase());
    expect(store.ids()).toEqual([`${WORKSPACE}2`]);
  });

  test('deletes what is not there', () => {
    store.delete(WORKSPACE);
    expect(store.ids()).toEqual([]);
  });

  test('cannot change what is not there', () => {
    expect(() => {
      store.patchBody(WORKSPACE, {});
    }).toThrow('does not exist');
    put(WORKSPACE);
    expect(() => {
      store.patchAttributes(WORKSPACE, {});
    }).toThrow('was not made by azurerm');
  });

  test.each<[string, readonly string[], string, boolean]>([
    ['what may be there from before', [], WORKSPACE, false],
    ['what is there', [GROUP_ID, WORKSPACE], WORKSPACE, false],
    ['what is not in a group that was created here', [GROUP_ID], WORKSPACE, true],
    [
      'what comes with something that is there',
      [GROUP_ID, WORKSPACE],
      `${WORKSPACE}/components/c`,
      false,
    ],
    ['what would come with something that is not', [GROUP_ID], `${WORKSPACE}/components/c`, true],
    [
      'a file share that is there, by the id of role assignments',
      [GROUP_ID, ACCOUNT, `${FILES}/shares/raw`],
      `${FILES}/fileshares/raw`,
      false,
    ],
    [
      'a file share of which only the account is',
      [GROUP_ID, ACCOUNT],
      `${FILES}/fileshares/raw`,
      true,
    ],
  ])('knows the absence of %s', (_, existing, id, expected) => {
    existing.forEach(put);
    expect(store.isKnownAbsent(id)).toBe(expected);
  });

  test('knows the absence of what was deleted', () => {
    put(WORKSPACE);
    store.delete(WORKSPACE);
    expect(store.isKnownAbsent(WORKSPACE)).toBe(true);
    put(WORKSPACE);
    expect(store.isKnownAbsent(WORKSPACE)).toBe(false);
  });
});

describe('the service', () => {
  test('answers with what it adds, and with the principal of an identity', () => {
    const service = new ArmService();
    const body = {
      location: 'West Europe',
      identity: { type: 'SystemAssigned' },
      properties: { a: 1 },
    };
    service.put({
      id: `${WORKSPACE}/batchEndpoints/e`,
      type: `${ML}/batchEndpoints`,
      body,
      terraformType: 't',
    });
    expect(service.get(`${WORKSPACE}/batchEndpoints/e`)).toEqual({
      id: `${WORKSPACE}/batchEndpoints/e`,
      name: 'e',
      type: `${ML}/batchEndpoints`,
      location: 'West Europe',
      identity: {
        type: 'SystemAssigned',
        principalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
      properties: {
        a: 1,
        provisioningState: 'Succeeded',
        scoringUri: 'https://e.westeurope.inference.ml.azure.com/jobs',
        swaggerUri: 'https://e.westeurope.inference.ml.azure.com/swagger.json',
      },
    });
  });

  test.each<[string, string, JsonObject, JsonObject]>([
    [
      'schedule',
      `${ML}/schedules`,
      {
        trigger: { frequency: 'week', schedule: { weekDays: ['monday', 'Friday'] } },
        action: { x: 'week' },
      },
      {
        trigger: { frequency: 'Week', schedule: { weekDays: ['Monday', 'Friday'] } },
        action: { x: 'week' },
      },
    ],
    ['batch endpoint', `${ML}/batchEndpoints`, { authMode: 'aadToken' }, { authMode: 'AADToken' }],
    [
      'component',
      `${ML}/components/versions`,
      {
        componentSpec: {
          is_deterministic: false,
          inputs: { a: { optional: true, default: 'azureml:cpu' }, b: { default: 'azureml://x' } },
          resources: { instance_count: 2 },
          jobs: { j: {} },
        },
      },
      {
        componentSpec: {
          is_deterministic: 'False',
          inputs: { a: { optional: 'True', default: 'cpu' }, b: { default: 'azureml://x' } },
          resources: { instance_count: '2' },
        },
      },
    ],
    ['job of another service', 'Microsoft.X/y', { frequency: 'week' }, { frequency: 'week' }],
  ])('answers a %s in its own words', (_, type, properties, expected) => {
    expect(echoed(type, { properties })).toEqual({ properties: expected });
  });
});

describe('merging', () => {
  test('goes into objects and into lists of the same length', () => {
    expect(
      merged(
        { a: { b: 1, c: 2 }, l: [{ x: 1 }], m: [1, 2] },
        { a: { c: 3 }, l: [{ y: 2 }], m: [3], n: null },
      ),
    ).toEqual({ a: { b: 1, c: 3 }, l: [{ x: 1, y: 2 }], m: [3], n: null });
  });
});
