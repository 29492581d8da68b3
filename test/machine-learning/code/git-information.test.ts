import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitInformation } from '../../../lib/machine-learning/code/git-information';
import { addFiles, folderOf } from '../../support/folder';
import { codesIn } from '../../support/stack';

const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false', ...args],
    { cwd, encoding: 'utf8' },
  ).trim();

/** A repository with one commit. */
function repository(): string {
  const folder = folderOf({ 'step/a.py': 'one', 'other.py': '', '.gitignore': '*.log' });
  git(folder, 'init', '-q', '-b', 'feature/x');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'first');
  return folder;
}

describe('what git says of a folder', () => {
  test('becomes tags with the names that Azure ML uses', () => {
    const folder = repository();
    expect(GitInformation.fromDirectory(join(folder, 'step')).tags).toEqual({
      'azureml.git.commit': git(folder, 'rev-parse', 'HEAD'),
      'azureml.git.branch': 'feature/x',
      'azureml.git.dirty': 'False',
    });
  });

  test('has no branch where a commit is checked out', () => {
    const folder = repository();
    git(folder, 'checkout', '-q', '--detach');
    const { branch, tags } = GitInformation.fromDirectory(folder);
    expect(branch).toBeUndefined();
    expect(Object.keys(tags)).toEqual(['azureml.git.commit', 'azureml.git.dirty']);
  });

  test.each<[string, string, boolean]>([
    ['a changed file', 'step/a.py', true],
    ['a new file', 'step/b.py', true],
    ['an ignored file', 'step/x.log', false],
    ['a changed file elsewhere', 'other.py', false],
  ])('is dirty, or not, with %s', (_, path, dirty) => {
    const folder = repository();
    addFiles(folder, { [path]: 'two' });
    expect(GitInformation.fromDirectory(join(folder, 'step')).dirty).toBe(dirty);
  });

  test.each<[string, () => string]>([
    ['in no repository', () => folderOf({})],
    ['that does not exist', () => join(folderOf({}), 'nowhere')],
    [
      'without a commit',
      () => {
        const folder = folderOf({});
        git(folder, 'init', '-q');
        return folder;
      },
    ],
    ['that is a file', () => join(repository(), 'other.py')],
    ['that is no path', () => 5 as unknown as string],
  ])('is nothing of a folder %s', (_, folder) => {
    expect(codesIn(() => GitInformation.fromDirectory(folder()))).toEqual([
      'GitInformationUnavailable',
    ]);
  });

  test('is of the moment when it was asked', () => {
    const folder = repository();
    const information = GitInformation.fromDirectory(folder);
    writeFileSync(join(folder, 'other.py'), 'two');
    expect(information.dirty).toBe(false);
  });
});
