import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { StorageBlob } from '@cdktf/provider-azurerm/lib/storage-blob';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { Annotations, TerraformOutput, type TerraformStack, TerraformVariable } from 'cdktf';
import type { MlStack } from '../../lib/platform/ml-stack';
import { PulumiDialect } from '../../lib/pulumi';
import { problemsOf } from './support/app';

function group(stack: TerraformStack, id: string, more: object = {}): ResourceGroup {
  return new ResourceGroup(stack, id, { name: id.toLowerCase(), location: 'westeurope', ...more });
}

/** Stacks with one thing that cannot be carried over, with the code and a part of the text. */
const BROKEN: readonly (readonly [code: string, text: string, fill: (stack: MlStack) => void])[] = [
  [
    'PulumiExpressionUnsupported',
    'azurerm_resource_group.A.tags.x must call functions that are known here, not timestamp, got "${timestamp()}"',
    (stack) => group(stack, 'A', { tags: { x: '${timestamp()}' } }),
  ],
  [
    'PulumiExpressionUnsupported',
    'must refer to something that is there, not to azurerm_resource_group.Gone, got "a-${azurerm_resource_group.Gone.id}"',
    (stack) => group(stack, 'A', { tags: { x: 'a-${azurerm_resource_group.Gone.id}' } }),
  ],
  [
    'PulumiExpressionUnsupported',
    'must do without ephemeral, which Pulumi has not',
    (stack) => group(stack, 'A', { tags: { x: '${ephemeral.azurerm_key_vault_secret.S.value}' } }),
  ],
  [
    'PulumiExpressionUnsupported',
    'must refer to variables that have a value: later has none',
    (stack) => {
      const later = new TerraformVariable(stack, 'later', {});
      group(stack, 'A', { tags: { x: later.stringValue } });
    },
  ],
  [
    'PulumiExpressionUnsupported',
    'must say which instance of azurerm_resource_group.Many it refers to',
    (stack) => {
      group(stack, 'Many', { count: 2 });
      group(stack, 'A', { tags: { x: '${azurerm_resource_group.Many.id}' } });
    },
  ],
  [
    'PulumiExpressionUnsupported',
    'must refer to an attribute of azurerm_resource_group.B, got "${azurerm_resource_group.B}"',
    (stack) => {
      group(stack, 'B');
      group(stack, 'A', { tags: { x: '${azurerm_resource_group.B}' } });
    },
  ],
  [
    'PulumiExpressionUnsupported',
    'must be known before anything is registered, since it decides what is registered, got "${length(azurerm_resource_group.B.id)}"',
    (stack) => {
      group(stack, 'B');
      group(stack, 'A').addOverride('count', '${length(azurerm_resource_group.B.id)}');
    },
  ],
  [
    'PulumiExpressionUnsupported',
    'must not refer to itself by local.a',
    (stack) => {
      stack.addOverride('locals', { a: '${local.a}' });
      group(stack, 'A', { tags: { x: '${local.a}' } });
    },
  ],
  [
    'PulumiExpressionUnsupported',
    'must read files that are there: gone.txt is not, got "${filemd5(\\"gone.txt\\")}"',
    (stack) => group(stack, 'A', { tags: { x: '${filemd5("gone.txt")}' } }),
  ],
  [
    'PulumiReferenceCircle',
    'azurerm_resource_group.A → azurerm_resource_group.B → azurerm_resource_group.A',
    (stack) => {
      group(stack, 'A', { tags: { x: '${azurerm_resource_group.B.id}' } });
      group(stack, 'B', { tags: { x: '${azurerm_resource_group.A.id}' } });
    },
  ],
  [
    'PulumiNotExpressed',
    'azurerm_resource_group.A.lifecycle.postcondition',
    (stack) =>
      group(stack, 'A', {
        lifecycle: { postcondition: [{ condition: true, errorMessage: 'no' }] },
      }),
  ],
  [
    'PulumiNotExpressed',
    'azurerm_resource_group.A.timeouts.read',
    (stack) => group(stack, 'A', { timeouts: { read: '5m' } }),
  ],
  [
    'PulumiNotExpressed',
    'azurerm_resource_group.A.provisioner',
    (stack) => group(stack, 'A', { provisioners: [{ type: 'local-exec', command: 'true' }] }),
  ],
  [
    'PulumiNotExpressed',
    's: removed must be something that Pulumi has as well',
    (stack) => {
      stack.addOverride('removed', [{ from: 'azurerm_resource_group.Gone' }]);
    },
  ],
  [
    'PulumiNotExpressed',
    's: variable.v.validation',
    (stack) => {
      const validation = [{ condition: true, errorMessage: 'no' }];
      new TerraformVariable(stack, 'v', { default: 'd', validation });
    },
  ],
  [
    'PulumiNotExpressed',
    's: output.o.precondition',
    (stack) => {
      new TerraformOutput(stack, 'o', { value: 'v' }).addOverride('precondition', [
        { condition: true, error_message: 'no' },
      ]);
    },
  ],
  [
    'PulumiNotExpressed',
    'azurerm_resource_group.A.depends_on',
    (stack) => {
      group(stack, 'A').addOverride('depends_on', ['module.x']);
    },
  ],
  [
    'PulumiShapeUnknown',
    'azurerm_resource_group.A.new_block',
    (stack) => {
      group(stack, 'A').addOverride('new_block', [{ some_name: 1 }]);
    },
  ],
  [
    'PulumiProviderVersionUnclear',
    "give providerVersions: { azurerm: '1.2.3' }",
    (stack) => {
      stack.addOverride('terraform.required_providers.azurerm.version', '< 5.0');
      group(stack, 'A');
    },
  ],
  [
    'PulumiSynthesisFailed',
    'this is wrong',
    (stack) => {
      Annotations.of(group(stack, 'A')).addError('this is wrong');
    },
  ],
];

describe('what cannot be carried over', () => {
  test.each(BROKEN)(
    'is refused with %s, before anything is registered: %s',
    async (code, text, fill) => {
      const found = await problemsOf(fill);
      expect(found.message).toContain(text);
      expect(found).toMatchObject({ code, registered: 0 });
    },
  );

  test('is told at once, all of it', async () => {
    const { message } = await problemsOf((stack) => {
      group(stack, 'A', { tags: { x: '${timestamp()}', y: '${1 + 1}' } });
      group(stack, 'B', { timeouts: { read: '5m' } });
    });
    expect(message).toContain('3 problems');
  });

  test('is told once, also where a block has many instances', async () => {
    const { message } = await problemsOf((stack) => {
      group(stack, 'A', { count: 5, tags: { x: '${timestamp()}' } });
    });
    expect(message).not.toContain('problems');
  });

  test('is a type that the constructs do not declare, in the classic dialect', async () => {
    const fill = (stack: MlStack): void => {
      new VirtualNetwork(stack, 'Net', {
        name: 'n',
        location: 'westeurope',
        resourceGroupName: 'rg',
        addressSpace: ['10.0.0.0/16'],
      });
    };
    expect(await problemsOf(fill, { dialect: PulumiDialect.CLASSIC })).toMatchObject({
      code: 'PulumiTypeUnknown',
      registered: 0,
    });
  });

  test('is an import of what only a data source says', async () => {
    const { code, message } = await problemsOf((stack) => {
      const blob = new StorageBlob(stack, 'Blob', {
        name: 'b',
        storageAccountName: 's',
        storageContainerName: 'c',
        type: 'Block',
      });
      stack.addOverride('import', [
        { to: `azurerm_storage_blob.${blob.friendlyUniqueId}`, id: '${each.value}', for_each: {} },
      ]);
    });
    expect(code).toBe('PulumiNotExpressed');
    expect(message).toContain('import what is known to be there, by its id');
  });
});
