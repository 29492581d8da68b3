import type * as Cdktf from 'cdktf';

let loaded: typeof Cdktf | undefined;

/**
 * cdktf, loaded when it is first needed: commands that only read what Terraform wrote do without it, and start in a
 * third of the time.
 */
export function cdktf(): typeof Cdktf {
  loaded ??= require('cdktf') as typeof Cdktf;
  return loaded;
}
