import { type Problem, UnscopedValidationError } from '../../core/errors';

/** Problems as validations at synthesis report them; cdktf puts the construct path before each. */
export function messagesOf(problems: readonly Problem[]): string[] {
  return problems.map((problem) => new UnscopedValidationError([problem]).message);
}
