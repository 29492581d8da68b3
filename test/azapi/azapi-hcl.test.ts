import { Lazy, TerraformVariable, type TerraformElement, type TerraformStack } from 'cdktf';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AzapiProvider,
  AzapiResource,
  AzapiResourceAction,
  AzapiUpdateResource,
} from '../../lib/azapi';
import { Template } from '../../lib/testing';
import { azapiSchema } from '../../lib/offline-provider/schemas';
import type { BlockSchema } from '../../lib/offline-provider/schema/provider-schema';
import { describeTerraform, expectOk, TerraformWorkdir } from '../support/terraform';
import {
  ACTION,
  ACTION_JSON,
  azapiStack,
  GROUP_ID,
  RESOURCE,
  RESOURCE_JSON,
  SUBSCRIPTION,
  UPDATE,
  UPDATE_JSON,
} from './setup';

interface Described {
  readonly value: unknown;
  readonly isBlock?: boolean;
  readonly type: string;
  readonly storageClassType?: string;
  /** cdktf respells the keys of providers. */
  readonly storage_class_type?: string;
}

interface Hcl {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly provider?: Readonly<Record<string, readonly object[]>>;
}

/** The attributes of an element as it describes them for HCL, by name. */
function describedBy(element: TerraformElement): readonly (readonly [string, Described])[] {
  const { resource, provider } = element.toHclTerraform() as Hcl;
  const block =
    resource === undefined
      ? provider?.['azapi']?.[0]
      : Object.values(Object.values(resource)[0] ?? {})[0];
  return Object.entries((block ?? {}) as Readonly<Record<string, Described>>).filter(
    ([, { value }]) => value !== undefined,
  );
}

/** How the generated bindings of cdktf describe what the schema of the provider says. */
function formOf(block: BlockSchema, name: string): string {
  const nested = block.block_types?.[name];
  if (nested !== undefined) return nested.nesting_mode === 'list' ? 'block list' : 'block struct';
  const type = JSON.stringify(block.attributes?.[name]?.type ?? 'nested');
  const forms: Readonly<Record<string, string>> = {
    '"string"': 'simple string',
    '"bool"': 'simple boolean',
    '["list","string"]': 'list stringList',
    '["map","string"]': 'map stringMap',
  };
  return forms[type] ?? 'any any';
}

function formIn({ isBlock, type, storageClassType, storage_class_type }: Described): string {
  return isBlock === true
    ? `block ${type}`
    : `${type} ${String(storageClassType ?? storage_class_type)}`;
}

const { resource_schemas: SCHEMAS, provider: PROVIDER } = azapiSchema();

const CASES: readonly (readonly [string, (stack: TerraformStack) => TerraformElement, object])[] = [
  ['azapi_resource', (stack) => new AzapiResource(stack, 'It', RESOURCE), RESOURCE_JSON],
  ['azapi_update_resource', (stack) => new AzapiUpdateResource(stack, 'It', UPDATE), UPDATE_JSON],
  ['azapi_resource_action', (stack) => new AzapiResourceAction(stack, 'It', ACTION), ACTION_JSON],
];

describe.each(CASES)('HCL metadata of %s', (type, make, json) => {
  const described = describedBy(make(azapiStack()));

  test('has the values of the JSON', () => {
    expect(Object.fromEntries(described.map(([name, { value }]) => [name, value]))).toEqual(json);
  });

  test('describes attributes and blocks as the schema of the provider has them', () => {
    const block = SCHEMAS[type]?.block ?? {};
    expect(described.map(([name, attribute]) => [name, formIn(attribute)])).toEqual(
      described.map(([name]) => [name, formOf(block, name)]),
    );
    const known = Object.keys({ ...block.attributes, ...block.block_types });
    expect(described.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('HCL metadata of the provider', () => {
  test('describes booleans as booleans and leaves out what is not given', () => {
    const provider = new AzapiProvider(azapiStack(), 'full', {
      subscriptionId: SUBSCRIPTION,
      tenantId: SUBSCRIPTION,
      environment: 'china',
      skipProviderRegistration: true,
    });
    const described = describedBy(provider);
    expect(described.map(([name, attribute]) => [name, formIn(attribute)])).toEqual(
      described.map(([name]) => [name, formOf(PROVIDER.block, name)]),
    );
    expect(Object.fromEntries(described.map(([name, { value }]) => [name, value]))).toEqual({
      subscription_id: SUBSCRIPTION,
      tenant_id: SUBSCRIPTION,
      environment: 'china',
      skip_provider_registration: true,
    });
  });

  test('has an alias', () => {
    const hcl = new AzapiProvider(azapiStack(), 'hub', { alias: 'hub' }).toHclTerraform() as Hcl;
    expect(hcl.provider?.['azapi']).toEqual([{ alias: 'hub' }]);
  });
});

describe('HCL', () => {
  test('keeps lifecycle and depends_on', () => {
    const stack = azapiStack();
    const first = new AzapiResource(stack, 'First', RESOURCE);
    new AzapiResource(stack, 'It', {
      ...RESOURCE,
      dependsOn: [first],
      lifecycle: { preventDestroy: true },
    });
    const { hcl } = stack.toHclTerraform() as { hcl: string };
    expect(hcl).toContain('prevent_destroy = true');
    expect(hcl).toContain('"azapi_resource.First"');
  });
});

const TEXTS = {
  binding: 'run --in "${{inputs.raw}}" %{x}',
  quoted: 'say "hi" \\ \t and\nagain',
  digits: '12',
  negative: '-3',
  list: '[1]',
  object: '{"a":1}',
  string: '"a"',
  empty: '',
  truth: 'true',
  nothing: 'null',
};

function trickyStack(): TerraformStack {
  const stack = azapiStack();
  const variable = new TerraformVariable(stack, 'v', { default: 'a "b"' });
  new AzapiResource(stack, 'It', {
    type: 'Microsoft.Foo/bars@2020-01-01',
    name: 'it',
    parentId: GROUP_ID,
    schemaValidationEnabled: false,
    body: {
      texts: TEXTS,
      listed: Object.values(TEXTS),
      nested: [[1, [true, null]], [], {}, { none: null, zero: 0, no: false }],
      token: `"quoted" ${variable.stringValue} \${{x}}`,
      alone: variable.stringValue,
      lazy: Lazy.anyValue({ produce: () => ({ late: [1, 'two'] }) }),
    },
    tags: { 'a b': 'c', plain: 'd' },
    retry: { errorMessageRegex: ['[a-z]+\\.'], intervalSeconds: 5 },
    timeouts: { create: '1m' },
    identity: { type: 'SystemAssigned' },
    deleteQueryParameters: { underlyingResourceAction: ['Detach'] },
    responseExportValues: { uri: 'properties.uri' },
    lifecycle: { ignoreChanges: ['tags'] },
  });
  return stack;
}

describeTerraform('Terraform', () => {
  let workdir: TerraformWorkdir;

  beforeEach(async () => {
    workdir = await TerraformWorkdir.create();
  });

  afterEach(async () => {
    await workdir.dispose();
  });

  async function planned(): Promise<unknown> {
    expectOk(await workdir.init());
    const { plan } = expectOk(await workdir.plan());
    return plan?.resource_changes?.[0]?.change.after;
  }

  test('plans the same of HCL as of JSON', async () => {
    const { hcl } = trickyStack().toHclTerraform() as { hcl: string };
    await writeFile(join(workdir.folder, 'main.tf'), hcl);
    const ofHcl = await planned();
    await writeFile(join(workdir.folder, 'main.tf'), '');
    await workdir.write(Template.fromStack(trickyStack()).toJson());
    const ofJson = await planned();
    expect(ofJson).toMatchObject({
      body: {
        texts: TEXTS,
        alone: 'a "b"',
        token: '"quoted" a "b" ${{x}}',
        nested: [[1, [true, null]], [], {}, { none: null }],
      },
      retry: { error_message_regex: ['[a-z]+\\.'] },
    });
    expect(ofHcl).toEqual(ofJson);
  });
});
