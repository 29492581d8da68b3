import type { Problem } from '../../../core/errors';
import type { JobInput } from '../../pipeline/invocation/pipeline-argument';
import type { PipelineArguments } from '../../pipeline/invocation/pipeline-request';

/** Inputs of a scheduled job, and what is wrong with those that have no form there. Pure. */
export function jobInputsOf(given: PipelineArguments): {
  readonly inputs: { readonly [name: string]: JobInput };
  readonly problems: readonly Problem[];
} {
  const rendered = Object.entries(given).map(
    ([name, argument]) => [name, argument.renderJobInput(name)] as const,
  );
  return {
    inputs: Object.fromEntries(
      rendered.filter((entry): entry is [string, JobInput] => !isProblem(entry[1])),
    ),
    problems: rendered.flatMap(([, result]) => (isProblem(result) ? [result] : [])),
  };
}

function isProblem(result: JobInput | Problem): result is Problem {
  return 'code' in result;
}
