import { Code } from '../../../lib/machine-learning/code/code';
import { GitInformation } from '../../../lib/machine-learning/code/git-information';
import { Environment } from '../../../lib/machine-learning/environment/environment';
import { Pipeline } from '../../../lib/machine-learning/pipeline/pipeline';
import { PublishedPipeline } from '../../../lib/machine-learning/pipeline/published-pipeline';
import { PipelineStep } from '../../../lib/machine-learning/pipeline/steps/pipeline-step';
import { Workspace } from '../../../lib/machine-learning/workspace';
import { factsOf } from '../../../lib/core/facts';
import { folderOf } from '../../support/folder';
import { ROOT } from '../../support/repository';
import {
  codesIn,
  existingPlatform,
  problemsIn,
  resolvedIn,
  WORKSPACE_ID,
} from '../../support/stack';
import { emitted, pipelineOf, specsOf, stepOf } from '../setup';

const CODE = () => Code.fromDirectory(folderOf({ 'main.py': '' }));

/** Component versions of a stack: name of the component, version and tags. */
function componentsOf(stack: Parameters<typeof emitted>[0]) {
  return [...emitted(stack, 'components/versions').values()].map(
    ({ parent_id: id, name, body }) => ({
      name: id.split('/').at(-1),
      version: name,
      tags: body.properties['tags'],
    }),
  );
}

describe('where a pipeline comes from', () => {
  const publish = (git?: GitInformation) => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform, { steps: [stepOf('a')] });
    const props = git === undefined ? {} : { git };
    new PublishedPipeline(platform.stack, 'Published', { pipeline, ...props });
    return componentsOf(platform.stack);
  };

  test('is told by tags of its version, which it does not change', () => {
    const git = GitInformation.fromDirectory(ROOT);
    const [step, pipeline] = publish(git);
    expect(step?.tags).toBeUndefined();
    expect(pipeline?.tags).toEqual(git.tags);
    const untold = publish();
    expect(untold.map(({ version }) => version)).toEqual([step?.version, pipeline?.version]);
    expect(untold[1]?.tags).toBeUndefined();
  });

  test('is no plain object', () => {
    const platform = existingPlatform();
    const pipeline = pipelineOf(platform);
    const git = {} as GitInformation;
    expect(
      codesIn(() => new PublishedPipeline(platform.stack, 'Published', { pipeline, git })),
    ).toEqual(['PropertyTypeInvalid']);
  });
});

describe('a pipeline that runs as a step', () => {
  test('is published once, with its steps and theirs, before what runs it', () => {
    const { stack, workspace, compute } = existingPlatform();
    const innermost = new Pipeline(stack, 'Innermost', { workspace, defaultCompute: compute });
    innermost.addStep(stepOf('deep', { code: CODE() }));
    const inner = new Pipeline(stack, 'Inner', { workspace, defaultCompute: compute });
    inner.addStep(new PipelineStep('below', { pipeline: innermost }));
    const outer = new Pipeline(stack, 'Outer', { workspace, defaultCompute: compute });
    outer.addStep(new PipelineStep('first', { pipeline: inner }));
    outer.addStep(new PipelineStep('second', { pipeline: inner }));
    outer.addStep(new PipelineStep('third', { pipeline: innermost }));
    new PublishedPipeline(stack, 'Published', { pipeline: outer });

    const ids = new Map(
      [...emitted(stack, 'components/versions')].map(([address, { parent_id: parent }]) => [
        parent.split('/').at(-1),
        `\${azapi_resource.${address}.id}`,
      ]),
    );
    expect([...ids.keys()].sort()).toEqual(['inner', 'innermost', 'innermost_deep', 'outer']);
    expect(specsOf(stack)['outer']).toMatchObject({
      jobs: {
        first: { componentId: ids.get('inner') },
        second: { componentId: ids.get('inner') },
        third: { componentId: ids.get('innermost') },
      },
    });
  });

  test('is another version of what runs it when it changes', () => {
    const versions = ['true', 'false'].map((command) => {
      const { stack, workspace, compute } = existingPlatform();
      const inner = new Pipeline(stack, 'Inner', { workspace, defaultCompute: compute });
      inner.addStep(stepOf('a', { command }));
      const outer = new Pipeline(stack, 'Outer', { workspace, defaultCompute: compute });
      outer.addStep(new PipelineStep('inner', { pipeline: inner }));
      new PublishedPipeline(stack, 'Published', { pipeline: outer });
      return componentsOf(stack).map(({ version }) => version);
    });
    expect(versions[0]).toHaveLength(3);
    expect(versions[0]?.filter((version) => versions[1]?.includes(version))).toEqual([]);
  });

  test('needs a place for its code as well', () => {
    const { stack, compute } = existingPlatform();
    const workspace = Workspace.fromWorkspaceAttributes(stack, 'Bare', {
      workspaceId: WORKSPACE_ID,
    });
    const inner = new Pipeline(stack, 'Inner', { workspace, defaultCompute: compute });
    inner.addStep(stepOf('a', { code: CODE() }));
    const outer = new Pipeline(stack, 'Outer', { workspace, defaultCompute: compute });
    outer.addStep(new PipelineStep('inner', { pipeline: inner }));
    expect(
      problemsIn(() => new PublishedPipeline(stack, 'Published', { pipeline: outer })),
    ).toMatchObject([{ code: 'CodeContainerMissing', property: 'pipeline.steps.a.code' }]);
  });
});

test('everything versioned is kept, by ids that do not wait for the workspace', () => {
  const { stack, workspace, compute } = existingPlatform();
  const environment = new Environment(stack, 'E', { name: 'e', workspace, image: 'python:3' });
  const pipeline = pipelineOf(
    { stack, workspace, compute },
    { steps: [stepOf('a', { environment, code: CODE() })] },
  );
  new PublishedPipeline(stack, 'Published', { pipeline });
  const kept = factsOf(stack, 'version').map(({ fact }) => String(resolvedIn(stack, fact.armId)));
  expect(kept.map((id) => id.replaceAll(/[0-9a-f]{16}/g, '…')).sort()).toEqual([
    `${WORKSPACE_ID}/codes/churn/versions/…`,
    `${WORKSPACE_ID}/codes/churn/versions/…`,
    `${WORKSPACE_ID}/components/train/versions/…`,
    `${WORKSPACE_ID}/components/train_a/versions/…`,
    `${WORKSPACE_ID}/environments/e/versions/…`,
  ]);
});
