import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import { versionRule } from '../../private/version-rule';
import type { BatchEndpointAttributes } from '../imported-batch-endpoint';
import type { PublishedPipelineProps } from '../published-pipeline';

type Resolved = PublishedPipelineProps &
  Required<Pick<PublishedPipelineProps, 'continueOnStepFailure' | 'forceRerun'>>;

export const PUBLISHED_PIPELINE_SHAPE: Shape<Resolved> = {
  pipeline: Is.having('a Pipeline', 'steps', 'inputs', 'close'),
  endpointName: Is.optional(Is.text),
  description: Is.optional(Is.string),
  continueOnStepFailure: Is.known(Is.boolean),
  forceRerun: Is.known(Is.boolean),
  version: Is.optional(Is.known(Is.text)),
  tags: Is.optional(Is.map(Is.string)),
};

/** azure-ai-ml 1.4.0, EndpointConfigurations: stricter than ARM's own pattern. */
const NAME = /^(?=.{3,32}$)[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

const nameRule: Rule<{ readonly endpointName?: string }> = {
  code: 'EndpointNameInvalid',
  check: ({ endpointName }) =>
    mismatches(endpointName, NAME)
      ? {
          property: 'endpointName',
          must: 'be 3 to 32 letters, digits and hyphens, starting with a letter, not ending with a hyphen',
          got: endpointName,
        }
      : undefined,
};

export const PUBLISHED_PIPELINE_RULES: readonly Rule<Resolved>[] = [
  nameRule,
  versionRule,
  {
    code: 'CodeContainerMissing',
    check: ({ pipeline: { steps, workspace } }) => {
      const step = steps.find(({ code }) => code !== undefined);
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

export const BATCH_ENDPOINT_ATTRIBUTES_SHAPE: Shape<BatchEndpointAttributes> = {
  workspace: Is.having('a workspace', 'workspaceId', 'workspaceName', 'location', 'cloud'),
  endpointName: Is.text,
  deploymentName: Is.optional(Is.text),
  componentId: Is.optional(Is.text),
};

export const BATCH_ENDPOINT_ATTRIBUTES_RULES: readonly Rule<BatchEndpointAttributes>[] = [nameRule];
