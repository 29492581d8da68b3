import { type Finding, isOutside } from '../../../../core/validation';

/** A number that is below a bound, where it is given and known. */
export function belowFinding(
  property: string,
  got: number | undefined,
  least: number,
): Finding | undefined {
  return isOutside(got, least, Number.MAX_SAFE_INTEGER)
    ? { property, must: `be at least ${String(least)}`, got }
    : undefined;
}
