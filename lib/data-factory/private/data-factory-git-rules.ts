import type { DataFactoryConfig } from '@cdktf/provider-azurerm/lib/data-factory';
import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import type {
  DataFactoryAzureDevOpsOptions,
  DataFactoryGitHubOptions,
  DataFactoryRepository,
} from '../data-factory-git';

/** The block of a repository, as `azurerm_data_factory` takes it. */
export type GitBlocks = Pick<DataFactoryConfig, 'githubConfiguration' | 'vstsConfiguration'>;

type Filled = Required<DataFactoryRepository>;

const REPOSITORY_SHAPE: Shape<Filled> = {
  account: Is.text,
  repository: Is.text,
  branch: Is.text,
  rootFolder: Is.text,
  publishing: Is.boolean,
};

export const GITHUB_SHAPE: Shape<Filled & Pick<DataFactoryGitHubOptions, 'serverUrl'>> = {
  ...REPOSITORY_SHAPE,
  serverUrl: Is.optional(Is.text),
};

export const AZURE_DEVOPS_SHAPE: Shape<
  Filled & Pick<DataFactoryAzureDevOpsOptions, 'project' | 'tenantId'>
> = { ...REPOSITORY_SHAPE, project: Is.text, tenantId: Is.text };

export const GIT_RULES: readonly Rule<Filled>[] = [
  {
    code: 'DataFactoryGitFolderInvalid',
    check: ({ rootFolder }) =>
      mismatches(rootFolder, /^\//)
        ? { property: 'rootFolder', must: 'start with "/"', got: rootFolder }
        : undefined,
  },
];
