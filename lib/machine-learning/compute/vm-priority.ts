/** Whether nodes can be taken away. Spelt as the service spells it. */
export enum VmPriority {
  /** Nodes stay until they are released. */
  DEDICATED = 'Dedicated',
  /** Cheaper nodes that Azure may take away at any time. */
  LOW_PRIORITY = 'LowPriority',
}
