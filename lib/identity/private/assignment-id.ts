import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { createHash } from 'node:crypto';

/**
 * Construct id of a role assignment: the role, the target and a hash of the whole target, so that
 * the same grant has the same id and different ones differ.
 */
export function assignmentId(roleName: string, target: IConstruct, principalKey: string): string {
  const words = `${roleName} on ${target.node.id}`.split(/[^A-Za-z0-9]+/);
  const readable = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return `${readable}-${hash(`${pathInApp(target)}|${principalKey}`)}`;
}

function pathInApp(target: IConstruct): string {
  return `${TerraformStack.of(target).node.path}|${target.node.path}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
