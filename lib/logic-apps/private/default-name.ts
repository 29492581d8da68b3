import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { uniqueName } from '../../core/names';

const MAX_WORDS = 30;
const MAX_LENGTH = 43;

/**
 * A name for a resource whose props give none: the prefix, the words of the construct's path below its
 * stack (at most the last 30 characters), and a hash of the whole path, so that no two constructs share a
 * name. Moving a construct in the tree changes the name.
 */
export function defaultName(prefix: string, scope: IConstruct): string {
  const words = scope.node.path
    .slice(TerraformStack.of(scope).node.path.length)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .slice(-MAX_WORDS);
  return uniqueName(`${prefix} ${words}`, scope.node.path, { maxLength: MAX_LENGTH });
}
