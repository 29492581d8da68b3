/** Operating system of an image; spelt as the service spells it. */
export enum EnvironmentOs {
  /** Linux. */
  LINUX = 'Linux',
  /** Windows. */
  WINDOWS = 'Windows',
}

/** Where a container answers HTTP requests. */
export interface InferenceRoute {
  /** Path with at least one letter, digit or underscore, such as `/score`. */
  readonly path: string;
  /** Port in the container, 1 to 65535, inclusive. */
  readonly port: number;
}

/**
 * How a container that serves a model is asked, where the image does not have the routes of Azure ML's own
 * server.
 */
export interface InferenceConfig {
  /**
   * Says whether the container must be started again.
   *
   * @default - none
   */
  readonly livenessRoute?: InferenceRoute;
  /**
   * Says whether the container takes requests.
   *
   * @default - none
   */
  readonly readinessRoute?: InferenceRoute;
  /**
   * Takes requests.
   *
   * @default - none
   */
  readonly scoringRoute?: InferenceRoute;
  /**
   * Says whether the container has started.
   *
   * @default - none
   */
  readonly startupRoute?: InferenceRoute;
}
