/** What happens to something precious when it is no longer declared or must be replaced. */
export enum RemovalPolicy {
  /** Terraform refuses to plan its destruction (`prevent_destroy`). */
  PREVENT_DESTROY = 'prevent-destroy',
  /** Terraform destroys it. */
  DESTROY = 'destroy',
}
