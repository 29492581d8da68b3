import { Fn } from 'cdktf';
import { isUnresolved } from './validation';

/**
 * The id of a datastore as ARM bodies and the CLI spell it, `…/workspaces/<ws>/datastores/<name>`.
 *
 * The azurerm provider has `dataStores`. Terraform corrects an id that is only known at apply; the
 * pattern does not start with a slash, which would make it a regular expression there.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions/replace
 */
export function normalizedDatastoreId(id: string): string {
  return isUnresolved(id)
    ? Fn.replace(id, 'dataStores/', 'datastores/')
    : id.replace(/\/dataStores\//i, '/datastores/');
}
