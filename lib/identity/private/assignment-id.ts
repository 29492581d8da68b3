import { DefaultTokenResolver, StringConcat, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { shortHash } from '../../core/names';

/** What tells one role assignment from another. */
export interface AssignmentKey {
  readonly roleName: string;
  /** Construct that the role is granted on. */
  readonly target: IConstruct;
  /** ARM id that the role holds on. */
  readonly scopeId: string;
  /** Path of the principal's construct, or its object id. */
  readonly principal: string;
}

/**
 * Construct id of a role assignment: the role, the target and a hash of the whole key, so that the
 * same grant has the same id and different ones differ. Tokens count by what they refer to, since
 * their text varies with the order in which constructs are created.
 */
export function assignmentId({ roleName, target, scopeId, principal }: AssignmentKey): string {
  const words = `${roleName} on ${target.node.id}`.split(/[^A-Za-z0-9]+/);
  const readable = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const scope = settled(target, scopeId).toLowerCase();
  return `${readable}-${shortHash([roleName, scope, settled(target, principal)].join('|'))}`;
}

/** Text that is equal for equal texts and for references to the same, within a stack. */
export function settled(scope: IConstruct, text: string): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  const resolved: unknown = Tokenization.resolve(text, { scope, resolver, preparing: false });
  return String(resolved);
}
