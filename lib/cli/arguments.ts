import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UnscopedValidationError } from '../core/errors';
import { problem } from '../core/validation';

type Options = NonNullable<ParseArgsConfig['options']>;

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: O; readonly strict: true }>
>['values'];

/**
 * The options of a command, which takes no other arguments.
 *
 * @throws UnscopedValidationError CommandArgumentsInvalid
 */
export function optionsIn<O extends Options>(args: readonly string[], options: O): Values<O> {
  return parsed(args, options, false).values;
}

/**
 * The options of a command, and its other arguments.
 *
 * @throws UnscopedValidationError CommandArgumentsInvalid
 */
export function argumentsIn<O extends Options>(
  args: readonly string[],
  options: O,
): { readonly values: Values<O>; readonly positionals: readonly string[] } {
  return parsed(args, options, true);
}

function parsed<O extends Options>(args: readonly string[], options: O, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals });
  } catch (error) {
    throw new UnscopedValidationError([
      problem('CommandArgumentsInvalid', {
        property: 'arguments',
        must: `be options of the command (${error instanceof Error ? error.message : String(error)})`,
        got: args.join(' '),
      }),
    ]);
  }
}
