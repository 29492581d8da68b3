import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesizeExample } from '../support/examples';
import { folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { camel, expectedProperties, schemaOf } from './support/expected';
import {
  type Json,
  type Recording,
  type Registered,
  runMocked,
  valueOf,
} from './support/mocked-pulumi';

type Labelled = Readonly<Record<string, Readonly<Record<string, Json>>>>;

interface Document {
  readonly resource: Labelled;
  readonly output: Readonly<Record<string, { readonly value: unknown }>>;
}

/** One resource of the document; one with `for_each` stands here once for each key. */
interface Declared {
  readonly type: string;
  readonly label: string;
  readonly block: Json;
  readonly each: { readonly key: string; readonly value: string } | undefined;
}

const PROVIDERS: Readonly<Record<string, string>> = {
  azapi: 'churn-azapi',
  azurerm: 'churn-azurerm',
};

/** What Azure and the providers add to a resource, told apart by the resource. */
function computed(type: string, name: string): Json {
  const identity = { type: 'SystemAssigned', principalId: `principal of ${name}` };
  if (type.startsWith('azapi:')) {
    return { identities: [identity], output: { scoringUri: `https://${name}` } };
  }
  return { identity, roleDefinitionResourceId: `role of ${name}` };
}

let document: Document;
let recording: Recording;
let outputs: Json;

beforeAll(async () => {
  const [stack] = await synthesizeExample('01-quickstart');
  document = stack?.document as Document;
  process.env['CDKTF_OUTDIR'] = folderOf({});
  const ran = await runMocked(
    () => jest.requireActual<Json>(join(ROOT, 'examples', '10-pulumi', 'index')),
    { computed, invoke: () => ({ tenantId: 'tenant of the client' }) },
  );
  delete process.env['CDKTF_OUTDIR'];
  ({ recording } = ran);
  outputs = {
    scoringUri: await valueOf(ran.result['scoringUri'] as never),
    studioUrls: await valueOf(ran.result['studioUrls'] as never),
  };
});

function declared(): readonly Declared[] {
  return Object.entries(document.resource).flatMap(([type, labels]) =>
    Object.entries(labels).flatMap(([label, block]): readonly Declared[] => {
      const each = block['for_each'] as Readonly<Record<string, string>> | undefined;
      if (each === undefined) return [{ type, label, block, each }];
      return Object.entries(each).map(([key, value]) => ({
        type,
        label,
        block,
        each: { key, value },
      }));
    }),
  );
}

function nameOf({ label, each }: Declared): string {
  return each === undefined ? `churn-${label}` : `churn-${label}[${each.key}]`;
}

function tokenOf({ type }: Declared): string {
  const [, provider = '', rest = ''] = /^([a-z]+)_(.*)$/.exec(type) ?? [];
  const name = camel(rest);
  return `${provider}:index/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** What the registered resources were told of another one. */
function attributeOf(type: string, label: string, path: string): string {
  const name = `churn-${label}`;
  switch (path) {
    case 'id':
      return `${name}-id`;
    case 'name':
      return String(document.resource[type]?.[label]?.['name']);
    case 'identity[0].principal_id':
      return `principal of ${name}`;
    case 'output.scoringUri':
      return `https://${name}`;
    case 'role_definition_resource_id':
      return `role of ${name}`;
    default:
      throw new RangeError(`nothing is known of ${type}.${label}.${path}`);
  }
}

const REFERENCE = /(?<!\$)\$\{([^}]*)\}/g;

/** A value of the document with its references replaced, and escapes undone. */
function evaluated(given: unknown, each: Declared['each']): unknown {
  if (Array.isArray(given)) return given.map((item) => evaluated(item, each));
  if (typeof given === 'object' && given !== null) {
    return Object.fromEntries(
      Object.entries(given).map(([key, member]) => [key, evaluated(member, each)]),
    );
  }
  if (typeof given !== 'string') return given;
  return given
    .replace(REFERENCE, (_found, inside: string) => {
      if (inside === 'each.key') return each?.key ?? '';
      if (inside === 'each.value') return `file of ${each?.value ?? ''}`;
      if (/^data\.azurerm_client_config\.[\w-]+\.tenant_id$/.test(inside))
        return 'tenant of the client';
      const [, type = '', label = '', path = ''] = /^(\w+)\.([\w-]+)\.(.*)$/.exec(inside) ?? [];
      return attributeOf(type, label, path);
    })
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{');
}

/** Names of resources that anything in a block refers to. */
function referencesOf({ block }: Declared): readonly string[] {
  const text = JSON.stringify(block);
  const inline = [...text.matchAll(REFERENCE)].flatMap(([, inside = '']) =>
    /^(?:each|data)\./.test(inside) ? [] : [inside.split('.')[1] ?? ''],
  );
  const waiting = ((block['depends_on'] ?? []) as readonly string[]).map(
    (address) => address.split('.')[1] ?? '',
  );
  const labels = new Set([...inline, ...waiting]);
  return declared()
    .filter(({ label }) => labels.has(label))
    .map(nameOf);
}

function registeredAs(name: string): Registered {
  const found = recording.resources.filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  return found[0] ?? missing(name);
}

function missing(name: string): never {
  throw new RangeError(`${name} was not registered`);
}

describe('the quickstart in Pulumi', () => {
  test('registers each resource once, and the configurations of both providers', () => {
    const expected = [...declared().map(nameOf), ...Object.values(PROVIDERS)].sort();
    expect(recording.resources.map(({ name }) => name).sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(40);
  });

  test('registers each after everything that it refers to', () => {
    const places = new Map(recording.resources.map(({ name }, place) => [name, place]));
    for (const one of declared()) {
      for (const name of referencesOf(one)) {
        expect(places.get(name)).toBeLessThan(places.get(nameOf(one)) ?? -1);
      }
    }
  });

  test('gives each the type of the bridged provider, its configuration and its package', () => {
    for (const one of declared()) {
      const { type, provider, packageRef } = registeredAs(nameOf(one));
      const [name = ''] = one.type.split('_');
      expect(type).toBe(tokenOf(one));
      expect(provider).toContain(`pulumi:providers:${name}::${PROVIDERS[name] ?? ''}::`);
      expect(packageRef).toBe('mock-uuid');
    }
  });

  test('gives each the properties of the document, by the names of the provider’s own schema', () => {
    for (const one of declared()) {
      const { name, source, ...inputs } = registeredAs(nameOf(one)).inputs;
      const {
        name: given,
        source: file,
        ...expected
      } = expectedProperties(one.block, schemaOf(one.type), (value) => evaluated(value, one.each));
      expect(inputs).toEqual(expected);
      expect(file === undefined).toBe(source === undefined);
      if (one.type === 'azurerm_role_assignment') {
        expect(name).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
      } else expect(name).toBe(given);
    }
  });

  test('gives no two role assignments the same name', () => {
    const names = recording.resources
      .filter(({ type }) => type.endsWith(':RoleAssignment'))
      .map(({ inputs }) => inputs['name']);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(5);
  });

  test('uploads the files of the steps from where they are staged', () => {
    const blobs = declared().filter(({ type }) => type === 'azurerm_storage_blob');
    expect(blobs).toHaveLength(2);
    for (const blob of blobs) {
      const source = String(registeredAs(nameOf(blob)).inputs['source']);
      expect(existsSync(source)).toBe(true);
      const step = blob.each?.key === 'train.py' ? 'train' : 'prepare';
      const origin = join(ROOT, 'examples/01-quickstart/steps', step, blob.each?.key ?? '');
      expect(readFileSync(source, 'utf8')).toBe(readFileSync(origin, 'utf8'));
    }
  });

  test('has each wait for what it refers to, and for nothing else', () => {
    for (const one of declared()) {
      expect(registeredAs(nameOf(one)).dependencies).toEqual([...referencesOf(one)].sort());
    }
  });

  test('holds no secret, in what it registers or besides', () => {
    for (const { name, secrets, additionalSecretOutputs } of recording.resources) {
      expect({ name, secrets, additionalSecretOutputs }).toEqual({
        name,
        secrets: [],
        additionalSecretOutputs: [],
      });
    }
  });

  test('keeps published versions that are no longer declared, and deletes before it replaces', () => {
    const versions = declared().filter(
      ({ type, block }) =>
        type === 'azurerm_storage_blob' || String(block['type']).includes('/versions@'),
    );
    const kept = recording.resources.filter(({ retainOnDelete }) => retainOnDelete);
    expect(kept.map(({ name }) => name).sort()).toEqual(versions.map(nameOf).sort());
    for (const { type, deleteBeforeReplace } of recording.resources) {
      expect(deleteBeforeReplace).toBe(!type.startsWith('pulumi:providers:'));
    }
  });

  test('ignores the changes that Terraform would ignore', () => {
    for (const one of declared()) {
      const { ignore_changes: ignored = [] } = (one.block['lifecycle'] ?? {}) as {
        readonly ignore_changes?: readonly string[];
      };
      expect(registeredAs(nameOf(one)).ignoreChanges).toEqual(ignored.map(camel));
    }
  });

  test('sets the providers up, all but text as JSON', () => {
    expect(registeredAs('churn-azurerm').inputs).toEqual({
      subscriptionId: '00000000-0000-0000-0000-000000000000',
      storageUseAzuread: 'true',
      features: JSON.stringify([
        {
          keyVaults: [{ purgeSoftDeleteOnDestroy: false, recoverSoftDeletedKeyVaults: true }],
          storages: [{ dataPlaneAvailable: false }],
        },
      ]),
    });
    expect(registeredAs('churn-azapi').inputs).toEqual({
      subscriptionId: '00000000-0000-0000-0000-000000000000',
    });
  });

  test('asks for both packages once, in the versions that the stack allows', () => {
    const packageOf = (name: string, version: string, address: string): Json => ({
      base: 'terraform-provider',
      baseVersion: '',
      name,
      version,
      value: { remote: { url: address, version } },
    });
    expect(recording.packages.map(({ name }) => name).sort()).toEqual(['azapi', 'azurerm']);
    expect(recording.packages).toEqual(
      expect.arrayContaining([
        packageOf('azapi', '2.12.0', 'registry.opentofu.org/azure/azapi'),
        packageOf('azurerm', '4.81.0', 'registry.opentofu.org/hashicorp/azurerm'),
      ]),
    );
  });

  test('reads the tenant by the function of the bridged provider', () => {
    expect(recording.invokes).toEqual([
      { token: 'azurerm:index/getClientConfig:getClientConfig', inputs: {} },
    ]);
  });

  test('has the outputs of the stack', () => {
    const { published_scoring_uri: uri, studio_urls: urls } = document.output;
    expect(outputs).toEqual({
      scoringUri: evaluated(uri?.value, undefined),
      studioUrls: evaluated(urls?.value, undefined),
    });
  });
});
