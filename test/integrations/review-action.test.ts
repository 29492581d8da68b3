import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../support/folder';
import { ROOT } from '../support/repository';
import { execute } from './execute';
import { type Checkout, fakeReviewer, git, type History, pullRequest, SYNTH } from './pull-request';
import { runAction, type StepsEnded } from './steps';

const ACTION = 'integrations/github/review/action.yml';

const APP = {
  'cdktf.json': '{}',
  'stacks/churn/cdk.tf.json': '1',
  'stacks/fraud/cdk.tf.json': '1',
};

const CHANGE = { 'stacks/churn/cdk.tf.json': '2' };

let reviewer: string;

beforeAll(() => {
  reviewer = fakeReviewer();
});

/** Runs the action on a checkout, with the commands of these tests. */
function reviewed(
  { folder, head }: Checkout,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepsEnded> {
  return runAction(ACTION, {
    cwd: folder,
    inputs: { install: '', synth: SYNTH, command: reviewer, ...inputs },
    context: { 'github.event.pull_request.head.sha': head },
  });
}

function resultOf({ temp }: StepsEnded, file: string): string {
  return readFileSync(join(temp, 'cdktf-azureml-review', file), 'utf8');
}

describe('the review of a pull request', () => {
  test('compares with the base that it is merged with, not with where the branch began', async () => {
    const history: History = {
      start: APP,
      meanwhile: { 'stacks/fraud/cdk.tf.json': '3' },
      change: CHANGE,
    };
    const ended = await reviewed(await pullRequest(history));
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'changes' } });
    expect(resultOf(ended, 'review.md')).toContain('churn/cdk.tf.json differ');
    expect(resultOf(ended, 'review.md')).not.toContain('fraud');
  });

  test('is there as Markdown, JSON, SARIF and HTML, and as the summary of the job', async () => {
    const ended = await reviewed(await pullRequest({ start: APP, change: CHANGE }));
    expect(readdirSync(join(ended.temp, 'cdktf-azureml-review')).sort()).toEqual([
      'review.html',
      'review.json',
      'review.md',
      'review.sarif',
      'verdict',
    ]);
    expect(ended.summary).toBe(resultOf(ended, 'review.md'));
    expect(resultOf(ended, 'review.sarif')).toContain('sarif, at most 64000, yes');
  });

  test('tells nothing where nothing changes', async () => {
    const ended = await reviewed(await pullRequest({ start: APP, change: { 'README.md': 'x' } }));
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'nothing' } });
  });

  test('synthesizes both without writing the file of versions', async () => {
    const { log } = await reviewed(await pullRequest({ start: APP, change: CHANGE }));
    expect(log.match(/synthesized with read/g)).toHaveLength(2);
  });

  test('installs both, each in its own folder outside of the other', async () => {
    const checkout = await pullRequest({ start: APP, change: CHANGE });
    const { log } = await reviewed(checkout, { install: 'echo "installed in $PWD"' });
    const folders = [...log.matchAll(/installed in (.*)/g)].map(([, folder = '']) => folder);
    expect(folders).toHaveLength(2);
    expect(folders[0]).toBe(checkout.folder);
    expect(folders[1]).not.toContain(checkout.folder);
  });

  test('does not see what was synthesized before, nor leave anything behind', async () => {
    const stale = { 'cdktf.out/stacks/gone/cdk.tf.json': '1' };
    const checkout = await pullRequest({ start: { ...APP, ...stale }, change: CHANGE });
    const ended = await reviewed(checkout);
    expect(resultOf(ended, 'review.md')).not.toContain('gone');
    expect(await git(checkout.folder, 'worktree', 'list')).not.toContain('\n');
    expect(readdirSync(ended.temp).filter((one) => one.startsWith('review-base'))).toEqual([]);
  });

  test('takes an app in a folder, whatever its name', async () => {
    const folder = 'apps/$(touch smuggled) & ml';
    const inFolder = (files: object) =>
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [`${folder}/${path}`, String(text)]),
      );
    const checkout = await pullRequest({ start: inFolder(APP), change: inFolder(CHANGE) });
    const ended = await reviewed(checkout, { 'working-directory': folder });
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'changes' } });
    expect(existsSync(join(checkout.folder, 'smuggled'))).toBe(false);
    expect(existsSync(join(checkout.folder, folder, 'smuggled'))).toBe(false);
  });

  test('takes all as new where the base has no app', async () => {
    const start = { 'README.md': 'x' };
    const ended = await reviewed(await pullRequest({ start, change: APP }));
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'changes' } });
    expect(resultOf(ended, 'review.md')).toContain('Only in head: stacks');
  });

  test.each([
    ['never', 0],
    ['dangerous', 1],
    ['changes', 1],
  ])(
    'says that the base does not synthesize; a job that fails on %s ends with %d',
    async (failOn, code) => {
      const start = { ...APP, broken: '' };
      const checkout = await pullRequest({ start, change: CHANGE });
      // Repaired by the change, on the merge that is checked out.
      await git(checkout.folder, 'rm', '--quiet', 'broken');
      const ended = await reviewed(checkout, {
        synth: `[ ! -e broken ] && ${SYNTH}`,
        'fail-on': failOn,
      });
      expect(ended).toMatchObject({ code, outputs: { verdict: 'unknown' } });
      expect(resultOf(ended, 'review.md')).toMatch(
        /^<!-- cdktf-azureml review -->\n\n## No review: the base does not synthesize\n/,
      );
    },
  );

  test.each([
    ['an install', { install: 'exit 3' }, 'the change does not synthesize'],
    ['a synthesis', { synth: 'exit 3' }, 'the change does not synthesize'],
    ['a step of a synthesis', { synth: `false; ${SYNTH}` }, 'the change does not synthesize'],
    [
      'a synthesis that writes elsewhere',
      { output: 'other.out' },
      'the change does not synthesize',
    ],
    ['a review', { command: 'exit 2;' }, 'the review failed'],
  ])('fails and says so after %s that fails', async (_, inputs, told) => {
    const ended = await reviewed(await pullRequest({ start: APP, change: CHANGE }), inputs);
    expect(ended).toMatchObject({ code: 1, outputs: { verdict: 'failed' } });
    expect(ended.summary).toContain(`## No review: ${told}`);
    expect(ended.log).toContain(`no review: ${told}`);
  });

  test.each([
    ['never', 0],
    ['dangerous', 1],
  ])('told to fail on %s ends after a dangerous change with %d', async (failOn, code) => {
    const change = { 'stacks/churn/cdk.tf.json': 'dangerous' };
    const ended = await reviewed(await pullRequest({ start: APP, change }), { 'fail-on': failOn });
    expect(ended).toMatchObject({ code, outputs: { verdict: 'dangerous' } });
  });

  test.each(['..', '../elsewhere', '.', './', '/', 'a/../..', ''])(
    'never removes %p',
    async (output) => {
      const checkout = await pullRequest({ start: APP, change: CHANGE });
      const ended = await reviewed(checkout, { output });
      expect(existsSync(join(checkout.folder, 'cdktf.json'))).toBe(true);
      // An empty output is the default.
      expect(ended.code).toBe(output === '' ? 0 : 1);
    },
  );

  test('compares with a branch that is given where its history is there', async () => {
    const { origin } = await pullRequest({ start: APP, change: CHANGE });
    await git(origin, 'checkout', '--quiet', 'feature');
    const ended = await reviewed({ folder: origin, head: '', origin }, { base: 'main' });
    expect(ended).toMatchObject({ code: 0, outputs: { verdict: 'changes' } });
    expect(ended.log).toContain(`base ${await git(origin, 'merge-base', 'main', 'feature')}`);
  });

  test.each([
    ['the head is checked out, not its merge', {}, 'check that out with a depth of 2'],
    ['the base is not there', { base: 'nowhere' }, 'there is no commit nowhere here'],
    ['the base looks like an option', { base: '--all' }, 'there is no commit --all here'],
  ])('says what to do where %s', async (_, inputs, told) => {
    const { origin } = await pullRequest({ start: APP, change: CHANGE });
    await git(origin, 'checkout', '--quiet', 'feature');
    const head = await git(origin, 'rev-parse', 'HEAD');
    const ended = await reviewed({ folder: origin, head, origin }, inputs);
    expect(ended.code).toBe(1);
    expect(ended.log).toContain(told);
  });
});

describe('the verdict', () => {
  test.each([
    ['never', 'nothing', 0],
    ['never', 'dangerous', 0],
    ['never', 'unknown', 0],
    ['never', 'failed', 1],
    ['dangerous', 'changes', 0],
    ['dangerous', 'dangerous', 1],
    ['dangerous', 'unknown', 1],
    ['changes', 'nothing', 0],
    ['changes', 'changes', 1],
    ['changes', 'failed', 1],
    ['often', 'nothing', 2],
    // A program of the pull request can write the file.
    ['dangerous', 'nothing\ninjected=1', 1],
    ['dangerous', '', 1],
  ])('of a job that fails on %s after %p ends with %d', async (failOn, verdict, code) => {
    const folder = folderOf({ verdict });
    const env = { REVIEW_FAIL_ON: failOn, REVIEW_RESULTS: folder };
    const output = { GITHUB_OUTPUT: join(folder, 'output') };
    const gate = join(ROOT, 'integrations/shell/gate.sh');
    const ended = await execute(['bash', gate], { cwd: folder, env: { ...env, ...output } });
    expect(ended.code).toBe(code);
    expect(readFileSync(output.GITHUB_OUTPUT, 'utf8')).toMatch(/^verdict=\w+\n$/);
  });
});
