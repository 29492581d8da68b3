import { execFileSync } from 'node:child_process';
import type { StringMap } from '../../azapi/azapi-types';
import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { reasonOf } from '../private/file-errors';

/** Tags have values of at most 256 characters. */
const MAX_TAG = 256;

/**
 * Where a folder stands in its git repository, as tags of what is published from it.
 *
 * They change with every commit, so nothing takes them in unless it is asked to, and they are part of no
 * version's name.
 *
 * @see https://learn.microsoft.com/azure/machine-learning/concept-train-model-git-integration
 */
export class GitInformation {
  /**
   * What git says of a folder, now. Needs `git` on PATH and at least one commit.
   *
   * @param directory relative to the working directory, or absolute
   * @throws UnscopedValidationError GitInformationUnavailable
   */
  public static fromDirectory(directory: string): GitInformation {
    const branch = answer(directory, 'branch', '--show-current');
    return new GitInformation(
      answer(directory, 'rev-parse', 'HEAD'),
      branch === '' ? undefined : branch,
      answer(directory, 'status', '--porcelain', '--', '.') !== '',
    );
  }

  private constructor(
    /** Hash of the last commit. */
    public readonly commit: string,
    /** Name of the branch; `undefined` where a commit is checked out that is no branch's. */
    public readonly branch: string | undefined,
    /** Whether the folder holds what is not committed: changed, new or deleted files that git does not ignore. */
    public readonly dirty: boolean,
  ) {}

  /**
   * The tags, named as the properties that Azure ML gives to runs: `azureml.git.commit`,
   * `azureml.git.branch` where there is one, and `azureml.git.dirty`, `True` or `False`.
   */
  public get tags(): StringMap {
    return {
      'azureml.git.commit': this.commit,
      ...(this.branch === undefined ? {} : { 'azureml.git.branch': this.branch.slice(0, MAX_TAG) }),
      'azureml.git.dirty': this.dirty ? 'True' : 'False',
    };
  }
}

/** What a command of git prints; it takes no locks, so that another git may run beside. */
function answer(directory: string, ...args: readonly string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
      maxBuffer: Infinity,
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } catch (error) {
    throw new UnscopedValidationError([
      problem('GitInformationUnavailable', {
        property: 'directory',
        must: `be in a git repository with a commit, and git be on PATH (${reasonOf(error).trim()})`,
        got: directory,
      }),
    ]);
  }
}
