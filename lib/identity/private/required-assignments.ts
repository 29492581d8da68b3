import { Lazy, TerraformOutput, type TerraformStack } from 'cdktf';
import { escapeTemplates } from '../../core/terraform-text';

/** A role that the deployer may not assign, as the output lists it. */
export interface RequiredAssignment {
  readonly principal: string;
  readonly principal_id: string;
  readonly principal_type: string;
  readonly role: string;
  readonly role_definition_id: string;
  readonly scope: string;
}

const KEY = Symbol.for('cdktf-azureml.required-assignments');

/** The role assignments that a stack needs and does not make, and the output that lists them. */
export class RequiredAssignments {
  /** Those of a stack; the output comes into being with the first. */
  public static of(stack: TerraformStack): RequiredAssignments {
    const holder = stack as TerraformStack & { [KEY]?: RequiredAssignments };
    return (holder[KEY] ??= new RequiredAssignments(stack));
  }

  private readonly entries = new Map<string, RequiredAssignment>();

  private constructor(stack: TerraformStack) {
    new TerraformOutput(stack, 'required_role_assignments', {
      description: 'Role assignments that this stack needs and that its deployer may not make',
      value: Lazy.anyValue({ produce: () => escapeTemplates([...this.entries.values()]) }),
    });
  }

  /** Lists one, once; tells whether it is new. */
  public require(key: string, assignment: RequiredAssignment): boolean {
    if (this.entries.has(key)) return false;
    this.entries.set(key, assignment);
    return true;
  }
}
