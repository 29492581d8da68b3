/** A text that looks like a secret. */
export interface SecretFinding {
  /** What it looks like. */
  readonly kind: string;
  /** Where it stands, such as `$.resource.azapi_resource.A.body`. */
  readonly path: string;
}

/** Terraform interpolations stand for values that the configuration does not hold. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['storage account key', /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/],
  ['account key', /AccountKey=(?!\$\{)[^;\s"']{4,}/i],
  ['shared access key', /SharedAccessKey=(?!\$\{)[^;\s"']{4,}/i],
  ['shared access signature', /[?&]sig=(?!\$\{)[\w%+/=-]{8,}/i],
  ['connection string', /DefaultEndpointsProtocol=https?;(?!.*\$\{)/i],
  ['password in a connection string', /(?:password|pwd)=(?!\$\{)[^;\s"'&]{4,}/i],
  ['bearer token', /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['client secret of Entra ID', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ['access token of Databricks', /\bdapi[0-9a-f]{32}\b/],
];

/** The kinds of secrets that can be told. */
export const SECRET_KINDS: readonly string[] = KINDS.map(([kind]) => kind);

/** Everything in a value of JSON that looks like a secret, its keys included. */
export function secretsIn(value: unknown, path = '$'): readonly SecretFinding[] {
  if (typeof value === 'string') {
    return KINDS.filter(([, pattern]) => pattern.test(value)).map(([kind]) => ({ kind, path }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => secretsIn(item, `${path}[${String(index)}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...secretsIn(key, `the key ${path}.${key}`),
    ...secretsIn(member, `${path}.${key}`),
  ]);
}
