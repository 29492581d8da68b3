import { nameOf } from '../../azure/arm-id';
import { guidFor } from '../../azure/fabricate';
import {
  below,
  inGroup,
  needed,
  optional,
  type AzurermType,
  type AzurermTypes,
  type Made,
} from '../azurerm-type';

const VAULTS = 'Microsoft.KeyVault/vaults';

/** Key vaults, their access policies, keys and secrets. */
export const KEY_VAULT: AzurermTypes = {
  azurerm_key_vault: inGroup(VAULTS, {
    vault_uri: ({ armId }) => `https://${nameOf(armId)}.vault.azure.net/`,
    access_policy: () => [],
    rbac_authorization_enabled: (made) => made.attributes['enable_rbac_authorization'] === true,
    enable_rbac_authorization: (made) => made.attributes['rbac_authorization_enabled'] === true,
  }),
  azurerm_key_vault_access_policy: {
    armType: `${VAULTS}/accessPolicies`,
    armId: (making) =>
      `${needed(making, 'key_vault_id')}/accessPolicies/${[needed(making, 'object_id'), optional(making, 'application_id')].filter((part) => part !== undefined).join('.')}`,
    terraformId: (made) => {
      const application = optional(made, 'application_id');
      const suffix = application === undefined ? '' : `/applicationId/${application}`;
      return `${needed(made, 'key_vault_id')}/objectId/${needed(made, 'object_id')}${suffix}`;
    },
  },
  azurerm_key_vault_key: inVault('keys', {
    n: () => 'b2ZmbGluZQ',
    e: () => 'AQAB',
    x: () => '',
    y: () => '',
    curve: () => '',
    public_key_pem: () => '-----BEGIN PUBLIC KEY-----\nb2ZmbGluZQ==\n-----END PUBLIC KEY-----\n',
    public_key_openssh: () => 'ssh-rsa b2ZmbGluZQ==',
  }),
  azurerm_key_vault_secret: inVault('secrets'),
};

/** A key or secret: Terraform knows it by its versioned URL. */
function inVault(segment: string, more: AzurermType['computed'] = {}): AzurermType {
  const version = ({ armId }: Made): string => guidFor(armId).replaceAll('-', '');
  const url = (made: Made): string =>
    `https://${nameOf(needed(made, 'key_vault_id'))}.vault.azure.net/${segment}/${needed(made, 'name')}`;
  return {
    ...below('key_vault_id', `${VAULTS}/${segment}`),
    terraformId: (made) => `${url(made)}/${version(made)}`,
    computed: {
      version,
      versionless_id: url,
      resource_id: (made) => `${made.armId}/versions/${version(made)}`,
      resource_versionless_id: ({ armId }) => armId,
      ...more,
    },
  };
}
