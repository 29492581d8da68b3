import type { Duration } from '../../../core/duration';

/** How often the run of a mini-batch is tried again: at least one of the two. */
export interface ParallelRetry {
  /**
   * Further tries of a mini-batch that failed or took too long, 0 or more.
   *
   * @default - the service's own, 2
   */
  readonly maxRetries?: number;
  /**
   * Longest time that a mini-batch may take, at least 1 second.
   *
   * @default - the service's own, 60 seconds
   */
  readonly timeout?: Duration;
}

/** What a parallel step writes to its log. */
export enum ParallelLoggingLevel {
  /** Warnings and errors. */
  WARNING = 'WARNING',
  /** Progress too. */
  INFO = 'INFO',
  /** Everything. */
  DEBUG = 'DEBUG',
}
