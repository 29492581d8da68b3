import { Is, isUnresolved, type PropertyType } from '../../../core/validation';

/** What is written into a specification or a request as it is. */
export const LITERAL: PropertyType = {
  name: 'a string, a finite number, true or false',
  accepts: (value) =>
    typeof value === 'string' || typeof value === 'boolean' || Is.number.accepts(value),
};

/**
 * A literal as components, nodes and jobs hold it, all of them text. The service's own form of true and false is
 * Python's: steps whose inputs are spelt otherwise are not reused for the same value.
 *
 * @see azure-ai-ml, `to_rest_dataset_literal_inputs`, which sends `str(value)`, and
 *   https://github.com/Azure/azure-sdk-for-python/pull/28695 for defaults
 */
export function literalText(value: string | number | boolean): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? 'True' : 'False';
}

/**
 * Whether a literal is one that jobs take, as far as it is known.
 *
 * @see `Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01`, `LiteralJobInput.value`
 */
export function isJobLiteral(value: string | number | boolean): boolean {
  return isUnresolved(value) || /[a-zA-Z0-9_]/.test(String(value));
}

/** To be read after "must", where {@link isJobLiteral} does not hold. */
export const JOB_LITERAL_FORM = 'hold at least one letter, digit or "_"';
