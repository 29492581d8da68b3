import type { TopologyChange } from './topology-graph';

/** What would happen to a resource. */
export interface TopologyChangedResource {
  /** Name of its stack. */
  readonly stack: string;
  /** Its address in Terraform. */
  readonly address: string;
  /** What would happen to it. */
  readonly change: TopologyChange;
}

/** Options of a topology. */
export interface TopologyOptions {
  /**
   * Name of the only stack that is drawn.
   *
   * @default - all stacks
   */
  readonly stack?: string;
  /**
   * What would happen to which resources.
   *
   * @default - what the plans say; nothing is marked in synthesized stacks
   */
  readonly changes?: TopologyChangedResource[];
}
