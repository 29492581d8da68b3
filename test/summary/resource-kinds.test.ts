import { readFileSync } from 'node:fs';
import { API_VERSIONS } from '../../lib/azapi/api-versions';
import { RESOURCE_KINDS } from '../../lib/summary/private/resource-kinds';
import { librarySources } from '../support/repository';

/** Types that are read or acted on, and never declared. */
const NOT_DECLARED = [
  'azurerm_data_azurerm_client_config',
  'azurerm_provider',
  'microsoft.machinelearningservices/workspaces/jobs',
];

const declared = [
  ...Object.keys(API_VERSIONS).map((type) => type.toLowerCase()),
  ...librarySources().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/@cdktf\/provider-azurerm\/lib\/([a-z0-9-]+)/g)].map(
      ([, name = '']) => `azurerm_${name.replaceAll('-', '_')}`,
    ),
  ),
];

test('the summary has a word for everything that the library declares', () => {
  expect(declared.length).toBeGreaterThan(30);
  const unnamed = declared.filter(
    (type) => !RESOURCE_KINDS.has(type) && !NOT_DECLARED.includes(type),
  );
  expect([...new Set(unnamed)]).toEqual([]);
});
