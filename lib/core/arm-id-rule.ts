import { ArmId } from './arm-id';
import { isUnresolved, type Rule } from './validation';

/** What {@link armIdRule} checks. */
export interface ArmIdRuleOptions<K extends string> {
  readonly code: string;
  /** Property that holds the id. */
  readonly property: K;
  /** Resource type that the id must be of. */
  readonly type: string;
}

/** A property, where it is given and known, must be the ARM id of a resource of one type. */
export function armIdRule<K extends string>({
  code,
  property,
  type,
}: ArmIdRuleOptions<K>): Rule<{ readonly [P in K]?: string }> {
  return {
    code,
    check: (props) => {
      const id = props[property];
      if (id === undefined || isUnresolved(id) || ArmId.isOfType(id, type)) return undefined;
      return { property, must: `be the ARM id of a ${type}`, got: id };
    },
  };
}
