import { type Finding, Is, type Rule, type Shape } from '../../../core/validation';
import { DATASTORE } from '../../datastore/private/datastore-path-rule';
import { versionRule } from '../../private/version-rule';
import type { IWorkspace } from '../../workspace-types';
import { defaultComputeRule } from './default-compute-rule';
import { isOtherWorkspace } from './other-workspace';
import type { Pipeline } from '../pipeline';
import type { PublicationProps } from '../publication-props';
import type { Step } from '../steps/step';

/** What a publication takes, with its defaults. */
export type ResolvedPublication = PublicationProps &
  Required<Pick<PublicationProps, 'continueOnStepFailure' | 'forceRerun'>>;

export const PUBLICATION_SHAPE: Shape<ResolvedPublication> = {
  pipeline: Is.having('a Pipeline', 'steps', 'inputs', '_close'),
  description: Is.optional(Is.string),
  defaultCompute: Is.optional(Is.having('a compute', 'computeId', 'computeName')),
  defaultDatastore: Is.optional(DATASTORE),
  continueOnStepFailure: Is.known(Is.boolean),
  continueOnFailedOptionalInput: Is.optional(Is.known(Is.boolean)),
  forceRerun: Is.known(Is.boolean),
  settings: Is.optional(Is.known(Is.map(Is.string))),
  version: Is.optional(Is.known(Is.text)),
  git: Is.optional(Is.having('a GitInformation', 'commit', 'tags')),
  tags: Is.optional(Is.map(Is.string)),
};

/** Settings that have a property of their own. */
const RESERVED: readonly string[] = [
  'default_compute',
  'default_datastore',
  'continue_on_step_failure',
  'continue_on_failed_optional_input',
  'force_rerun',
];

export const PUBLICATION_RULES: readonly Rule<ResolvedPublication>[] = [
  versionRule,
  defaultComputeRule,
  {
    code: 'PipelineOtherWorkspace',
    check: ({ pipeline: { workspace }, defaultCompute, defaultDatastore }) =>
      placeFinding('defaultCompute', workspace, defaultCompute) ??
      placeFinding('defaultDatastore', workspace, defaultDatastore),
  },
  {
    code: 'DeploymentSettingReserved',
    check: ({ settings = {} }) => {
      const taken = Object.keys(settings).find((name) => RESERVED.includes(name.toLowerCase()));
      return taken === undefined
        ? undefined
        : {
            property: `settings.${taken}`,
            must: 'be given by its own property',
            got: settings[taken],
            fix: 'use defaultCompute, defaultDatastore, continueOnStepFailure, continueOnFailedOptionalInput or forceRerun',
          };
    },
  },
  {
    code: 'CodeContainerMissing',
    check: ({ pipeline }) => {
      const { workspace } = pipeline;
      const step = allSteps(pipeline).find(({ code }) => code !== undefined);
      const hasPlace =
        workspace.codeContainer !== undefined || workspace.storageAccount !== undefined;
      if (step === undefined || hasPlace) return undefined;
      return {
        property: `pipeline.steps.${step.name}.code`,
        must: 'have a place to be uploaded to in an existing workspace',
        got: workspace.codeContainer,
        fix: 'give codeContainer or storageAccount to Workspace.fromWorkspaceAttributes',
      };
    },
  },
];

/** Computes and datastores are named without their workspace, so that those of the pipeline would be used. */
function placeFinding(
  property: string,
  own: IWorkspace,
  place: { readonly workspace: IWorkspace } | undefined,
): Finding | undefined {
  return place !== undefined && isOtherWorkspace(own, place.workspace)
    ? {
        property,
        must: `be of workspace ${own.workspaceName}, as the pipeline is`,
        got: place.workspace.workspaceName,
        fix: 'declare or import it in the workspace of the pipeline',
      }
    : undefined;
}

/** Steps of a pipeline and of those that it runs as steps. */
function allSteps({ steps }: Pipeline): readonly Step[] {
  return steps.flatMap((step) =>
    step._nestedPipeline === undefined ? [step] : [step, ...allSteps(step._nestedPipeline)],
  );
}
