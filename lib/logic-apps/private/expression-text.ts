import { Fn } from 'cdktf';
import { isUnresolved } from '../../core/validation';

/**
 * A text as the workflow language quotes it. Quotes in what only Terraform will know are doubled by
 * Terraform.
 */
export function quotedText(text: string): string {
  const doubled = isUnresolved(text) ? Fn.replace(text, "'", "''") : text.replaceAll("'", "''");
  return `'${doubled}'`;
}

/** Access to a member, `null` where there is none. */
export function member(name: string): string {
  return `?[${quotedText(name)}]`;
}
