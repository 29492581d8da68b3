import { type Finding, Is, type Rule, type Shape } from '../../../core/validation';
import type { IWorkspace } from '../../workspace-types';
import type { PipelineEndpointProps } from '../pipeline-endpoint';
import { MAX_LABEL_LENGTH } from './deployment-name';
import {
  PUBLICATION_RULES,
  PUBLICATION_SHAPE,
  type ResolvedPublication,
} from './publication-rules';
import { endpointNameRule } from './published-pipeline-rules';

const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName', 'location', 'cloud');

type Resolved = PipelineEndpointProps & Required<Pick<PipelineEndpointProps, 'enabled'>>;

export const PIPELINE_ENDPOINT_SHAPE: Shape<Resolved> = {
  workspace: WORKSPACE,
  defaultVersion: Is.known(Is.text),
  endpointName: Is.optional(Is.text),
  description: Is.optional(Is.string),
  tags: Is.optional(Is.map(Is.string)),
  enabled: Is.known(Is.boolean),
};

/** What a label must be, to be read after "must". */
const LABEL_FORM = `be 1 to ${String(MAX_LABEL_LENGTH)} letters, digits and hyphens, without a hyphen at either end`;

const LABEL = new RegExp(
  `^(?=.{1,${String(MAX_LABEL_LENGTH)}}$)[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$`,
);

/** v1 counted versions with dots, which names of deployments do not take. */
function labelFinding(property: string, label: string): Finding | undefined {
  if (LABEL.test(label)) return undefined;
  const hyphenated = label.replaceAll(/[._ ]+/g, '-');
  return {
    property,
    must: LABEL_FORM,
    got: label,
    ...(LABEL.test(hyphenated) ? { fix: `write ${hyphenated}` } : {}),
  };
}

export const PIPELINE_ENDPOINT_RULES: readonly Rule<Resolved>[] = [
  {
    code: 'EndpointVersionLabelInvalid',
    check: ({ defaultVersion }) => labelFinding('defaultVersion', defaultVersion),
  },
  endpointNameRule,
];

interface Label {
  readonly label: string;
}

export const VERSION_LABEL_SHAPE: Shape<Label> = { label: Is.known(Is.text) };

export const VERSION_LABEL_RULES: readonly Rule<Label>[] = [
  {
    code: 'EndpointVersionLabelInvalid',
    check: ({ label }) => labelFinding('label', label),
  },
];

type Version = ResolvedPublication & {
  /** That of the endpoint. */
  readonly workspace: IWorkspace;
};

export const ENDPOINT_VERSION_SHAPE: Shape<Version> = {
  ...PUBLICATION_SHAPE,
  workspace: WORKSPACE,
};

export const ENDPOINT_VERSION_RULES: readonly Rule<Version>[] = [
  ...PUBLICATION_RULES,
  {
    code: 'EndpointWorkspaceMismatch',
    check: ({ pipeline, workspace }) =>
      pipeline.workspace.workspaceId === workspace.workspaceId
        ? undefined
        : {
            property: 'pipeline',
            must: `be of workspace ${workspace.workspaceName}, as the endpoint is`,
            got: pipeline.workspace.workspaceName,
          },
  },
];
