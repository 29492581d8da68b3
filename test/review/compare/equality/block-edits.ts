interface Blocks {
  [name: string]: Record<string, unknown>;
}

/** A stack as Terraform JSON, as far as the edits go. */
export interface Stack {
  [part: string]: unknown;
  resource: { [type: string]: Blocks };
  data: { [type: string]: Blocks };
  output: Blocks;
}

/** A change of {@link BASE}. */
export interface BlockEdit {
  readonly edit: (stack: Stack) => void;
  /** Action and address of everything that Terraform plans. */
  readonly changes: readonly string[];
  /** What only one of the two reviews says, because it depends on values that are known only at apply. */
  readonly exceptions?: readonly string[];
}

const GROUP = '${azurerm_resource_group.g.id}';

/** Exists, and is not in the state. */
export const UNMANAGED = 'azurerm_user_assigned_identity.loose';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
const LOOSE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-loose`;

/** What is applied: blocks of every kind, small. */
export const BASE: Stack = {
  '//': { metadata: { stackName: 'blocks' } },
  terraform: {
    required_providers: {
      azapi: { source: 'Azure/azapi', version: '~> 2.12' },
      azurerm: { source: 'azurerm', version: '~> 4.81' },
    },
  },
  provider: {
    azapi: [{ subscription_id: SUBSCRIPTION }],
    azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION }],
  },
  resource: {
    azurerm_resource_group: {
      g: { name: 'rg-g', location: 'westeurope' },
      h: { name: 'rg-h', location: 'westeurope' },
    },
    azurerm_storage_account: {
      a: {
        name: 'staccount',
        resource_group_name: '${azurerm_resource_group.g.name}',
        location: '${azurerm_resource_group.g.location}',
        account_tier: 'Standard',
        account_replication_type: 'LRS',
        shared_access_key_enabled: false,
      },
    },
    azurerm_storage_container: {
      counted: {
        count: 3,
        name: 'counted${count.index}',
        storage_account_id: '${azurerm_storage_account.a.id}',
      },
      each: {
        for_each: { x: 'first', y: 'second' },
        name: 'each-${each.value}',
        storage_account_id: '${azurerm_storage_account.a.id}',
      },
    },
    azurerm_user_assigned_identity: {
      i: {
        name: 'id-i',
        resource_group_name: 'rg-g',
        location: 'westeurope',
        depends_on: ['azurerm_resource_group.g'],
      },
      loose: {
        name: 'id-loose',
        resource_group_name: 'rg-g',
        location: 'westeurope',
        depends_on: ['azurerm_resource_group.g'],
      },
    },
    azurerm_role_assignment: {
      r: {
        scope: GROUP,
        principal_id: '${azurerm_user_assigned_identity.i.principal_id}',
        role_definition_name: 'Reader',
      },
    },
    azapi_resource: {
      w: {
        type: 'Microsoft.Logic/workflows@2019-05-01',
        name: 'la-w',
        parent_id: GROUP,
        location: 'westeurope',
        body: { properties: { state: 'Enabled', definition: { actions: {}, triggers: {} } } },
        tags: { a: '1' },
        replace_triggers_external_values: { v: '1' },
        response_export_values: ['properties.accessEndpoint'],
      },
    },
    azapi_resource_action: {
      once: {
        type: 'Microsoft.Logic/workflows@2019-05-01',
        resource_id: '${azapi_resource.w.id}',
        action: 'disable',
        method: 'POST',
      },
    },
    azurerm_data_factory: {
      f: {
        name: 'adf-f',
        resource_group_name: '${azurerm_resource_group.g.name}',
        location: 'westeurope',
        lifecycle: {
          replace_triggered_by: ['azapi_resource.w'],
          ignore_changes: ['public_network_enabled'],
        },
      },
    },
  },
  data: {
    azurerm_client_config: { me: {} },
    azurerm_storage_account: {
      found: { name: '${azurerm_storage_account.a.name}', resource_group_name: 'rg-g' },
    },
    azurerm_resource_group: { late: { name: 'rg-h', depends_on: ['azurerm_resource_group.h'] } },
  },
  output: {
    plain: { value: 'one' },
    account: { value: '${azurerm_storage_account.a.id}' },
    tenant: { value: '${data.azurerm_client_config.me.tenant_id}' },
    endpoint: { value: '${azapi_resource.w.output}' },
    place: { value: '${data.azurerm_resource_group.late.location}' },
    hidden: { value: 'secret', sensitive: true },
  },
};

/** Arguments of a resource of the stack. */
function of(stack: Stack, type: string, name: string): Record<string, unknown> {
  const found = stack.resource[type]?.[name];
  if (found === undefined) throw new RangeError(`${type}.${name}`);
  return found;
}

/** An edit that gives a resource other arguments. */
function set(type: string, name: string, given: object, ...changes: string[]): BlockEdit {
  return { edit: (stack) => Object.assign(of(stack, type, name), given), changes };
}

const WORKFLOW_REPLACED = [
  'replace azapi_resource.w',
  'replace azapi_resource_action.once',
  'replace azurerm_data_factory.f',
];

const ACCOUNT_CHANGED = [
  'read data.azurerm_storage_account.found',
  ...[0, 1, 2].map((index) => `update azurerm_storage_container.counted[${String(index)}]`),
  'update azurerm_storage_container.each["x"]',
  'update azurerm_storage_container.each["y"]',
];

/** Changes of {@link BASE}, by what is changed. */
export const BLOCK_EDITS: Readonly<Record<string, BlockEdit>> = {
  nothing: { edit: () => undefined, changes: [] },
  'a smaller count': set(
    'azurerm_storage_container',
    'counted',
    { count: 1 },
    'delete azurerm_storage_container.counted[1]',
    'delete azurerm_storage_container.counted[2]',
  ),
  'a larger count': set(
    'azurerm_storage_container',
    'counted',
    { count: 4 },
    'create azurerm_storage_container.counted[3]',
  ),
  'another key': set(
    'azurerm_storage_container',
    'each',
    { for_each: { x: 'first', z: 'third' } },
    'delete azurerm_storage_container.each["y"]',
    'create azurerm_storage_container.each["z"]',
  ),
  'another value of a key': set(
    'azurerm_storage_container',
    'each',
    { for_each: { x: 'first', y: 'other' } },
    'replace azurerm_storage_container.each["y"]',
  ),
  'keys in place of a count': set(
    'azurerm_storage_container',
    'counted',
    { count: undefined, for_each: { a: 'a' }, name: 'counted0' },
    'create azurerm_storage_container.counted["a"]',
    'delete azurerm_storage_container.counted[0]',
    'delete azurerm_storage_container.counted[1]',
    'delete azurerm_storage_container.counted[2]',
  ),
  'one in place of a count': set(
    'azurerm_storage_container',
    'counted',
    { count: undefined, name: 'counted0' },
    'delete azurerm_storage_container.counted[1]',
    'delete azurerm_storage_container.counted[2]',
    'no-op azurerm_storage_container.counted',
  ),
  'a move': {
    edit: (stack) => {
      stack.resource['azurerm_data_factory'] = { moved: of(stack, 'azurerm_data_factory', 'f') };
      stack['moved'] = [{ from: 'azurerm_data_factory.f', to: 'azurerm_data_factory.moved' }];
    },
    changes: ['no-op azurerm_data_factory.moved'],
  },
  'a move of all instances': {
    edit: (stack) => {
      stack.resource['azurerm_storage_container'] = {
        counted: of(stack, 'azurerm_storage_container', 'counted'),
        others: of(stack, 'azurerm_storage_container', 'each'),
      };
      stack['moved'] = [
        { from: 'azurerm_storage_container.each', to: 'azurerm_storage_container.others' },
      ];
    },
    changes: [
      'no-op azurerm_storage_container.others["x"]',
      'no-op azurerm_storage_container.others["y"]',
    ],
  },
  'a move of one instance': {
    edit: (stack) => {
      Object.assign(of(stack, 'azurerm_storage_container', 'each'), {
        for_each: { x: 'first', z: 'second' },
      });
      stack['moved'] = [
        { from: 'azurerm_storage_container.each["y"]', to: 'azurerm_storage_container.each["z"]' },
      ];
    },
    changes: ['no-op azurerm_storage_container.each["z"]'],
  },
  'a move with a change': {
    edit: (stack) => {
      stack.resource['azurerm_data_factory'] = {
        moved: { ...of(stack, 'azurerm_data_factory', 'f'), tags: { a: 'b' } },
      };
      stack['moved'] = [{ from: 'azurerm_data_factory.f', to: 'azurerm_data_factory.moved' }];
    },
    changes: ['update azurerm_data_factory.moved'],
  },
  'an import': {
    edit: (stack) => {
      Object.assign(stack.resource['azurerm_user_assigned_identity'] ?? {}, {
        loose: { name: 'id-loose', resource_group_name: 'rg-g', location: 'westeurope' },
      });
      stack['import'] = [
        {
          to: UNMANAGED,
          id: LOOSE_ID,
        },
      ];
    },
    changes: [`no-op ${UNMANAGED}`],
  },
  'a resource that is forgotten': {
    edit: (stack) => {
      delete stack.resource['azurerm_data_factory'];
      stack['removed'] = [{ from: 'azurerm_data_factory.f', lifecycle: { destroy: false } }];
    },
    changes: ['forget azurerm_data_factory.f'],
  },
  'a resource that is removed and destroyed': {
    edit: (stack) => {
      delete stack.resource['azurerm_data_factory'];
      stack['removed'] = [{ from: 'azurerm_data_factory.f', lifecycle: { destroy: true } }];
    },
    changes: ['delete azurerm_data_factory.f'],
  },
  'instances that are forgotten': {
    edit: (stack) => {
      stack.resource['azurerm_storage_container'] = {
        counted: of(stack, 'azurerm_storage_container', 'counted'),
      };
      stack['removed'] = [
        { from: 'azurerm_storage_container.each', lifecycle: { destroy: false } },
      ];
    },
    changes: [
      'forget azurerm_storage_container.each["x"]',
      'forget azurerm_storage_container.each["y"]',
    ],
  },
  'the name of an azapi resource': set(
    'azapi_resource',
    'w',
    { name: 'la-v' },
    ...WORKFLOW_REPLACED,
  ),
  'the parent of an azapi resource': set(
    'azapi_resource',
    'w',
    { parent_id: '${azurerm_resource_group.h.id}' },
    ...WORKFLOW_REPLACED,
  ),
  'the region of an azapi resource': set(
    'azapi_resource',
    'w',
    { location: 'northeurope' },
    ...WORKFLOW_REPLACED,
  ),
  'the region of an azapi resource, spelled in words': set('azapi_resource', 'w', {
    location: 'West Europe',
  }),
  'the ARM type of an azapi resource': set(
    'azapi_resource',
    'w',
    { type: 'Microsoft.Web/serverfarms@2022-09-01', body: { sku: { name: 'B1' } } },
    ...WORKFLOW_REPLACED,
  ),
  'the api-version of an azapi resource': set(
    'azapi_resource',
    'w',
    { type: 'Microsoft.Logic/workflows@2018-07-01-preview' },
    'update azapi_resource.w',
    'replace azurerm_data_factory.f',
  ),
  'an external value that replaces': set(
    'azapi_resource',
    'w',
    { replace_triggers_external_values: { v: '2' } },
    ...WORKFLOW_REPLACED,
  ),
  'no more external values': set(
    'azapi_resource',
    'w',
    { replace_triggers_external_values: undefined },
    'update azapi_resource.w',
    'replace azurerm_data_factory.f',
  ),
  'the body of an azapi resource': set(
    'azapi_resource',
    'w',
    { body: { properties: { state: 'Disabled', definition: { actions: {}, triggers: {} } } } },
    'update azapi_resource.w',
    'replace azurerm_data_factory.f',
  ),
  'the tags of an azapi resource': set(
    'azapi_resource',
    'w',
    { tags: { a: '2' } },
    'update azapi_resource.w',
    'replace azurerm_data_factory.f',
  ),
  'the action of a request': set(
    'azapi_resource_action',
    'once',
    { action: 'enable' },
    'replace azapi_resource_action.once',
  ),
  'the method of a request': set(
    'azapi_resource_action',
    'once',
    { method: 'PUT' },
    'update azapi_resource_action.once',
  ),
  'an argument that is ignored': set('azurerm_data_factory', 'f', {
    public_network_enabled: false,
  }),
  'the name of an account': set(
    'azurerm_storage_account',
    'a',
    { name: 'stother' },
    'replace azurerm_storage_account.a',
    ...ACCOUNT_CHANGED,
  ),
  'a group with everything in it': set(
    'azurerm_resource_group',
    'g',
    { name: 'rg-other' },
    'replace azurerm_resource_group.g',
    'replace azurerm_storage_account.a',
    'replace azurerm_role_assignment.r',
    ...WORKFLOW_REPLACED,
    ...ACCOUNT_CHANGED,
  ),
  'the region of a group, spelled in words': set('azurerm_resource_group', 'g', {
    location: 'West Europe',
  }),
  'one that gets a count': set(
    'azurerm_role_assignment',
    'r',
    { count: 1 },
    'no-op azurerm_role_assignment.r[0]',
  ),
  'a chain of moves': {
    edit: (stack) => {
      stack.resource['azurerm_data_factory'] = { z: of(stack, 'azurerm_data_factory', 'f') };
      stack['moved'] = [
        { from: 'azurerm_data_factory.f', to: 'azurerm_data_factory.y' },
        { from: 'azurerm_data_factory.y', to: 'azurerm_data_factory.z' },
      ];
    },
    changes: ['no-op azurerm_data_factory.z'],
  },
  'the tags of a group that a data source waits for': set(
    'azurerm_resource_group',
    'h',
    { tags: { a: 'b' } },
    'update azurerm_resource_group.h',
    'read data.azurerm_resource_group.late',
  ),
  'a broader role': set(
    'azurerm_role_assignment',
    'r',
    { role_definition_name: 'Contributor' },
    'replace azurerm_role_assignment.r',
  ),
  'another principal': set(
    'azurerm_role_assignment',
    'r',
    { principal_id: '${data.azurerm_client_config.me.object_id}' },
    'replace azurerm_role_assignment.r',
  ),
  outputs: {
    edit: (stack) => {
      stack.output = {
        plain: { value: 'two' },
        account: { value: GROUP },
        more: { value: 1 },
        hidden: { value: 'other', sensitive: true },
      };
    },
    changes: [],
  },
  'keys of an account that are taken': set(
    'azurerm_storage_account',
    'a',
    { shared_access_key_enabled: true },
    'update azurerm_storage_account.a',
    'read data.azurerm_storage_account.found',
  ),
  'a resource that exists no more': {
    edit: (stack) => {
      delete stack.resource['azurerm_role_assignment'];
    },
    changes: ['delete azurerm_role_assignment.r'],
  },
  // A reference says in a configuration what kind of scope it is; in the plan its value is unknown.
  'a broad role on a new group': {
    edit: (stack) => {
      Object.assign(stack.resource['azurerm_resource_group'] ?? {}, {
        n: { name: 'rg-n', location: 'westeurope' },
      });
      Object.assign(stack.resource['azurerm_role_assignment'] ?? {}, {
        n: {
          scope: '${azurerm_resource_group.n.id}',
          principal_id: '${azurerm_user_assigned_identity.i.principal_id}',
          role_definition_name: 'Contributor',
        },
      });
    },
    changes: ['create azurerm_resource_group.n', 'create azurerm_role_assignment.n'],
    exceptions: [
      'synthesized: dangerous: 1 dangerous change and 1 finding of high severity: 2 to create',
      'planned: changes: 2 to create',
      'only synthesized: introduced broad-role high azurerm_role_assignment.n',
      'only planned: introduced broad-role medium azurerm_role_assignment.n',
    ],
  },
  // Which instances there are is not in the configuration.
  'instances by what a data source finds': {
    edit: (stack) => {
      Object.assign(stack.resource['azurerm_user_assigned_identity'] ?? {}, {
        n: {
          for_each: '${toset([data.azurerm_client_config.me.subscription_id])}',
          name: 'id-n',
          resource_group_name: 'rg-g',
          location: 'westeurope',
        },
      });
    },
    changes: [`create azurerm_user_assigned_identity.n["${SUBSCRIPTION}"]`],
    exceptions: [
      'only synthesized: create azurerm_user_assigned_identity.n',
      `only planned: create azurerm_user_assigned_identity.n["${SUBSCRIPTION}"]`,
    ],
  },
  // What an import finds is not in the configuration.
  'an import of what is otherwise': {
    edit: (stack) => {
      Object.assign(stack.resource['azurerm_user_assigned_identity'] ?? {}, {
        loose: {
          name: 'id-loose',
          resource_group_name: 'rg-g',
          location: 'westeurope',
          tags: { a: 'b' },
        },
      });
      stack['import'] = [{ to: UNMANAGED, id: LOOSE_ID }];
    },
    changes: [`update ${UNMANAGED}`],
    exceptions: [
      'synthesized: changes: 1 imported',
      'planned: changes: 1 to update and 1 imported',
      `only synthesized: no-op ${UNMANAGED}`,
      `only planned: update ${UNMANAGED}`,
    ],
  },
};
