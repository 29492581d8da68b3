import { Fn } from 'cdktf';
import { isUnresolved } from '../../../core/validation';

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/**
 * A text as the expression language quotes it. Quotes in what only Terraform will know are doubled by
 * Terraform.
 */
export function quotedText(text: string): string {
  const doubled = isUnresolved(text) ? Fn.replace(text, "'", "''") : text.replaceAll("'", "''");
  return `'${doubled}'`;
}

/** Access to a member, quoted where its name is no identifier. */
export function member(name: string): string {
  return IDENTIFIER.test(name) ? `.${name}` : `[${quotedText(name)}]`;
}

/** Access to a member of a member, and so on; whole numbers are places in a list. */
export function memberPath(path: readonly string[]): string {
  return path.map((name) => (/^\d+$/.test(name) ? `[${name}]` : member(name))).join('');
}
