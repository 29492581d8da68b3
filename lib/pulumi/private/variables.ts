import type { TerraformVariable } from 'cdktf';

const INPUTS = new WeakMap<TerraformVariable, unknown>();

/** Has a variable stand for a value of Pulumi. */
export function standFor(variable: TerraformVariable, input: unknown): void {
  INPUTS.set(variable, input);
}

/** The value of Pulumi that a variable stands for, if it does. */
export function inputOf(variable: TerraformVariable): unknown {
  return INPUTS.get(variable);
}
