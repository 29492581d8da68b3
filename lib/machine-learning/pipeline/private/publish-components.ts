import { Construct } from 'constructs';
import { declaredName } from '../../../core/declared-name';
import { contentHash } from '../../../core/content-hash';
import { isUnresolved } from '../../../core/validation';
import { CodeVersion } from '../../code/code-version';
import { ComponentVersion } from '../component-version';
import type { Pipeline } from '../pipeline';
import type { ComponentContext, Step } from '../steps/step';
import { renderPipelineSpec } from './component-body';
import { componentInput } from './pipeline-graph';

/**
 * Uploads the code of all steps and makes a component version for each step and for the pipeline, once
 * every step is found to have a version.
 *
 * @returns ARM id of the pipeline component version
 * @throws ValidationError VersionNotComputable
 */
export function publishComponents(scope: Construct, pipeline: Pipeline, version?: string): string {
  const { workspace, steps } = pipeline;
  const given = version === undefined ? {} : { version };
  const byName = new Map(steps.map((step) => [step.name, step]));
  const contextOf = (step: Step): ComponentContext => ({
    name: `${pipeline.pipelineName}_${step.name}`,
    inputs: Object.fromEntries(
      Object.entries(step.inputs).map(([key, input]) => [
        key,
        componentInput(input, pipeline.inputs, byName),
      ]),
    ),
  });
  if (version === undefined) {
    for (const step of steps) {
      contentHash(scope, step.renderSpec(contextOf(step)), `pipeline.steps.${step.name}`);
    }
    contentHash(scope, renderPipelineSpec(pipeline, new Map()), 'pipeline');
  }
  const parent = new Construct(scope, 'Steps');
  const componentIds = new Map(
    steps.map((step) => {
      const context = contextOf(step);
      const spec = step.renderSpec({
        ...context,
        ...(step.code === undefined ? {} : { codeId: CodeVersion.of(workspace, step.code).codeId }),
      });
      const component = new ComponentVersion(parent, step.name, {
        workspace,
        name: context.name,
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
    names: namesOf(steps),
    ...given,
  }).componentId;
}

/** Names of the computes and datastores that steps name themselves, as far as they are known. */
function namesOf(steps: readonly Step[]): readonly string[] {
  const names = steps.flatMap(({ compute, inputs }) => [
    ...(compute === undefined ? [] : [declaredName(compute, compute.computeName)]),
    ...Object.values(inputs).flatMap(({ datastore }) =>
      datastore === undefined ? [] : [declaredName(datastore, datastore.datastoreName)],
    ),
  ]);
  return names.filter((name) => !isUnresolved(name));
}
