/** Machines and containers of a step. */
export interface StepResources {
  /**
   * Size of the machines, such as `Standard_DS3_v2`: of serverless compute, or, where the compute has several,
   * which of them.
   *
   * @default - the compute's own; for serverless compute the service chooses
   */
  readonly instanceType?: string;
  /**
   * Shared memory of the container: digits and `b`, `k`, `m` or `g`, such as `16g`.
   *
   * @default - the service's own, `2g`
   */
  readonly shmSize?: string;
  /**
   * More arguments for `docker run`. They win over those of the service.
   *
   * @default - none
   */
  readonly dockerArgs?: string;
}
