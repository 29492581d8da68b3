import { createHash } from 'node:crypto';
import { AssumptionError } from './errors';
import { isUnresolved } from './validation';

/** What a kind of resource allows in its names. */
export interface NameLimits {
  /** Most characters, the hash included. At least 10. */
  readonly maxLength: number;
  /** Stands before the hash and for characters that are not allowed; empty where only letters and digits are. Default `-`. */
  readonly separator?: string;
  /** Whether upper-case letters are allowed. Default no: names are lower-cased. */
  readonly upperCase?: boolean;
}

const HASH_LENGTH = 8;

/** 8 hexadecimal digits that differ for texts that differ, for names that say little else. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * A name that is always the same for a prefix and a seed, and different for different ones.
 *
 * Starts with a letter, holds letters, digits and single separators, and ends in 8 hexadecimal digits of
 * the SHA-256 of prefix and seed. A long prefix is cut, not the hash.
 *
 * @param seed what makes it unique, such as the path of a construct
 */
export function uniqueName(prefix: string, seed: string, limits: NameLimits): string {
  if (isUnresolved(prefix) || isUnresolved(seed)) {
    throw new AssumptionError('a unique name was asked for of a token');
  }
  const { maxLength, separator = '-', upperCase = false } = limits;
  const cut = legible(prefix, separator, upperCase).slice(
    0,
    maxLength - HASH_LENGTH - separator.length,
  );
  return [withoutEnd(cut, separator), shortHash(`${prefix}\u0000${seed}`)].join(separator);
}

/** The letters and digits of a text, with separators for what stood between; starts with a letter. */
function legible(text: string, separator: string, upperCase: boolean): string {
  const words = text.normalize('NFKD').match(/[A-Za-z0-9\p{M}]+/gu) ?? [];
  const joined = words
    .map((word) => word.replace(/\p{M}/gu, ''))
    .filter((word) => word !== '')
    .join(separator);
  const cased = upperCase ? joined : joined.toLowerCase();
  return /^[a-z]/i.test(cased) ? cased : `n${cased}`;
}

function withoutEnd(text: string, separator: string): string {
  return separator !== '' && text.endsWith(separator) ? text.slice(0, -separator.length) : text;
}
