import { bridgedFunction, bridgedType } from '../../lib/pulumi/private/names/bridged-tokens';
import { camelCase } from '../../lib/pulumi/private/names/camel-case';
import { plural } from '../../lib/pulumi/private/names/plural';

describe('a name in Pulumi', () => {
  test.each([
    ['min_tls_version', 'minTlsVersion'],
    ['content_md5', 'contentMd5'],
    ['ip_rules_2', 'ipRules2'],
    ['a__b', 'aB'],
    ['id', 'id'],
  ])('of %s is %s', (name, expected) => {
    expect(camelCase(name)).toBe(expected);
  });

  test.each([
    ['bypass', 'bypasses'],
    ['identity', 'identities'],
    ['ip_rule', 'ip_rules'],
    ['network_acls', 'network_acls'],
    ['status', 'statuses'],
    ['address_prefix', 'address_prefixes'],
    ['index', 'indices'],
    ['person', 'people'],
    ['media', 'media'],
    ['alias', 'aliases'],
    ['shelf', 'shelves'],
  ])('of a list %s is made of %s', (name, expected) => {
    expect(plural(name)).toBe(expected);
  });

  test('of a type and of a function has the module and the name', () => {
    expect(bridgedType('azapi_resource_action')).toBe('azapi:index/resourceAction:ResourceAction');
    expect(bridgedFunction('azurerm_key_vault')).toBe('azurerm:index/getKeyVault:getKeyVault');
  });
});
