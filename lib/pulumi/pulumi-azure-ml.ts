import type { Input, Output } from '@pulumi/pulumi';
import { type App, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { planProgram } from './private/plan/program-planner';
import { ProgramStack } from './private/program/program-stack';
import { synthesize } from './private/program/synthesize';
import { registerProgram } from './private/register/register-program';
import { standFor } from './private/variables';
import type { PulumiOutputs, PulumiRegisterOptions } from './pulumi-options';

/** Brings what is declared in an app into a program of Pulumi. */
export class PulumiAzureMl {
  /**
   * Registers everything that the stacks of an app declare, each after what it refers to, as
   * `app.synth()` would have written it for Terraform. In place of `app.synth()`, once.
   *
   * @returns the outputs of the stacks
   * @throws ValidationError PulumiSynthesisFailed
   * @throws UnscopedValidationError PulumiExpressionUnsupported, PulumiNotExpressed, PulumiShapeUnknown,
   *   PulumiReferenceCircle, PulumiTypeUnknown, PulumiProviderVersionUnclear; nothing is registered then
   */
  public static register(app: App, options: PulumiRegisterOptions = {}): PulumiOutputs {
    const stacks = synthesize(app).map((stack) => new ProgramStack(stack));
    return registerProgram(planProgram(stacks, options), options);
  }

  /** Text for a prop of a construct that stands for text of Pulumi; what is secret there stays secret. */
  public static text(scope: Construct, input: Input<string>): string {
    return lift(scope, input, 'string').stringValue;
  }

  /** A number for a prop of a construct that stands for a number of Pulumi. */
  public static number(scope: Construct, input: Input<number>): number {
    return lift(scope, input, 'number').numberValue;
  }

  /** A list for a prop of a construct that stands for a list of Pulumi. */
  public static list(
    scope: Construct,
    input: Input<readonly string[]> | Output<string[]>,
  ): string[] {
    return lift(scope, input, 'list(string)').listValue;
  }

  /** A sensitive variable for a prop that asks for one, which stands for a secret of Pulumi. */
  public static secret(scope: Construct, input: Input<string>): TerraformVariable {
    return lift(scope, input, 'string', true);
  }

  private constructor() {}
}

function lift(
  scope: Construct,
  input: Input<unknown>,
  type: string,
  sensitive?: boolean,
): TerraformVariable {
  const stack = TerraformStack.of(scope);
  const taken = stack.node.children.filter(({ node }) => node.id.startsWith(LIFTED)).length;
  const id = `${LIFTED}${String(taken + 1)}`;
  const variable = new TerraformVariable(stack, id, {
    type,
    ...(sensitive === undefined ? {} : { sensitive }),
  });
  standFor(variable, input);
  return variable;
}

/** What variables that stand for values of Pulumi are called, before a number. */
const LIFTED = 'PulumiInput';
