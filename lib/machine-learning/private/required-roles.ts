import { Lazy, TerraformOutput, type TerraformStack } from 'cdktf';
import { escapeTemplates } from '../../core/terraform-text';

/** A custom role that the deployer may not define, as the output describes it. */
export interface RequiredRole {
  readonly name: string;
  /** ARM id that it can be assigned on, with everything below it. */
  readonly scope: string;
  readonly actions: readonly string[];
}

const KEY = Symbol.for('cdktf-azureml.required-roles');

/** The custom roles that a stack needs and does not make, and the output that describes them. */
export class RequiredRoles {
  /** Those of a stack; the output comes into being with the first. */
  public static of(stack: TerraformStack): RequiredRoles {
    const holder = stack as TerraformStack & { [KEY]?: RequiredRoles };
    return (holder[KEY] ??= new RequiredRoles(stack));
  }

  private readonly roles: RequiredRole[] = [];

  private constructor(stack: TerraformStack) {
    new TerraformOutput(stack, 'required_role_definitions', {
      description: 'Custom roles that this stack needs and that its deployer may not define',
      value: Lazy.anyValue({ produce: () => escapeTemplates([...this.roles]) }),
    });
  }

  /** Describes one. */
  public require(role: RequiredRole): void {
    this.roles.push(role);
  }
}
