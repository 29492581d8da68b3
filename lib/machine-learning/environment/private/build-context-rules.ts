import { Is, type Rule, type Shape } from '../../../core/validation';
import type { BuildContextOptions } from '../build-context';
import type { EnvironmentProps } from '../environment';

export const BUILD_CONTEXT_SHAPE: Shape<BuildContextOptions> = {
  dockerfile: Is.optional(Is.known(Is.text)),
  maxFiles: Is.optional(Is.known(Is.integer)),
  maxSizeMiB: Is.optional(Is.known(Is.number)),
};

/** `Microsoft.MachineLearningServices/workspaces/environments/versions@2025-06-01`: an image or a context. */
export const ENVIRONMENT_BUILD_RULES: readonly Rule<EnvironmentProps>[] = [
  {
    code: 'EnvironmentImageInvalid',
    check: ({ image, buildContext: build }) =>
      (image === undefined) === (build === undefined)
        ? {
            property: 'image',
            must: 'be given where buildContext is not, and only there',
            got: image,
            fix: 'give an image, or BuildContext.fromDirectory as buildContext',
          }
        : undefined,
  },
  {
    code: 'EnvironmentCondaWithBuild',
    check: ({ buildContext: build, conda }) =>
      build !== undefined && conda !== undefined
        ? {
            property: 'conda',
            must: 'be left out beside buildContext',
            got: conda,
            fix: 'install the packages in the Dockerfile',
          }
        : undefined,
  },
  {
    code: 'BuildContextContainerMissing',
    check: ({ buildContext: build, workspace: { codeContainer, storageAccount } }) =>
      build !== undefined && codeContainer === undefined && storageAccount === undefined
        ? {
            property: 'workspace',
            must: 'have a place to upload the build context to',
            got: codeContainer,
            fix: 'give codeContainer or storageAccount to Workspace.fromWorkspaceAttributes',
          }
        : undefined,
  },
];
