import { literalText } from '../../private/literal';
import type { StepInput } from '../step-input';
import { expressionsIn } from './expressions';

/** An argument of a script. */
export type ScriptArgument = string | StepInput;

/** The command that runs a script with arguments, quoted for a POSIX shell. Pure. */
export function scriptCommand(scriptName: string, given: readonly ScriptArgument[]): string {
  return ['python', quoted(scriptName), ...given.map(argumentText)].join(' ');
}

/** The inputs that arguments bring with them, by the names that they get. */
export function argumentInputs(given: readonly ScriptArgument[]): {
  readonly [name: string]: StepInput;
} {
  return Object.fromEntries(
    given.flatMap((argument) => {
      const name = typeof argument === 'string' ? undefined : inputNameOf(argument);
      return name === undefined || typeof argument === 'string' ? [] : [[name, argument]];
    }),
  );
}

/** The name of the input that an argument brings with it: that of what it is bound to. */
export function inputNameOf({
  _pipelineInput: pipelineInput,
  _stepOutput: stepOutput,
}: StepInput): string | undefined {
  return pipelineInput ?? stepOutput?.output;
}

function argumentText(argument: ScriptArgument): string {
  if (typeof argument !== 'string') {
    const { literal } = argument.binding;
    return literal === undefined
      ? `"\${{inputs.${String(inputNameOf(argument))}}}"`
      : quoted(literalText(literal.value));
  }
  const group = /^\$\[\[(.*)\]\]$/s.exec(argument)?.[1];
  return group === undefined
    ? quotedAround(argument)
    : `$[[${group
        .split(/\s+(?![^{]*\}\})/)
        .filter((part) => part !== '')
        .map(quotedAround)
        .join(' ')}]]`;
}

/** Text quoted, with its expressions in double quotes: the service may put variables in their place. */
function quotedAround(text: string): string {
  const parts: string[] = [];
  let rest = text;
  for (const { source, closed } of expressionsIn(text)) {
    if (!closed) continue;
    const at = rest.indexOf(source);
    if (at > 0) parts.push(quoted(rest.slice(0, at)));
    parts.push(`"${source}"`);
    rest = rest.slice(at + source.length);
  }
  if (rest !== '' || parts.length === 0) parts.push(quoted(rest));
  return parts.join('');
}

/** Text as one word of a POSIX shell. */
function quoted(text: string): string {
  return /^[A-Za-z0-9_\-./=:,@%+]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
