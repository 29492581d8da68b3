import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything that a synthesis wrote for its stacks, by its path. */
export function synthesized(outdir) {
  const stacks = join(outdir, 'stacks');
  const files = existsSync(stacks)
    ? readdirSync(stacks, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    : [];
  if (files.length === 0) throw new Error(`nothing was synthesized into ${outdir}`);
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return new Map(paths.map((path) => [relative(stacks, path), readFileSync(path, 'utf8')]));
}
