import { validateValue } from '../core/validation';
import type { ArmObject } from '../azapi/azapi-types';
import {
  PARAMETER_BOOLEAN_SHAPE,
  PARAMETER_LIST_SHAPE,
  PARAMETER_NUMBER_SHAPE,
  PARAMETER_OBJECT_SHAPE,
  PARAMETER_SECRET_RULES,
  PARAMETER_TEXT_SHAPE,
} from './private/parameter-rules';

/** Parameters by name. */
export type WorkflowParameters = { readonly [name: string]: WorkflowParameter };

/**
 * A value that a workflow is given, read with `WorkflowExpression.parameter(name)`.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/create-parameters-workflows
 */
export class WorkflowParameter {
  /** @throws UnscopedValidationError PropertyTypeInvalid */
  public static text(value: string): WorkflowParameter {
    validateValue({ value }, PARAMETER_TEXT_SHAPE);
    return new WorkflowParameter('String', value);
  }

  /** @throws UnscopedValidationError PropertyTypeInvalid */
  public static number(value: number): WorkflowParameter {
    validateValue({ value }, PARAMETER_NUMBER_SHAPE);
    return new WorkflowParameter(Number.isInteger(value) ? 'Int' : 'Float', value);
  }

  /** @throws UnscopedValidationError PropertyTypeInvalid */
  public static boolean(value: boolean): WorkflowParameter {
    validateValue({ value }, PARAMETER_BOOLEAN_SHAPE);
    return new WorkflowParameter('Bool', value);
  }

  /** @throws UnscopedValidationError PropertyTypeInvalid */
  public static list(value: unknown[]): WorkflowParameter {
    validateValue({ value }, PARAMETER_LIST_SHAPE);
    return new WorkflowParameter('Array', value);
  }

  /** @throws UnscopedValidationError PropertyTypeInvalid */
  public static object(value: ArmObject): WorkflowParameter {
    validateValue({ value }, PARAMETER_OBJECT_SHAPE);
    return new WorkflowParameter('Object', value);
  }

  /**
   * Text that nobody reads back: it is in neither plan, state nor definition. Expressions that use it belong in
   * actions with `secureInputs`.
   *
   * @param value a sensitive Terraform variable or a reference, such as to a secret of Key Vault
   * @throws UnscopedValidationError PropertyTypeInvalid, WorkflowSecretLiteral
   */
  public static secret(value: string): WorkflowParameter {
    validateValue({ value }, PARAMETER_TEXT_SHAPE, PARAMETER_SECRET_RULES);
    return new WorkflowParameter('SecureString', value);
  }

  private constructor(
    /** Its type, as the service spells it. */
    public readonly type: string,
    /** @internal */
    public readonly value: unknown,
  ) {}
}
