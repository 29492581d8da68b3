import type { Problem } from '../../../core/errors';
import { problem } from '../../../core/validation';
import type { Pipeline } from '../pipeline';
import { takeName } from './pipeline-names';
import { componentNameOf } from './step-contexts';
import { ownsComponent } from './step-order';

/**
 * Notes the names of all components that a pipeline becomes, in its workspace.
 *
 * @param place path of what is published with others under the same names: the endpoint of a version
 * @returns what is wrong with the first name that something else has already
 */
export function takeNames(pipeline: Pipeline, place: string): Problem | undefined {
  const { workspace, pipelineName } = pipeline;
  const owner = takeName(workspace, pipelineName, `pipeline ${pipelineName} of ${place}`);
  if (owner !== undefined) {
    return problem('PipelineNameTaken', {
      property: 'name',
      must: `differ from that of ${owner}`,
      got: pipelineName,
      fix: 'rename one, or add both to one PipelineEndpoint, whose versions may be pipelines of one name',
    });
  }
  for (const step of pipeline._stepsByName.values()) {
    if (!ownsComponent(step)) continue;
    const name = componentNameOf(pipeline, step);
    const other = takeName(workspace, name, `step ${step.name} of ${pipelineName} of ${place}`);
    if (other !== undefined) {
      return problem('ComponentNameTaken', {
        property: `steps.${step.name}`,
        must: `become a component of another name than ${other}`,
        got: name,
        fix: 'rename the step or the pipeline',
      });
    }
  }
  return undefined;
}
