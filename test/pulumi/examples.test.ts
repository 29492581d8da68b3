import { App } from 'cdktf';
import { join } from 'node:path';
import { PulumiAzureMl } from '../../lib/pulumi';
import { folderOf } from '../support/folder';
import { exampleNames, ROOT } from '../support/repository';
import { synthesizeExample } from '../support/examples';
import { expectedProperties, schemaOf } from './support/expected';
import { type Json, type Recording, runMocked } from './support/mocked-pulumi';

type Labelled = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** What Azure and the providers add to any resource. */
function computed(type: string, name: string): Json {
  const identity = { principalId: `principal of ${name}`, tenantId: 'tenant' };
  const output = { scoringUri: 'https://s', principalId: 'p' };
  return type.startsWith('azapi:')
    ? { identities: [identity], output }
    : {
        identity,
        primaryBlobEndpoint: 'https://b',
        roleDefinitionResourceId: 'r',
        principalId: 'p',
      };
}

async function registered(name: string): Promise<Recording> {
  process.env['CDKTF_OUTDIR'] = folderOf({});
  const synth = jest.spyOn(App.prototype, 'synth').mockImplementation(function (this: App) {
    PulumiAzureMl.register(this);
  });
  const log = jest.spyOn(console, 'log').mockImplementation();
  try {
    const program = (): unknown => jest.requireActual(join(ROOT, 'examples', name, 'main'));
    return (await runMocked(program, { computed, invoke: () => ({ tenantId: 't' }) })).recording;
  } finally {
    synth.mockRestore();
    log.mockRestore();
    delete process.env['CDKTF_OUTDIR'];
  }
}

/** A module for callers in Terraform, whose variables have conditions; it is no program of its own. */
const MODULE = '09-terraform-module';

describe('every example', () => {
  test.each(exampleNames().filter((name) => name !== MODULE))(
    '%s is registered with Pulumi, by the names of the schemas',
    async (name) => {
      const { resources } = await registered(name);
      const expected = (await synthesizeExample(name)).flatMap(({ stackName, document }) => {
        const { resource } = document as { readonly resource: Labelled };
        return Object.entries(resource).flatMap(([type, labels]) =>
          Object.entries(labels).flatMap(([label, block]) => {
            const properties = expectedProperties(block, schemaOf(type), () => null);
            const keys = Object.keys(block['for_each'] ?? { '': null });
            return keys.map((key): readonly [string, Json] => [
              `${stackName}-${label}${key === '' ? '' : `[${key}]`}`,
              properties,
            ]);
          }),
        );
      });
      const found = new Map(resources.map(({ name: one, inputs }) => [one, inputs]));
      for (const [one, properties] of expected) {
        const inputs = { name: null, ...found.get(one) };
        const wanted = { name: null, ...properties };
        expect([one, namesIn(inputs, wanted)]).toEqual([one, namesIn(wanted, wanted)]);
      }
      const providers = resources.filter(({ type }) => type.startsWith('pulumi:providers:'));
      expect(resources).toHaveLength(expected.length + providers.length);
    },
  );
});

/** Names of properties, also within blocks: where a pattern has `null`, a value has no names of the provider. */
function namesIn(value: unknown, pattern: unknown): unknown {
  if (pattern === null || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    return value.map((item, index) => namesIn(item, [pattern].flat()[index] ?? null));
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([key, member]) => [key, namesIn(member, (pattern as Json)[key] ?? null)]),
  );
}
