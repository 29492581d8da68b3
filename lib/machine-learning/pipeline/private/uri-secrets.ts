import { type Finding, isUnresolved } from '../../../core/validation';

/** A signature among the parameters of a URL, or a password before its host. */
const SECRET = /[?&](sig|signature|code|token)=|^[a-z]+:\/\/[^/@]*:[^/@]*@/i;

/** Finds fault with a URL that holds a secret in plain sight: it would stay in plan and state. */
export function secretFinding(property: string, uri: unknown): Finding | undefined {
  if (typeof uri !== 'string' || !SECRET.test(uri)) return undefined;
  return {
    property,
    must: 'hold no signature, token or password, which would stay in plan and state',
    got: isUnresolved(uri)
      ? 'a URL with one'
      : uri.replace(/[?].*$/, '?…').replace(/\/\/[^/@]*@/, '//…@'),
    fix: 'let the identity that runs the pipeline read the data, and name it by datastore or without the query',
  };
}
