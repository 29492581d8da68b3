import { BuiltInRole } from '../../lib/identity';
import { codesIn, SUBSCRIPTION_ID } from '../support/stack';

/** The GUIDs of Azure's own table of built-in roles. */
const ROLES: readonly (readonly [BuiltInRole, string, string])[] = [
  [BuiltInRole.ACR_PULL, 'AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d'],
  [
    BuiltInRole.AZUREML_COMPUTE_OPERATOR,
    'AzureML Compute Operator',
    'e503ece1-11d0-4e8e-8e2c-7a6c3bf38815',
  ],
  [
    BuiltInRole.AZUREML_DATA_SCIENTIST,
    'AzureML Data Scientist',
    'f6c7c914-8db3-469d-8ca1-694a8f32e121',
  ],
  [BuiltInRole.CONTRIBUTOR, 'Contributor', 'b24988ac-6180-42a0-ab88-20f7382dd24c'],
  [
    BuiltInRole.EVENT_GRID_EVENT_SUBSCRIPTION_CONTRIBUTOR,
    'EventGrid EventSubscription Contributor',
    '428e0ff0-5e57-4d9c-a221-2c70d0e0a443',
  ],
  [
    BuiltInRole.EVENT_GRID_EVENT_SUBSCRIPTION_READER,
    'EventGrid EventSubscription Reader',
    '2414bbcf-6497-4faf-8c65-045460748405',
  ],
  [
    BuiltInRole.MANAGED_IDENTITY_OPERATOR,
    'Managed Identity Operator',
    'f1a07417-d97a-45cb-824c-7a7467783830',
  ],
  [BuiltInRole.READER, 'Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'],
  [
    BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR,
    'Storage Blob Data Contributor',
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  ],
  [
    BuiltInRole.STORAGE_BLOB_DATA_READER,
    'Storage Blob Data Reader',
    '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
  ],
  [
    BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR,
    'Storage File Data Privileged Contributor',
    '69566ab7-960f-475b-8e7c-b3118f30c6bd',
  ],
  [
    BuiltInRole.STORAGE_FILE_DATA_PRIVILEGED_READER,
    'Storage File Data Privileged Reader',
    'b8eda974-7b85-4f76-af95-65846b26df6d',
  ],
  [
    BuiltInRole.STORAGE_QUEUE_DATA_MESSAGE_PROCESSOR,
    'Storage Queue Data Message Processor',
    '8a0f0c08-91a1-4084-bc3d-661d67233fed',
  ],
  [
    BuiltInRole.STORAGE_QUEUE_DATA_MESSAGE_SENDER,
    'Storage Queue Data Message Sender',
    'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a',
  ],
];

describe('the built-in roles', () => {
  test.each(ROLES)('have the name and GUID of Azure: %#', (role, name, guid) => {
    expect([role.roleName, role.guid]).toEqual([name, guid]);
  });

  test('are all checked here', () => {
    const statics = Object.values(BuiltInRole).filter((value) => value instanceof BuiltInRole);
    expect(new Set(ROLES.map(([role]) => role))).toEqual(new Set(statics));
  });

  test('are spelled with the subscription of their scope', () => {
    expect(BuiltInRole.READER.roleDefinitionIdIn(SUBSCRIPTION_ID)).toBe(
      `/subscriptions/${SUBSCRIPTION_ID}/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`,
    );
  });
});

describe('a role that has no name here', () => {
  test('is known by its GUID', () => {
    const role = BuiltInRole.of('Key Vault Reader', '21090545-7ca7-4776-b22c-e363652d74d2');
    expect(role.roleDefinitionIdIn('s')).toMatch(/\/21090545-7ca7-4776-b22c-e363652d74d2$/);
  });

  test.each(['', 'Reader', '/providers/x/21090545-7ca7-4776-b22c-e363652d74d2'])(
    'fails to be known by %p',
    (guid) => {
      expect(codesIn(() => BuiltInRole.of('Key Vault Reader', guid))).not.toEqual([]);
    },
  );
});
