import { GUID } from '../../../core/guid-rule';
import { type Finding, Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { V1PipelineProps } from '../v1-pipeline';

export const V1_PIPELINE_SHAPE: Shape<V1PipelineProps> = {
  workspace: Is.having('a workspace', 'workspaceId', 'workspaceName', 'location', 'cloud'),
  name: Is.optional(Is.text),
  pipelineId: Is.optional(Is.text),
  pipelineEndpointId: Is.optional(Is.text),
  pipelineEndpointName: Is.optional(Is.text),
  version: Is.optional(Is.text),
};

export const V1_PIPELINE_RULES: readonly Rule<V1PipelineProps>[] = [
  {
    code: 'V1PipelineIdAmbiguous',
    check: ({ pipelineId, pipelineEndpointId, pipelineEndpointName }) => {
      const given = [pipelineId, pipelineEndpointId, pipelineEndpointName];
      return given.filter((value) => value !== undefined).length === 1
        ? undefined
        : {
            property: 'pipelineId',
            must: 'be given, or id or name of a pipeline endpoint in its place, and only one of them',
            got: pipelineId,
          };
    },
  },
  {
    code: 'V1PipelineIdInvalid',
    check: ({ pipelineId, pipelineEndpointId }) =>
      guidFinding('pipelineId', pipelineId) ??
      guidFinding('pipelineEndpointId', pipelineEndpointId),
  },
  {
    code: 'V1EndpointVersionInvalid',
    check: ({ version }) =>
      mismatches(version, /^\d+$/)
        ? {
            property: 'version',
            must: 'be the number of a version of the endpoint, such as "0"',
            got: version,
          }
        : undefined,
  },
];

function guidFinding(property: string, value: string | undefined): Finding | undefined {
  if (!mismatches(value, GUID)) return undefined;
  return {
    property,
    must: 'be a GUID',
    got: value,
    fix: 'take the id from PublishedPipeline.list(ws) or PipelineEndpoint.list(ws), or from the studio',
  };
}
