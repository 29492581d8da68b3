import { mismatches, type Rule } from './validation';

/** What {@link guidRule} checks. */
export interface GuidRuleOptions<K extends string> {
  readonly code: string;
  /** Property that holds the GUID. */
  readonly property: K;
  /** What it identifies, such as `a subscription id`. */
  readonly what: string;
  /** Where to find it. */
  readonly fix: string;
}

/** A GUID, in any case. */
export const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A property, where it is given and known, must be a GUID. */
export function guidRule<K extends string>({
  code,
  property,
  what,
  fix,
}: GuidRuleOptions<K>): Rule<{ readonly [P in K]?: string }> {
  return {
    code,
    check: (props) =>
      mismatches(props[property], GUID)
        ? { property, must: `be ${what}, a GUID`, got: props[property], fix }
        : undefined,
  };
}
