import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { IWorkspace } from '../../workspace-types';
import { versionRule } from '../../private/version-rule';
import type { EnvironmentProps } from '../environment';

const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName');

export const ENVIRONMENT_SHAPE: Shape<EnvironmentProps> = {
  name: Is.text,
  workspace: WORKSPACE,
  image: Is.text,
  conda: Is.optional(Is.having('a CondaFile', 'text')),
  version: Is.optional(Is.known(Is.text)),
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

interface NameAndVersion {
  readonly name: string;
  readonly version: string;
}

export const ENVIRONMENT_VERSION_SHAPE: Shape<NameAndVersion> = { name: Is.text, version: Is.text };

export const REGISTERED_ENVIRONMENT_SHAPE: Shape<
  NameAndVersion & { readonly workspace: IWorkspace }
> = { workspace: WORKSPACE, ...ENVIRONMENT_VERSION_SHAPE };

/** azure-ai-ml 1.4.0 and the ARM pattern of asset names, which also takes full stops. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_.]{0,254}$/;

const nameRule: Rule<{ readonly name: string }> = {
  code: 'EnvironmentNameInvalid',
  check: ({ name }) =>
    mismatches(name, NAME)
      ? {
          property: 'name',
          must: 'be 1 to 255 letters, digits, "-", "_" or ".", starting with a letter or digit',
          got: name,
        }
      : undefined,
};

export const ENVIRONMENT_RULES: readonly Rule<EnvironmentProps>[] = [nameRule, versionRule];

export const ENVIRONMENT_VERSION_RULES: readonly Rule<NameAndVersion>[] = [nameRule, versionRule];
