import { camelCase, pascalCase } from './camel-case';

/**
 * Type of a resource of a bridged provider: `azurerm_key_vault` is
 * `azurerm:index/keyVault:KeyVault`.
 */
export function bridgedType(terraformType: string): string {
  const [provider, name] = partsOf(terraformType);
  return `${provider}:index/${camelCase(name)}:${pascalCase(name)}`;
}

/**
 * Function that reads a data source of a bridged provider: `azurerm_client_config` is
 * `azurerm:index/getClientConfig:getClientConfig`.
 */
export function bridgedFunction(terraformType: string): string {
  const [provider, name] = partsOf(terraformType);
  const read = `get${pascalCase(name)}`;
  return `${provider}:index/${read}:${read}`;
}

/** Provider of a type of Terraform, by the rule that its first word names it. */
export function providerOf(terraformType: string): string {
  return partsOf(terraformType)[0];
}

function partsOf(terraformType: string): readonly [provider: string, name: string] {
  const [provider = '', ...words] = terraformType.split('_');
  return [provider, words.length === 0 ? provider : words.join('_')];
}
