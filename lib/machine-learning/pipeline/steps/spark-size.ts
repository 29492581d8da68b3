import {
  Is,
  isOutside,
  mismatches,
  type Rule,
  type Shape,
  validateValue,
} from '../../../core/validation';

/** Properties of a {@link SparkSize}. */
export interface SparkSizeProps {
  /** Cores of the driver, at least 1. */
  readonly driverCores: number;
  /** Memory of the driver: digits and a unit (`k`, `m`, `g`, `t`), such as `2g`. */
  readonly driverMemory: string;
  /** Cores of each executor, at least 1. */
  readonly executorCores: number;
  /** Memory of each executor: digits and a unit (`k`, `m`, `g`, `t`), such as `2g`. */
  readonly executorMemory: string;
}

/** Executors that Spark adds and takes away with the work. */
export interface SparkDynamicAllocation {
  /** Fewest executors, at least 1. */
  readonly minExecutors: number;
  /** Most executors, at least {@link minExecutors}. */
  readonly maxExecutors: number;
  /**
   * Executors at the start, from {@link minExecutors} to {@link maxExecutors}.
   *
   * @default - as many as minExecutors
   */
  readonly initialExecutors?: number;
}

interface Fixed extends SparkSizeProps {
  readonly executorInstances: number;
}

type Dynamic = SparkSizeProps & SparkDynamicAllocation;

const MEMORY = /^[1-9]\d*[kmgt]$/i;

const COMMON: Shape<SparkSizeProps> = {
  driverCores: Is.integer,
  driverMemory: Is.text,
  executorCores: Is.integer,
  executorMemory: Is.text,
};

const COMMON_RULES: readonly Rule<SparkSizeProps>[] = [
  {
    code: 'SparkCoresOutOfRange',
    check: ({ driverCores, executorCores }) =>
      countFinding('driverCores', driverCores) ?? countFinding('executorCores', executorCores),
  },
  {
    code: 'SparkMemoryInvalid',
    check: ({ driverMemory, executorMemory }) =>
      memoryFinding('driverMemory', driverMemory) ??
      memoryFinding('executorMemory', executorMemory),
  },
];

const FIXED_RULES: readonly Rule<Fixed>[] = [
  ...COMMON_RULES,
  {
    code: 'SparkExecutorsOutOfRange',
    check: ({ executorInstances }) => countFinding('executorInstances', executorInstances),
  },
];

const DYNAMIC_RULES: readonly Rule<Dynamic>[] = [
  ...COMMON_RULES,
  {
    code: 'SparkExecutorsOutOfRange',
    check: ({ minExecutors, maxExecutors, initialExecutors }) =>
      countFinding('minExecutors', minExecutors) ??
      (isOutside(maxExecutors, minExecutors, Number.MAX_SAFE_INTEGER)
        ? { property: 'maxExecutors', must: 'be at least minExecutors', got: maxExecutors }
        : undefined) ??
      (isOutside(initialExecutors, minExecutors, maxExecutors)
        ? {
            property: 'initialExecutors',
            must: 'be from minExecutors to maxExecutors',
            got: initialExecutors,
          }
        : undefined),
  },
];

/**
 * Driver and executors of a Spark step.
 *
 * @see azure-ai-ml 1.4.0, `_job/spark_helpers.py`: what must be given with and without dynamic allocation
 */
export class SparkSize {
  /**
   * A fixed number of executors.
   *
   * @param executorInstances at least 1
   * @throws UnscopedValidationError SparkCoresOutOfRange, SparkMemoryInvalid, SparkExecutorsOutOfRange
   */
  public static fixed(executorInstances: number, props: SparkSizeProps): SparkSize {
    const all = { ...props, executorInstances };
    validateValue(all, { ...COMMON, executorInstances: Is.integer }, FIXED_RULES);
    return new SparkSize(props, executorInstances);
  }

  /**
   * As many executors as the work needs, within bounds.
   *
   * @throws UnscopedValidationError SparkCoresOutOfRange, SparkMemoryInvalid, SparkExecutorsOutOfRange
   */
  public static dynamic(allocation: SparkDynamicAllocation, props: SparkSizeProps): SparkSize {
    const shape: Shape<Dynamic> = {
      ...COMMON,
      minExecutors: Is.integer,
      maxExecutors: Is.integer,
      initialExecutors: Is.optional(Is.integer),
    };
    validateValue({ ...allocation, ...props }, shape, DYNAMIC_RULES);
    return new SparkSize(props, allocation.initialExecutors, allocation);
  }

  private constructor(
    /** @internal */
    public readonly props: SparkSizeProps,
    /** Executors at the start, where they are given. @internal */
    public readonly executorInstances: number | undefined,
    /** @internal */
    public readonly allocation?: SparkDynamicAllocation,
  ) {}
}

function countFinding(property: string, got: number) {
  return isOutside(got, 1, Number.MAX_SAFE_INTEGER)
    ? { property, must: 'be at least 1', got }
    : undefined;
}

function memoryFinding(property: string, got: string) {
  return mismatches(got, MEMORY)
    ? { property, must: 'be a whole number and a unit (k, m, g or t), such as 2g', got }
    : undefined;
}
