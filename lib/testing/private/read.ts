import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateError } from '../template-error';
import type { TerraformBlock } from '../terraform-block';
import { objectAt, requireObject } from './blocks';

/** Parses Terraform JSON. */
export function parseDocument(text: string, where: string): TerraformBlock {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(`${where} is no JSON: ${String(error)}`);
  }
  return requireObject(value, where);
}

/** Reads what `app.synth()` wrote for one stack, found by the manifest beside it. */
export function readStack(outdir: string, stackName: string): TerraformBlock {
  const manifest = readDocument(join(outdir, 'manifest.json'));
  const stacks = objectAt(manifest, 'stacks');
  const path = objectAt(stacks, stackName).synthesizedStackPath;
  if (typeof path !== 'string') {
    throw unreadable(
      `${outdir} has no stack ${JSON.stringify(stackName)}, only ${JSON.stringify(Object.keys(stacks))}`,
    );
  }
  return readDocument(join(outdir, path));
}

function readDocument(file: string): TerraformBlock {
  return parseDocument(readText(file), file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(`${file} cannot be read: ${String(error)}`);
  }
}

function unreadable(message: string): TemplateError {
  return new TemplateError('TemplateUnreadable', message);
}
