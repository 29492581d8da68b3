import { Is, isUnresolved, type PropertyType } from '../../../core/validation';

/** What is written into a specification or a request as it is. */
export const LITERAL: PropertyType = {
  name: 'a string, a finite number, true or false',
  accepts: (value) =>
    typeof value === 'string' || typeof value === 'boolean' || Is.number.accepts(value),
};

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
