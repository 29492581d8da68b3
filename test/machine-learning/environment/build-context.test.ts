import {
  BuildContext,
  type BuildContextOptions,
} from '../../../lib/machine-learning/environment/build-context';
import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import {
  Environment,
  type EnvironmentProps,
} from '../../../lib/machine-learning/environment/environment';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { Template } from '../../../lib/testing';
import { folderOf, type Files } from '../../support/folder';
import { codesIn, existingPlatform, freshStack, WORKSPACE_ID } from '../../support/stack';
import { onlyEmitted } from '../setup';

const FILES: Files = {
  Dockerfile: 'FROM python',
  'req.txt': 'pip',
  'x.log': '',
  '.gitignore': '*.log',
};
const contextOf = (files = FILES, options: BuildContextOptions = {}) =>
  BuildContext.fromDirectory(folderOf(files), options);

function environmentWith(props: Partial<EnvironmentProps>, platform = existingPlatform()) {
  const { stack, workspace } = platform;
  return {
    stack,
    environment: new Environment(stack, 'Built', { name: 'built', workspace, ...props }),
  };
}

describe('an environment that is built', () => {
  test('names where its context is uploaded to, and waits for it', () => {
    const context = contextOf();
    const { stack } = environmentWith({ buildContext: context });
    const hash = context.hash.slice(0, 16);
    const { body, depends_on: dependsOn } = onlyEmitted(stack, 'environments/versions');
    expect(body).toEqual({
      properties: {
        build: {
          contextUri: expect.stringMatching(
            new RegExp(
              `^https://stbefore\\.blob\\.core\\.windows\\.net/azureml-code-[0-9a-f]{8}/churn/contexts/${hash}/$`,
            ),
          ),
          dockerfilePath: 'Dockerfile',
        },
        osType: 'Linux',
      },
    });
    const [[address, blob] = []] = Object.entries(
      Template.fromStack(stack).resources('azurerm_storage_blob'),
    );
    expect(dependsOn).toEqual([`azurerm_storage_blob.${String(address)}`]);
    expect(blob).toMatchObject({ name: `churn/contexts/${hash}/\${each.key}` });
    expect(Object.keys((blob as { for_each: object }).for_each)).toEqual(['Dockerfile', 'req.txt']);
  });

  test('is another version with another byte or Dockerfile, and the same with the same files', () => {
    const version = (context: BuildContext) =>
      environmentWith({ buildContext: context }).environment.version;
    const files = { ...FILES, 'gpu.docker': 'FROM cuda' };
    expect(version(contextOf(files))).toBe(version(contextOf(files)));
    expect(version(contextOf({ ...files, 'req.txt': 'uv' }))).not.toBe(version(contextOf(files)));
    expect(version(contextOf(files, { dockerfile: 'gpu.docker' }))).not.toBe(
      version(contextOf(files)),
    );
  });

  test('shares the files with another one of the same context', () => {
    const platform = existingPlatform();
    environmentWith({ buildContext: contextOf() }, platform);
    const { stack, workspace } = platform;
    new Environment(stack, 'Other', { name: 'other', workspace, buildContext: contextOf() });
    expect(Object.keys(Template.fromStack(stack).resources('azurerm_storage_blob'))).toHaveLength(
      1,
    );
  });

  test.each<[string, Partial<EnvironmentProps>, readonly string[]]>([
    ['an image too', { buildContext: contextOf(), image: 'python' }, ['EnvironmentImageInvalid']],
    ['neither', {}, ['EnvironmentImageInvalid']],
    [
      'packages',
      { buildContext: contextOf(), conda: CondaFile.fromText('dependencies: []') },
      ['EnvironmentCondaWithBuild'],
    ],
    ['a path', { buildContext: '.' as never }, ['PropertyTypeInvalid']],
  ])('fails with %s', (_, props, codes) => {
    expect(codesIn(() => environmentWith(props))).toEqual(codes);
  });

  test('fails in a workspace without a known place for files', () => {
    const stack = freshStack();
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', {
      workspaceId: WORKSPACE_ID,
    });
    const build = contextOf();
    expect(
      codesIn(
        () => new Environment(stack, 'Built', { name: 'built', workspace, buildContext: build }),
      ),
    ).toEqual(['BuildContextContainerMissing']);
  });
});

describe('a build context', () => {
  test.each<[string, Files, BuildContextOptions, readonly string[]]>([
    ['its Dockerfile', FILES, {}, []],
    ['another one below', { 'docker/cpu': '' }, { dockerfile: 'docker/cpu' }, []],
    ['no Dockerfile', { a: '' }, {}, ['BuildContextDockerfileMissing']],
    [
      'an ignored one',
      { ...FILES, '.gitignore': 'Docker*' },
      {},
      ['BuildContextDockerfileMissing'],
    ],
    ['too many files', FILES, { maxFiles: 1 }, ['TooManyFiles']],
    ['no limit at all', FILES, { maxFiles: 0 }, ['FileLimitInvalid']],
  ])('with %s', (_, files, options, codes) => {
    expect(codesIn(() => contextOf(files, options))).toEqual(codes);
  });
});
