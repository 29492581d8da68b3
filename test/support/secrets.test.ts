import { SECRET_KINDS, secretsIn } from './secrets';

/** In parts, so that no scanner takes this file for a leak. */
const SAMPLES: readonly (readonly [kind: string, sample: string])[] = [
  sample('storage account key', 'aB3+'.repeat(21), 'x/=='),
  sample('account key', 'Account', 'Key=abcd'),
  sample('shared access key', 'Endpoint=sb://x/;SharedAccess', 'Key=abcd'),
  sample('shared access signature', 'https://x/y?sv=2024-08-04&', 'sig=a%2Bb%2Fc1234%3D'),
  sample('connection string', 'DefaultEndpoints', 'Protocol=https;AccountName=x'),
  sample('password in a connection string', 'Server=x;Pass', 'word=hunter22;'),
  sample('bearer token', 'eyJ', 'Ab1_'.repeat(4), '.eyJ', 'Ab1_'.repeat(4), '.', 'Ab1_'.repeat(4)),
  sample('private key', '-----BEGIN RSA PRIVATE ', 'KEY-----'),
  sample('client secret of Entra ID', 'abc8Q', '~', 'aB1.'.repeat(8)),
  sample('access token of Databricks', 'dapi', '0123456789abcdef'.repeat(2)),
];

function sample(kind: string, ...parts: readonly string[]): readonly [string, string] {
  return [kind, parts.join('')];
}

describe('the search for secrets', () => {
  test('has a sample of every kind', () => {
    expect(SAMPLES.map(([kind]) => kind)).toEqual(SECRET_KINDS);
  });

  test.each(SAMPLES)('finds a %s', (kind, text) => {
    expect(secretsIn(text).map((finding) => finding.kind)).toContain(kind);
  });

  test.each(SAMPLES)('finds a %s deep inside a document of JSON', (kind, text) => {
    const document = {
      resource: { a: { B: { list: [{ text: JSON.stringify({ x: text }) }] } } },
    };
    expect(secretsIn(document)).toContainEqual({ kind, path: '$.resource.a.B.list[0].text' });
  });

  test('finds one in a key', () => {
    const key = `dapi${'0'.repeat(32)}`;
    expect(secretsIn({ [key]: 1 })).toEqual([
      { kind: 'access token of Databricks', path: `the key $.${key}` },
    ]);
  });

  test.each([
    'Account' + 'Key=${azurerm_storage_account.A.primary_access_key}',
    'https://x/y?sig=${data.sas.A.sig}',
    'DefaultEndpoints' + 'Protocol=https;AccountName=${azurerm_storage_account.A.name}',
    'Server=x;Pass' + 'word=${var.password};',
    '3f0a7f7e-2c6b-4a43-9d0e-6a1f6d9c6d55',
    'a'.repeat(64),
    '/subscriptions/x/resourceGroups/y/providers/Microsoft.Storage/storageAccounts/z',
    'design=a&assign=b',
    'eyJ',
  ])('leaves alone: %s', (text) => {
    expect(secretsIn({ text })).toEqual([]);
  });

  test('leaves alone what is no text', () => {
    expect(secretsIn({ a: 1, b: null, c: true, d: [0] })).toEqual([]);
  });
});
