import { TemplateError } from '../template-error';
import type { TerraformBlock } from '../terraform-block';
import type { Candidate } from './candidates';
import { isPlainObject } from './plain';
import { printed } from './printed';

const COMMENT_KEY = '//';

/** The blocks of an object, each addressed by a prefix and its key. */
export function blocksIn(parent: TerraformBlock, prefix: string): readonly Candidate[] {
  return Object.entries(parent).map(([name, value]) =>
    candidateOf(name, `${prefix}.${name}`, value),
  );
}

/** A block without the comment in which cdktf notes the construct path. */
export function candidateOf(name: string, address: string, value: unknown): Candidate {
  const { [COMMENT_KEY]: comment, ...block } = requireObject(value, address);
  return { name, address, constructPath: pathIn(comment), block };
}

/** An object inside an object, empty when it is not there. */
export function objectAt(parent: TerraformBlock, key: string): TerraformBlock {
  return Object.hasOwn(parent, key) ? requireObject(parent[key], key) : {};
}

/** A value that has to be an object for the document to be Terraform JSON. */
export function requireObject(value: unknown, where: string): TerraformBlock {
  if (isPlainObject(value)) return value;
  throw new TemplateError(
    'TemplateUnreadable',
    `${where} must be an object of Terraform JSON, got ${printed(value)}`,
  );
}

function pathIn(comment: unknown): string | undefined {
  const metadata = isPlainObject(comment) ? comment.metadata : undefined;
  const path = isPlainObject(metadata) ? metadata.path : undefined;
  return typeof path === 'string' ? path : undefined;
}
