import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the reviews are that a reader has approved. */
export const EXPECTED = join(__dirname, 'expected');

/** Set to a folder, every review is written there too, as a page as well; see the README. */
const SHOWN = process.env['GOLDENS_SHOWN'];

/** Set to `write`, the files take what the code says now. */
const MODE = process.env['GOLDENS'];

/** Forms that are compared; pages are looked at. */
const COMPARED: readonly string[] = ['md', 'txt', 'json', 'svg'];

/** Compares the forms of a review with its files, all at once; or writes them. */
export function expectApproved(
  name: string,
  forms: Readonly<Record<string, string>>,
  mode = MODE,
): void {
  if (SHOWN !== undefined) written(SHOWN, name, Object.entries(forms));
  const compared = Object.entries(forms).filter(([ending]) => COMPARED.includes(ending));
  if (mode === 'write') written(EXPECTED, name, compared);
  for (const [ending, text] of compared) {
    expect(`${name}.${ending}\n${text}`).toBe(`${name}.${ending}\n${approved(name, ending)}`);
  }
}

/** What was approved, empty where nothing was. */
export function approved(name: string, ending: string): string {
  const file = join(EXPECTED, `${name}.${ending}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function written(
  folder: string,
  name: string,
  forms: readonly (readonly [ending: string, text: string])[],
): void {
  mkdirSync(folder, { recursive: true });
  for (const [ending, text] of forms) writeFileSync(join(folder, `${name}.${ending}`), text);
}
