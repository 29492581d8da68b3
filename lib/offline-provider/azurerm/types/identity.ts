import { guidFor, TENANT_ID } from '../../azure/fabricate';
import { nameOf, sameId } from '../../azure/arm-id';
import {
  extending,
  inGroup,
  needed,
  optional,
  type AzurermTypes,
  type Made,
  type Making,
} from '../azurerm-type';
import { textOf } from '../../wire/value';
import { builtInRoleId, builtInRoleName } from '../built-in-roles';

const ROLE_DEFINITIONS = 'Microsoft.Authorization/roleDefinitions';

/** Managed identities, roles and who has them. */
export const IDENTITY: AzurermTypes = {
  azurerm_user_assigned_identity: inGroup('Microsoft.ManagedIdentity/userAssignedIdentities', {
    principal_id: ({ armId }) => guidFor(`${armId}#principal`),
    client_id: ({ armId }) => guidFor(`${armId}#client`),
    tenant_id: () => TENANT_ID,
  }),
  azurerm_federated_identity_credential: {
    armType: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
    armId: (making) =>
      `${identityOf(making)}/federatedIdentityCredentials/${needed(making, 'name')}`,
    computed: {
      parent_id: identityOf,
      user_assigned_identity_id: identityOf,
      resource_group_name: (made) => identityOf(made).split('/')[4] ?? '',
    },
  },
  azurerm_role_assignment: {
    ...extending('scope', 'Microsoft.Authorization/roleAssignments', assignmentName),
    computed: {
      name: ({ armId }) => nameOf(armId),
      role_definition_id: (made) => roleDefinitionOf(made),
      role_definition_name: roleNameOf,
      principal_type: () => 'ServicePrincipal',
      skip_service_principal_aad_check: () => null,
      condition_version: () => '',
    },
  },
  azurerm_role_definition: {
    ...extending('scope', ROLE_DEFINITIONS, definitionName),
    terraformId: (made) => `${made.armId}|${needed(made, 'scope')}`,
    computed: {
      role_definition_id: ({ armId }) => nameOf(armId),
      role_definition_resource_id: ({ armId }) => armId,
      assignable_scopes: (made) => [needed(made, 'scope')],
    },
  },
};

function identityOf(making: Making): string {
  return optional(making, 'user_assigned_identity_id') ?? needed(making, 'parent_id');
}

/** Azure wants a GUID; azurerm makes one where none is configured. */
function assignmentName(making: Making): string {
  const configured = optional(making, 'name');
  if (configured !== undefined) return configured;
  const role = optional(making, 'role_definition_id') ?? needed(making, 'role_definition_name');
  return guidFor([needed(making, 'scope'), role, needed(making, 'principal_id')].join('|'));
}

function roleDefinitionOf(making: Making): string {
  const name = needed(making, 'role_definition_name');
  const subscription = `/subscriptions/${making.subscriptionId}`;
  return `${subscription}/providers/${ROLE_DEFINITIONS}/${builtInRoleId(name) ?? guidFor(name)}`;
}

/** Custom roles have the name that they were made with. */
function roleNameOf(made: Made): string {
  const guid = nameOf(needed(made, 'role_definition_id'));
  const custom = made.service.store
    .list()
    .find(({ id, type }) => sameId(type, ROLE_DEFINITIONS) && sameId(nameOf(id), guid));
  return (
    builtInRoleName(guid) ?? textOf(custom?.azurerm?.attributes['name'] ?? null) ?? 'Custom Role'
  );
}

function definitionName(making: Making): string {
  return (
    optional(making, 'role_definition_id') ??
    guidFor([needed(making, 'scope'), needed(making, 'name')].join('|'))
  );
}
