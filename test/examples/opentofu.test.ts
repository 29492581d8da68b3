import { dirname } from 'node:path';
import { synthesizeExample } from '../support/examples';
import { exampleNames } from '../support/repository';
import {
  describeOpenTofu,
  describeTerraform,
  expectOk,
  ofOpenTofu,
  TerraformWorkdir,
} from '../support/terraform';

describeOpenTofu('every example, with OpenTofu', () => {
  test.each(exampleNames())('%s is initialized, validated and planned', async (name) => {
    for (const { document, file } of await synthesizeExample(name)) {
      const workdir = await TerraformWorkdir.create(undefined, 'tofu');
      try {
        await workdir.write(JSON.stringify(document), dirname(file));
        expectOk(await workdir.init());
        expect((await workdir.validate()).diagnostics).toEqual([]);
        const { plan } = expectOk(await workdir.plan());
        const actions = (plan?.resource_changes ?? []).map(({ change }) => change.actions.join());
        expect(new Set(actions)).toEqual(new Set(['create']));
      } finally {
        await workdir.dispose();
      }
    }
  });
});

describeTerraform('the offline provider for OpenTofu', () => {
  test('is found under the addresses of its registry', async () => {
    const workdir = await TerraformWorkdir.create();
    try {
      const found = JSON.parse(ofOpenTofu(workdir.provider.reattach)) as object;
      expect(Object.keys(found).sort()).toEqual([
        'registry.opentofu.org/azure/azapi',
        'registry.opentofu.org/hashicorp/azurerm',
      ]);
      expect(Object.values(found)).toEqual(
        Object.values(JSON.parse(workdir.provider.reattach) as object),
      );
    } finally {
      await workdir.dispose();
    }
  });
});

/** What OpenTofu 1.11, the least version that `required_version` lets through, takes of what stacks may hold. */
const KNOWN_BLOCKS = new Set([
  '//',
  'data',
  'import',
  'locals',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable',
]);
/** Settings of resources that Terraform and OpenTofu share; the others are of the providers. */
const KNOWN_LIFECYCLE = new Set([
  'create_before_destroy',
  'ignore_changes',
  'prevent_destroy',
  'replace_triggered_by',
]);

describe('what examples synthesize', () => {
  test.each(exampleNames())('of %s holds nothing that only Terraform has', async (name) => {
    for (const { document } of await synthesizeExample(name)) {
      const blocks = document as Readonly<Record<string, object>>;
      expect(Object.keys(blocks).filter((kind) => !KNOWN_BLOCKS.has(kind))).toEqual([]);
      expect(blocks['terraform']).toMatchObject({ required_version: '>= 1.11.0' });
      const text = JSON.stringify(document);
      expect(text).not.toMatch(/provider::|terraform_data|ephemeral\./);
      const resources = Object.values(blocks['resource'] ?? {}).flatMap(
        (named: object): readonly unknown[] => Object.values(named),
      ) as readonly { readonly lifecycle?: object }[];
      const settings = resources.flatMap(({ lifecycle = {} }) => Object.keys(lifecycle));
      expect(settings.filter((setting) => !KNOWN_LIFECYCLE.has(setting))).toEqual([]);
    }
  });
});
