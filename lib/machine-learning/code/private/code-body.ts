import type { ArmObject } from '../../../azapi/azapi-types';

/**
 * The body of a code version. Pure.
 *
 * @param codeUri folder of the uploaded files
 * @param hash SHA-256 of paths and contents
 * @returns `{ properties: { codeUri, isAnonymous, properties: { hash_sha256, hash_version } } }`
 */
export function renderCodeBody(codeUri: string, hash: string): ArmObject {
  return {
    properties: {
      codeUri,
      isAnonymous: true,
      properties: { hash_sha256: hash, hash_version: '202208' },
    },
  };
}
