import type { Value } from '../values';

/** A function of Terraform. */
export interface TerraformFunction {
  readonly least: number;
  readonly most: number;
  readonly run: (...args: readonly Value[]) => Value;
}

/** Functions by their names. */
export type FunctionTable = Readonly<Record<string, TerraformFunction>>;

/** A function with as many arguments as given. */
export function exactly(
  count: number,
  run: (...args: readonly Value[]) => Value,
): TerraformFunction {
  return { least: count, most: count, run };
}

/** A function with at least as many arguments as given. */
export function atLeast(
  least: number,
  run: (...args: readonly Value[]) => Value,
): TerraformFunction {
  return { least, most: Number.POSITIVE_INFINITY, run };
}
