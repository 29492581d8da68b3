import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { BatchEndpointAttributes } from '../imported-batch-endpoint';
import type { PublishedPipelineProps } from '../published-pipeline';
import {
  PUBLICATION_RULES,
  PUBLICATION_SHAPE,
  type ResolvedPublication,
} from './publication-rules';

type Resolved = ResolvedPublication &
  Pick<PublishedPipelineProps, 'endpointName'> &
  Required<Pick<PublishedPipelineProps, 'enabled'>>;

export const PUBLISHED_PIPELINE_SHAPE: Shape<Resolved> = {
  ...PUBLICATION_SHAPE,
  endpointName: Is.optional(Is.text),
  enabled: Is.known(Is.boolean),
};

/** azure-ai-ml 1.4.0, EndpointConfigurations: stricter than ARM's own pattern. */
const NAME = /^(?=.{3,32}$)[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/;

export const endpointNameRule: Rule<{ readonly endpointName?: string }> = {
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
  endpointNameRule,
  ...PUBLICATION_RULES,
];

export const BATCH_ENDPOINT_ATTRIBUTES_SHAPE: Shape<BatchEndpointAttributes> = {
  workspace: Is.having('a workspace', 'workspaceId', 'workspaceName', 'location', 'cloud'),
  endpointName: Is.text,
  deploymentName: Is.optional(Is.text),
  componentId: Is.optional(Is.text),
};

export const BATCH_ENDPOINT_ATTRIBUTES_RULES: readonly Rule<BatchEndpointAttributes>[] = [
  endpointNameRule,
];
