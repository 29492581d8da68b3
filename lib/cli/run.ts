import { OWN_ENGINE } from '../core/engine/own-cdktf';
import { AzureMlError, UnscopedValidationError } from '../core/errors';
import { choices, nearestFix } from '../core/nearest';
import { problem } from '../core/validation';
import type { Command, Output } from './command';
import { COMMANDS } from './commands';

const HELP = new Set(['--help', '-h', 'help']);

/**
 * Runs a command line of this library.
 *
 * @param args without the program
 * @returns exit code: that of the command, 1 where something was refused
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || HELP.has(name)) return overview(output);
    const command = commandOf(name);
    if (rest.some((argument) => HELP.has(argument))) return help(command, output);
    return await command.run(rest, output);
  } catch (error) {
    if (!AzureMlError.isAzureMlError(error)) throw error;
    output.note(error.message);
    return 1;
  }
}

/** @throws UnscopedValidationError CommandUnknown */
function commandOf(name: string): Command {
  const load = COMMANDS.get(name);
  if (load !== undefined) return load();
  const names = [...COMMANDS.keys()];
  throw new UnscopedValidationError([
    problem('CommandUnknown', {
      property: 'command',
      must: `be one of ${choices(names)}`,
      got: name,
      ...nearestFix(name, names),
    }),
  ]);
}

function overview(output: Output): number {
  output.out(`${OWN_ENGINE.library} COMMAND [options]`);
  for (const [name, load] of COMMANDS) {
    output.out(`  ${name.padEnd(10)} ${load().summary}`);
  }
  return 0;
}

function help({ usage, options }: Command, output: Output): number {
  output.out(`${OWN_ENGINE.library} ${usage}`);
  for (const option of options) output.out(`  ${option}`);
  return 0;
}
