import { relative, resolve } from 'node:path';
import { AzureMlError, UnscopedValidationError } from '../core/errors';
import { problem } from '../core/validation';
import { moduleFiles, type ModuleNotes, moduleSource, writeModule } from '../terraform-module';
import { argumentsIn } from './arguments';
import type { Command, Output } from './command';

const DEFAULT_FOLDER = 'cdktf.out';
const BAD_INPUT = 2;

const OPTIONS = { out: { type: 'string' }, stack: { type: 'string' } } as const;

/** `module`: writes a synthesized stack as a module of Terraform that others call. */
export const MODULE: Command = {
  summary: 'write a synthesized stack as a Terraform module, to be called from HCL',
  usage: 'module [FOLDER|STACK_JSON] --out DIR [--stack NAME]',
  options: [
    'FOLDER        synthesized stacks, or the file of one, by default cdktf.out',
    '--out DIR     where the module is written; files there that are not of this command stay',
    '--stack NAME  the stack, where there are several',
  ],
  run: (args, output) => {
    try {
      written(args, output);
      return 0;
    } catch (error) {
      if (!AzureMlError.isAzureMlError(error)) throw error;
      output.note(error.message);
      return BAD_INPUT;
    }
  },
};

/** @throws UnscopedValidationError CommandArgumentsInvalid, ModuleOutputInvalid */
function written(args: readonly string[], output: Output): void {
  const { values, positionals } = argumentsIn(args, OPTIONS);
  const [given = DEFAULT_FOLDER, ...more] = positionals;
  if (more.length > 0) refuse('CommandArgumentsInvalid', 'be one folder or file', more.join(' '));
  const { out } = values;
  if (out === undefined) return refuse('ModuleOutputInvalid', 'be the folder of the module', out);
  const source = moduleSource(given, values.stack);
  const isInside = !/^\.\.(?:[\\/]|$)/.test(relative(source.folder, resolve(out)));
  if (isInside) refuse('ModuleOutputInvalid', 'be outside the folder of the stack', out);
  const { files, notes } = moduleFiles(source);
  const { changed, removed } = writeModule(out, files);
  output.out(
    `${out}: ${String(files.size)} files of ${source.name}, ${String(changed)} changed, ${String(removed)} removed`,
  );
  for (const line of noteLines(notes)) output.note(line);
}

function noteLines(notes: ModuleNotes): readonly string[] {
  return [
    ...notes.unusedVariables.map((name) => `input ${name} was of provider blocks only: left out`),
    ...notes.fixedSubscriptions.map(
      (id) => `resources name subscription ${id}, whatever the caller works in`,
    ),
    ...notes.sameNames.map(
      ([address, name]) => `${address} is ${name} in each call: Azure takes it once`,
    ),
  ];
}

function refuse(code: string, must: string, got: unknown): never {
  throw new UnscopedValidationError([problem(code, { property: 'arguments', must, got })]);
}
