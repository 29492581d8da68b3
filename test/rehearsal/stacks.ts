import { folderOf } from '../support/folder';

type Block = Readonly<Record<string, unknown>>;

/** A stack as cdktf writes it, with azurerm and azapi; anything may be added or replaced. */
export function stackDocument(name: string, parts: Block = {}): Block {
  return {
    '//': { metadata: { stackName: name, version: '0.21.0' } },
    terraform: {
      backend: { local: { path: `../../../terraform.${name}.tfstate` } },
      required_providers: {
        azurerm: { source: 'hashicorp/azurerm', version: '~> 4.0' },
        azapi: { source: 'Azure/azapi', version: '~> 2.0' },
      },
    },
    provider: { azurerm: [{ features: [{}] }], azapi: [{}] },
    ...parts,
  };
}

/** A resource group below a construct of a stack. */
export function group(path: string, attributes: Block = {}): Block {
  return {
    '//': { metadata: { path, uniqueId: 'x' } },
    name: 'rg-churn',
    location: 'westeurope',
    ...attributes,
  };
}

/** A stack with resource groups by their labels. */
export function groups(name: string, labelled: Block, parts: Block = {}): Block {
  return stackDocument(name, { resource: { azurerm_resource_group: labelled }, ...parts });
}

/** A folder as cdktf writes it, with its manifest. */
export function synthesized(
  stacks: Readonly<Record<string, Block>>,
  dependencies: Readonly<Record<string, readonly string[]>> = {},
): string {
  const names = Object.keys(stacks);
  const manifest = Object.fromEntries(
    names.map((name) => [
      name,
      {
        synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
        dependencies: dependencies[name] ?? [],
      },
    ]),
  );
  return folderOf({
    'manifest.json': JSON.stringify({ version: '0.21.0', stacks: manifest }),
    ...Object.fromEntries(
      names.map((name) => [`stacks/${name}/cdk.tf.json`, JSON.stringify(stacks[name], null, 2)]),
    ),
  });
}
