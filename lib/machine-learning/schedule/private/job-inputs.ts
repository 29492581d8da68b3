import type { Problem } from '../../../core/errors';
import type { JobInput } from '../../pipeline/invocation/rendered-argument';
import type { PipelineArguments } from '../../pipeline/invocation/pipeline-request';

/** Inputs of a scheduled job, by name. */
export interface JobInputs {
  readonly [name: string]: JobInput;
}

/** Inputs of a scheduled job, and what is wrong with those that have no form there. Pure. */
export function jobInputsOf(given: PipelineArguments): {
  readonly inputs: JobInputs;
  readonly problems: readonly Problem[];
} {
  const inputs: [string, JobInput][] = [];
  const problems: Problem[] = [];
  for (const [name, argument] of Object.entries(given)) {
    const result = argument._renderJobInput(name);
    if (isProblem(result)) problems.push(result);
    else inputs.push([name, result]);
  }
  return { inputs: Object.fromEntries(inputs), problems };
}

function isProblem(result: JobInput | Problem): result is Problem {
  return 'code' in result;
}
