import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ExpressionFault } from '../expression/expression-fault';
import type { Planned } from './bound';

/** Folder beside the synthesized document that holds files to upload. */
const STAGED = /^(?:\.\/)?assets\//;

/** Terraform looks for files from the folder of the document, Pulumi from that of the program. */
export function withStagedFile(planned: Planned, folder: string): Planned {
  if (planned.kind !== 'plain' || typeof planned.value !== 'string') return planned;
  if (!STAGED.test(planned.value)) return planned;
  const file = join(folder, planned.value);
  if (!existsSync(file)) return planned;
  return { kind: 'plain', value: relative(process.cwd(), file).replaceAll('\\', '/') };
}

/** Reads files that expressions name, from the folder of the document. */
export function fileReader(folder: string): (path: string) => Buffer {
  return (path) => {
    const file = join(folder, path);
    if (!existsSync(file)) throw new ExpressionFault(`read files that are there: ${path} is not`);
    return readFileSync(file);
  };
}
