import { createHash } from 'node:crypto';

/** Tenant of everything that the offline provider makes. */
export const TENANT_ID = '7e57da7a-0000-4000-8000-00000000a1d0';
/** Application that the provider claims to have signed in as. */
export const CLIENT_ID = '7e57da7a-0000-4000-8000-00000000c11e';
/** Directory object of that application. */
export const OBJECT_ID = '7e57da7a-0000-4000-8000-00000000b1ec';
/** Subscription of an azapi provider that names none. */
export const DEFAULT_SUBSCRIPTION_ID = '7e57da7a-0000-4000-8000-00000000515b';

/** A GUID that depends on nothing but the text, whose case does not matter. */
export function guidFor(text: string): string {
  const hex = createHash('sha256').update(text.toLowerCase()).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A well-formed key of 64 bytes in base64 that says what it is. */
export function fakeKeyFor(text: string): string {
  return Buffer.from(`OFFLINE-PROVIDER-FAKE-KEY ${guidFor(text)}`.padEnd(64).slice(0, 64)).toString(
    'base64',
  );
}

/** A location as Azure compares it: lower case, no spaces. */
export function normalizedLocation(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}
