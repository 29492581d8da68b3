import {
  isUnresolved,
  Is,
  isOutside,
  type Rule,
  type Shape,
  validateValue,
} from '../../../core/validation';

interface Request {
  readonly count: number;
  readonly from: Date;
  /** All that the times are computed from. */
  readonly values: readonly unknown[];
}

const MOST = 1000;

const SHAPE: Shape<Request> = {
  count: Is.known(Is.integer),
  from: {
    name: 'a Date',
    accepts: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  },
  values: Is.known(Is.list({ name: 'anything', accepts: () => true })),
};

const RULES: readonly Rule<Request>[] = [
  {
    code: 'NextRunsCountOutOfRange',
    check: ({ count }) =>
      isOutside(count, 1, MOST)
        ? { property: 'count', must: `be between 1 and ${String(MOST)}, inclusive`, got: count }
        : undefined,
  },
  {
    code: 'NextRunsUnknown',
    check: ({ values }) => {
      const unknown = values.find((value) => isUnresolved(value) || isUnresolved([value]));
      return unknown === undefined
        ? undefined
        : {
            property: 'trigger',
            must: 'be known at synthesis, down to every hour and minute, for its runs to be computed',
            got: unknown,
          };
    },
  },
];

/**
 * The first runs, at most so many.
 *
 * @throws UnscopedValidationError NextRunsCountOutOfRange, NextRunsUnknown
 */
export function firstRuns(request: Request, runs: (from: Date) => Generator<Date>): Date[] {
  validateValue(request, SHAPE, RULES);
  const found: Date[] = [];
  for (const run of runs(request.from)) {
    found.push(run);
    if (found.length === request.count) break;
  }
  return found;
}
