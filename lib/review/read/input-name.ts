import { basename, dirname, resolve } from 'node:path';

const SAYS_NOTHING = /^(?:tf)?plan$|^show$|^out$|^cdk\.tf$/i;

/** What a plan is called where nothing else says: its file, or the folder of it where the file is just "plan". */
export function stackNameOf(input: string): string {
  const [file = input, number] = input.split(/ (?=#\d+$)/);
  if (file === '-') return number === undefined ? 'plan' : `plan ${number}`;
  const base = basename(file)
    .replace(/\.json$/i, '')
    .replace(/\.(?:tf)?plan$|\.out$/i, '');
  const name = SAYS_NOTHING.test(base) ? basename(dirname(resolve(file))) : base;
  return number === undefined ? name : `${name} ${number}`;
}
