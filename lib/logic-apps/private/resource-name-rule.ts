import { mismatches, type Rule } from '../../core/validation';

/** @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/logic/logic_app_workflow_resource.go */
const NAME = /^[-()_.A-Za-z0-9]{1,80}$/;

/** A property, where it is given and known, must be a name as workflows and API connections take it. */
export function resourceNameRule<K extends string>(
  code: string,
  property: K,
): Rule<{ readonly [P in K]?: string }> {
  return {
    code,
    check: (props) =>
      mismatches(props[property], NAME)
        ? {
            property,
            must: 'be 1 to 80 letters, digits, "-", "_", ".", "(" or ")"',
            got: props[property],
          }
        : undefined,
  };
}
