import type { ArmObject } from '../../azapi/azapi-types';
import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../core/validation';
import type { WorkflowParameters } from '../workflow-parameter';
import { JSON_CONTENT, JSON_OBJECT } from './content-rules';
import { Typed } from './prop-types';

interface Value<T> {
  readonly value: T;
}

export const PARAMETER_TEXT_SHAPE: Shape<Value<string>> = { value: Typed.string };
export const PARAMETER_NUMBER_SHAPE: Shape<Value<number>> = { value: Typed.number };
export const PARAMETER_BOOLEAN_SHAPE: Shape<Value<boolean>> = { value: Typed.boolean };
export const PARAMETER_LIST_SHAPE: Shape<Value<readonly unknown[]>> = {
  value: Typed.listOf(JSON_CONTENT),
};
export const PARAMETER_OBJECT_SHAPE: Shape<Value<ArmObject>> = { value: JSON_OBJECT };

export const PARAMETER_SECRET_RULES: readonly Rule<Value<string>>[] = [
  {
    code: 'WorkflowSecretLiteral',
    check: ({ value }) =>
      isUnresolved(value)
        ? undefined
        : {
            property: 'value',
            must: 'not be written in the program',
            got: 'a literal text',
            fix: 'use a sensitive Terraform variable, or a reference to a secret',
          },
  },
];

export const PARAMETERS = Typed.mapOf(Is.having('a WorkflowParameter', 'type', 'value'));

/** @see https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#workflow-definition-limits */
const MAX_PARAMETERS = 50;

export const PARAMETERS_RULES: readonly Rule<{ readonly parameters?: WorkflowParameters }>[] = [
  {
    code: 'WorkflowParametersTooMany',
    check: ({ parameters = {} }) => {
      const count = Object.keys(parameters).length;
      return count > MAX_PARAMETERS
        ? { property: 'parameters', must: 'be at most 50', got: count }
        : undefined;
    },
  },
  {
    code: 'WorkflowParameterNameInvalid',
    check: ({ parameters = {} }) => {
      const got = Object.keys(parameters).find((name) =>
        mismatches(name, /^[A-Za-z_][A-Za-z0-9_-]{0,79}$/),
      );
      return got === undefined
        ? undefined
        : {
            property: 'parameters',
            must: 'have names of 1 to 80 letters, digits, "_" and "-", not starting with a digit or "-"',
            got,
          };
    },
  },
];
