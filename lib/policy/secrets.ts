/** Terraform references stand for values that the text does not hold. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a storage account key', /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/],
  ['an account key', /AccountKey=(?!\$\{)[^;\s"']{4,}/i],
  ['a shared access key', /SharedAccessKey=(?!\$\{)[^;\s"']{4,}/i],
  ['a shared access signature', /[?&]sig=(?!\$\{)[\w%+/=-]{8,}/i],
  ['a password in a connection string', /(?:password|pwd)=(?!\$\{)[^;\s"'&]{4,}/i],
  ['a bearer token', /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a client secret of Entra ID', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ['an access token of Databricks', /\bdapi[0-9a-f]{32}\b/],
  ['an access token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}\b/],
];

/** What a text that holds a secret has somewhere; most texts have none of it, and are done with. */
const HINT = /==|key=|sig=|password=|pwd=|eyJ|PRIVATE KEY|Q~|dapi|gh[pousr]_/i;

/** What kind of secret a text looks like it holds, `undefined` for none. */
export function secretIn(text: string): string | undefined {
  if (text.length < 8 || !HINT.test(text)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}
