import { validateValue, withDefaults } from '../core/validation';
import {
  AZURE_DEVOPS_SHAPE,
  GIT_RULES,
  GITHUB_SHAPE,
  type GitBlocks,
} from './private/data-factory-git-rules';

/** What all repositories of a data factory take. */
export interface DataFactoryRepository {
  /** Account or organization that owns the repository. */
  readonly account: string;
  /** Name of the repository. */
  readonly repository: string;
  /**
   * Branch that is published from.
   *
   * @default 'main'
   */
  readonly branch?: string;
  /**
   * Folder of the factory in the repository, starting with `/`.
   *
   * @default '/'
   */
  readonly rootFolder?: string;
  /**
   * Whether the studio may publish.
   *
   * @default false, where azurerm would choose true
   */
  readonly publishing?: boolean;
}

/** A repository in GitHub. */
export interface DataFactoryGitHubOptions extends DataFactoryRepository {
  /**
   * URL of a GitHub Enterprise server.
   *
   * @default - https://github.com
   */
  readonly serverUrl?: string;
}

/** A repository in Azure DevOps. */
export interface DataFactoryAzureDevOpsOptions extends DataFactoryRepository {
  /** Name of the project. */
  readonly project: string;
  /** Tenant of the organization, a GUID. */
  readonly tenantId: string;
}

/** The repository that the studio keeps the pipelines of a data factory in. */
export class DataFactoryGit {
  /**
   * GitHub.
   *
   * @throws UnscopedValidationError DataFactoryGitFolderInvalid
   */
  public static gitHub(options: DataFactoryGitHubOptions): DataFactoryGit {
    const resolved = withDefaults(options, DEFAULTS);
    validateValue(resolved, GITHUB_SHAPE, GIT_RULES);
    const { account, repository, branch, rootFolder, publishing, serverUrl } = resolved;
    return new DataFactoryGit({
      githubConfiguration: {
        accountName: account,
        repositoryName: repository,
        branchName: branch,
        rootFolder,
        publishingEnabled: publishing,
        gitUrl: serverUrl ?? 'https://github.com',
      },
    });
  }

  /**
   * Azure DevOps.
   *
   * @throws UnscopedValidationError DataFactoryGitFolderInvalid
   */
  public static azureDevOps(options: DataFactoryAzureDevOpsOptions): DataFactoryGit {
    const resolved = withDefaults(options, DEFAULTS);
    validateValue(resolved, AZURE_DEVOPS_SHAPE, GIT_RULES);
    const { account, repository, branch, rootFolder, publishing, project, tenantId } = resolved;
    return new DataFactoryGit({
      vstsConfiguration: {
        accountName: account,
        projectName: project,
        tenantId,
        repositoryName: repository,
        branchName: branch,
        rootFolder,
        publishingEnabled: publishing,
      },
    });
  }

  private constructor(private readonly blocks: GitBlocks) {}

  /**
   * The block of `azurerm_data_factory`.
   *
   * @internal
   */
  public _renderBlocks(): GitBlocks {
    return this.blocks;
  }
}

const DEFAULTS = { branch: 'main', rootFolder: '/', publishing: false };
