import type { TerraformResourceLifecycle } from 'cdktf';

/** What happens to something precious when it is no longer declared or must be replaced. */
export enum RemovalPolicy {
  /** Terraform refuses to plan its destruction (`prevent_destroy`). */
  PREVENT_DESTROY = 'prevent-destroy',
  /** Terraform destroys it. */
  DESTROY = 'destroy',
}

/** What a policy adds to the arguments of a resource. */
export function lifecycleOf(policy: RemovalPolicy): {
  readonly lifecycle?: TerraformResourceLifecycle;
} {
  return policy === RemovalPolicy.DESTROY ? {} : { lifecycle: { preventDestroy: true } };
}
