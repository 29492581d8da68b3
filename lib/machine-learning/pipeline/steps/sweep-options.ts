import type { Duration } from '../../../core/duration';
import type { SearchDistribution } from './search-distribution';

/** What is tried for each hyperparameter, by its name. */
export type SearchSpace = { readonly [name: string]: SearchDistribution };

/** What is best. */
export enum SweepGoal {
  /** The greatest metric. */
  MAXIMIZE = 'maximize',
  /** The least metric. */
  MINIMIZE = 'minimize',
}

/** What a sweep looks for. */
export interface SweepObjective {
  /** What is best. */
  readonly goal: SweepGoal;
  /** Name of the metric, exactly as the command logs it. */
  readonly primaryMetric: string;
}

/** How much a sweep may try. */
export interface SweepLimits {
  /** Most trials, from 1 to 1000. */
  readonly maxTotalTrials: number;
  /**
   * Most trials at the same time, from 1 to {@link maxTotalTrials}.
   *
   * @default - as many as maxTotalTrials
   */
  readonly maxConcurrentTrials?: number;
  /**
   * Longest time of the whole sweep, at least 1 second; then it is cancelled.
   *
   * @default - the service's own, 5,040 minutes
   */
  readonly timeout?: Duration;
  /**
   * Longest time of one trial, at least 1 second; then it is cancelled.
   *
   * @default - none
   */
  readonly trialTimeout?: Duration;
}
