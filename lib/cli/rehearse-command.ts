import { isAbsolute, resolve } from 'node:path';
import { AzureMlError } from '../core/errors';
import type * as Rehearsals from '../rehearsal';
import type { Command, Output } from './command';
import { LAST_STEPS, rehearseRequest, type RehearseRequest } from './rehearse-request';

const FAILED = 1;
const BAD_INPUT = 2;

/** Exit codes of programs that a signal ended, by convention. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** `rehearse`: what Terraform does with synthesized stacks, without credentials and without Azure. */
export const REHEARSE: Command = {
  summary: 'have Terraform plan, apply, plan again and destroy stacks offline, without Azure',
  usage: 'rehearse [FOLDER] [options]',
  options: [
    'FOLDER            synthesized stacks, by default cdktf.out',
    '--stack NAME      this stack and those it depends on; may be given again',
    '--base DIR        an earlier synthesis of the same stacks, applied first',
    `--until STEP      last step: ${LAST_STEPS.join(', ')}; by default destroy`,
    '--var-file FILE   variables of Terraform; may be given again',
    '--state LABEL=FILE  a state that data.terraform_remote_state.LABEL reads from outside the folder',
    '--terraform PATH  the program, by default terraform on PATH',
    '--keep            leave the copies that Terraform worked in',
    '--json            print the result as JSON',
  ],
  run: async (args, output) => {
    try {
      return await rehearsed(rehearseRequest(args), output);
    } catch (error) {
      if (!AzureMlError.isAzureMlError(error)) throw error;
      output.note(error.message);
      return BAD_INPUT;
    }
  },
};

async function rehearsed(request: RehearseRequest, output: Output): Promise<number> {
  const abort = new AbortController();
  let code = FAILED;
  const stop = (signal: NodeJS.Signals): void => {
    code = signal === 'SIGTERM' ? SIGNALS.SIGTERM : SIGNALS.SIGINT;
    abort.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await ran(request, abort.signal, output);
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    output.note('stopped; the copies were removed');
    return code;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function ran(
  { json, terraform, ...request }: RehearseRequest,
  signal: AbortSignal,
  output: Output,
): Promise<number> {
  const { rehearse, hasPassed, describeStep, describeRehearsal, rehearsalDocument } = rehearsals();
  let width = 0;
  const rehearsal = await rehearse({
    ...request,
    terraform: programOf(terraform),
    environment: process.env,
    signal,
    onBegin: (stacks) => {
      width = Math.max(...stacks.map((name) => name.length));
    },
    onStep: (stack, result) => {
      if (!json) for (const line of describeStep(stack.padEnd(width), result)) output.out(line);
    },
  });
  if (json) output.out(rehearsalDocument(rehearsal));
  else for (const line of describeRehearsal(rehearsal)) output.out(line);
  return hasPassed(rehearsal) ? 0 : FAILED;
}

/** A path counts from the user's folder, not from that of a copy; a name is looked for on PATH. */
function programOf(terraform: string): string {
  return /[\\/]/.test(terraform) && !isAbsolute(terraform) ? resolve(terraform) : terraform;
}

/** Loaded when it is first needed: it brings schemas and a server. */
function rehearsals(): typeof Rehearsals {
  return require('../rehearsal') as typeof Rehearsals;
}
