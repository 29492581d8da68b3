import type { Problem } from '../../../core/errors';
import { nearest } from '../../../core/nearest';
import { Is, problem, type Shape } from '../../../core/validation';
import type { SetVariableActivityProps } from '../set-variable-activity';

type Own = Pick<SetVariableActivityProps, 'variable' | 'value'>;

export const SET_VARIABLE_SHAPE: Shape<Own> = { variable: Is.known(Is.text), value: Is.string };

/** The problem with a variable that a pipeline does not have. */
export function variableProblem(name: string, variables: readonly string[]): Problem | undefined {
  if (variables.includes(name)) return undefined;
  const similar = nearest(name, variables);
  return problem('VariableUnknown', {
    property: 'variable',
    must: 'be a variable of the pipeline',
    got: name,
    fix: similar === undefined ? 'declare it in variables' : `did you mean "${similar}"?`,
  });
}
