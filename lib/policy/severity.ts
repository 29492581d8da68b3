/** How much a finding weighs. */
export enum Severity {
  /** Opens data or rights, or destroys what cannot be made again: makes a review dangerous. */
  HIGH = 'high',
  /** Weakens what protects the platform, or will stop working. */
  MEDIUM = 'medium',
  /** Costs money or care. */
  LOW = 'low',
}

/** From what weighs most to what weighs least. */
export const SEVERITIES: readonly Severity[] = [Severity.HIGH, Severity.MEDIUM, Severity.LOW];
