import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { Pipeline } from '../pipeline';

/** What is wrong with running a pipeline as a step of another one, if anything is. */
export function nestingProblem(
  outer: Pipeline,
  step: string,
  inner: Pipeline,
): Problem | undefined {
  const property = `steps.${step}.pipeline`;
  if (inner.workspace !== outer.workspace) {
    return problem('NestedPipelineInvalid', {
      property,
      must: 'be of the same workspace',
      got: inner.node.path,
    });
  }
  return holds(inner, outer)
    ? problem('NestedPipelineInvalid', {
        property,
        must: 'not run itself, not even through others',
        got: inner.node.path,
      })
    : undefined;
}

function holds(from: Pipeline, sought: Pipeline): boolean {
  const seen = new Set([from]);
  for (const pipeline of seen) {
    for (const { _nestedPipeline: nestedPipeline } of pipeline._stepsByName.values()) {
      if (nestedPipeline !== undefined) seen.add(nestedPipeline);
    }
  }
  return seen.has(sought);
}

/** The pipelines that a pipeline runs as its steps, each once. */
export function nestedPipelines({ _stepsByName: stepsByName }: Pipeline): readonly Pipeline[] {
  const found = [...stepsByName.values()].flatMap(({ _nestedPipeline: nestedPipeline }) =>
    nestedPipeline === undefined ? [] : [nestedPipeline],
  );
  return [...new Set(found)];
}
