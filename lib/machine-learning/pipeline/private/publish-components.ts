import { Construct } from 'constructs';
import { CodeVersion } from '../../code/code-version';
import { ComponentVersion } from '../component-version';
import type { Pipeline } from '../pipeline';
import { renderPipelineSpec } from './component-body';
import { typeOfInput } from './pipeline-graph';

/**
 * Uploads the code of all steps and makes a component version for each step and for the pipeline.
 *
 * @returns ARM id of the pipeline component version
 * @throws ValidationError VersionNotComputable, CodeContainerMissing
 */
export function publishComponents(scope: Construct, pipeline: Pipeline, version?: string): string {
  const { workspace, steps } = pipeline;
  const given = version === undefined ? {} : { version };
  const byName = new Map(steps.map((step) => [step.name, step]));
  const parent = new Construct(scope, 'Steps');
  const componentIds = new Map(
    steps.map((step) => {
      const name = `${pipeline.pipelineName}_${step.name}`;
      const spec = step.renderSpec({
        name,
        inputTypes: Object.fromEntries(
          Object.entries(step.inputs).map(([key, input]) => [key, typeOfInput(input, byName)]),
        ),
        ...(step.code === undefined ? {} : { codeId: CodeVersion.of(workspace, step.code).codeId }),
      });
      const component = new ComponentVersion(parent, step.name, {
        workspace,
        name,
        spec,
        ...given,
      });
      return [step.name, component.componentId] as const;
    }),
  );
  return new ComponentVersion(scope, 'Pipeline', {
    workspace,
    name: pipeline.pipelineName,
    spec: renderPipelineSpec(pipeline, componentIds),
    ...given,
  }).componentId;
}
