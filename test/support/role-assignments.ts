import { Testing, type TerraformStack } from 'cdktf';

interface Assignment {
  readonly scope: string;
  readonly role_definition_id: string;
}

interface Resources {
  readonly resource?: {
    readonly azurerm_role_definition?: Readonly<Record<string, { readonly name: string }>>;
    readonly azurerm_role_assignment?: Readonly<Record<string, Assignment>>;
    readonly azapi_resource?: Readonly<
      Record<string, { readonly type: string; readonly name: string }>
    >;
    readonly azurerm_storage_container?: Readonly<Record<string, { readonly name: string }>>;
  };
}

const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', 'Storage Blob Data Reader'],
  ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', 'Storage Blob Data Contributor'],
  ['8a0f0c08-91a1-4084-bc3d-661d67233fed', 'Storage Queue Data Message Processor'],
  ['c6a89b2d-59bc-44d0-9896-0f6e12d7b80a', 'Storage Queue Data Message Sender'],
]);

/** Every role assignment of a stack as `<role> on <type>/<name>`, sorted. */
export function roleAssignments(stack: TerraformStack): readonly string[] {
  const { resource = {} } = JSON.parse(Testing.synth(stack)) as Resources;
  const names = {
    ...resource.azapi_resource,
    ...resource.azurerm_storage_container,
  };
  return Object.values(resource.azurerm_role_assignment ?? {})
    .map(({ scope, role_definition_id: role }) => {
      const guid = role.split('/').pop() ?? '';
      const reference = /^\$\{azurerm_role_definition\.([^.]+)\./.exec(role)?.[1] ?? '';
      const custom = resource.azurerm_role_definition?.[reference]?.name;
      const roleName = BUILT_IN.get(guid) ?? custom?.split(' ').slice(0, 5).join(' ') ?? role;
      return `${roleName} on ${placeOf(scope, names)}`;
    })
    .sort();
}

/** The last two parts of an id; of a resource of the stack, what its name begins with. */
function placeOf(
  scope: string,
  names: Readonly<Record<string, { readonly name: string }>>,
): string {
  const [, address] = /^\$\{\w+\.([^.]+)\.id\}$/.exec(scope) ?? [];
  const name = address === undefined ? undefined : names[address]?.name;
  return name === undefined ? scope.split('/').slice(-2).join('/') : (name.split('-')[0] ?? name);
}
