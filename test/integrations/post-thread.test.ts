import { folderOf } from '../support/folder';
import type { Ended } from './execute';
import { type Answers, type Call, Refusal, RestServer } from './rest-server';

const MARKER = '<!-- cdktf-azureml review -->\n<!-- name: review -->';
const REVIEW = '<!-- cdktf-azureml review -->\n\n## Changes: 1 to update\n';
const SOURCE = '5'.repeat(40);
const GIT = '/team/ML%20Platform/_apis/git/repositories/repo-id';
const THREADS = `${GIT}/pullRequests/7/threads`;

interface Situation {
  readonly run?: object;
  readonly pull?: object;
  readonly threads?: readonly object[];
  readonly verdict?: string;
  readonly text?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
}

function thread(id: number, content: string, author = 'build-service', more: object = {}): object {
  return { id, isDeleted: false, comments: [{ id: 1, content, author: { id: author } }], ...more };
}

/** Posts a review to a pull request with these threads. */
async function post({ run, pull, threads = [], answers, ...given }: Situation = {}): Promise<{
  readonly ended: Ended;
  readonly calls: readonly Call[];
  readonly writes: readonly Call[];
}> {
  const known: Readonly<Record<string, unknown>> = {
    '/team/ML%20Platform/_apis/build/builds/42': {
      definition: { name: 'review' },
      sourceBranch: 'refs/pull/7/merge',
      sourceVersion: 'merge-commit',
      repository: { id: 'repo-id', type: 'TfsGit' },
      ...run,
    },
    [`${GIT}/pullRequests/7`]: {
      status: 'active',
      lastMergeSourceCommit: { commitId: SOURCE },
      ...pull,
    },
    [`${GIT}/commits/merge-commit`]: { parents: ['target', SOURCE] },
    '/team/_apis/connectionData': { authenticatedUser: { id: 'build-service' } },
    [THREADS]: { value: threads },
  };
  const server = await RestServer.start(
    answers ?? (({ method, path }) => (method === 'GET' ? known[path] : { id: 1 })),
  );
  const { text = REVIEW, verdict = 'changes' } = given;
  const ended = await server.serve('azure-devops/post-thread.mjs', {
    REVIEW_NAME: 'review',
    REVIEW_PIPELINE: 'review',
    REVIEW_PROJECT: 'ML Platform',
    REVIEW_RESULTS: folderOf(text === '' ? {} : { 'review.md': text, verdict }),
    REVIEW_RUN: '42',
    SYSTEM_ACCESSTOKEN: 'a-token',
    SYSTEM_COLLECTIONURI: `${server.address}/team/`,
    ...given.env,
  });
  return { ended, calls: server.calls, writes: server.writes };
}

describe('the thread of a review in Azure DevOps', () => {
  test('is made on the pull request that the service recorded for the run', async () => {
    const { ended, calls, writes } = await post();
    expect(ended).toEqual({ code: 0, log: 'Posted to !7.\n' });
    expect(writes.map(({ method, path }) => [method, path])).toEqual([['POST', THREADS]]);
    expect(calls.filter(({ query }) => !query.has('api-version'))).toEqual([]);
    expect(new Set(calls.map(({ token }) => token))).toEqual(new Set(['Bearer a-token']));
  });

  test('has one comment that says first where it is from', async () => {
    const { writes } = await post();
    const { comments, status } = writes[0]?.body as {
      readonly comments: readonly { readonly content: string }[];
      readonly status: string;
    };
    expect(status).toBe('closed');
    expect(comments).toHaveLength(1);
    expect(comments[0]?.content).toMatch(
      /^<!-- cdktf-azureml review -->\n<!-- name: review -->\n\n<sub>Of 5555555555, by \[a run\]\(\S+\/team\/ML%20Platform\/_build\/results\?buildId=42\)/,
    );
  });

  test('is updated afterwards, and active while there is a danger', async () => {
    const threads = [thread(3, 'Looks good.', 'someone'), thread(8, `${MARKER}\n\nformer`)];
    const { ended, writes } = await post({ threads, verdict: 'dangerous' });
    expect(ended).toEqual({ code: 0, log: 'Updated the thread of !7.\n' });
    expect(writes.map(({ method, path }) => [method, path])).toEqual([
      ['PATCH', `${THREADS}/8/comments/1`],
      ['PATCH', `${THREADS}/8`],
    ]);
    expect(writes[1]?.body).toEqual({ status: 'active' });
  });

  test.each([
    ['of somebody else', thread(3, `${MARKER}\n\nformer`, 'someone')],
    ['that was deleted', thread(3, `${MARKER}\n\nformer`, 'build-service', { isDeleted: true })],
    ['of another review', thread(3, `${MARKER.replace('review -->', 'eu -->')}\n\nformer`)],
    ['without comments', thread(3, '', 'build-service', { comments: [] })],
  ])('leaves a thread alone %s', async (_, other) => {
    const { writes } = await post({ threads: [other] });
    expect(writes.map(({ method }) => method)).toEqual(['POST']);
  });

  test.each([
    ['a pull request that is completed', { pull: { status: 'completed' } }, 'not open'],
    ['newer commits', { pull: { lastMergeSourceCommit: { commitId: 'newer' } } }, 'newer commits'],
    ['a build of a branch', { run: { sourceBranch: 'refs/heads/main' } }, 'no pull request'],
    [
      'a repository of GitHub',
      { run: { repository: { id: 'x', type: 'GitHub' } } },
      'no pull request',
    ],
    ['a run that broke off', { text: '' }, 'without a review'],
    ['nothing that changes', { verdict: 'nothing' }, 'nothing changes'],
  ])('is not made for %s', async (_, situation, told) => {
    const { ended, writes } = await post(situation);
    expect(ended.code).toBe(0);
    expect(ended.log).toContain(told);
    expect(writes).toEqual([]);
  });

  test.each([
    ['a run of another pipeline', { run: { definition: { name: 'other' } } }, 'another pipeline'],
    ['a run that is no number', { env: { REVIEW_RUN: '42/../43' } }, 'must be a number'],
    ['no marker', { text: '## Nothing to do\n' }, 'no review'],
    ['a text that is too long', { text: REVIEW + 'x'.repeat(150_000) }, 'characters'],
    [
      'a sign-in page',
      { answers: () => new Refusal(203, 'text/html') },
      'token is missing or wrong',
    ],
    ['a token without the right', { answers: () => new Refusal(403) }, 'lack the right'],
  ])('is refused for %s', async (_, situation, told) => {
    const { ended, writes } = await post(situation);
    expect(ended.code).toBe(1);
    expect(ended.log).toContain(told);
    expect(writes).toEqual([]);
  });

  test('is updated where nothing changes any more', async () => {
    const threads = [thread(8, `${MARKER}\n\nformer`)];
    const { writes } = await post({ threads, verdict: 'nothing' });
    expect(writes.map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
  });

  test('takes a review of 148,000 characters, which is the most that one is asked for', async () => {
    const { writes } = await post({ text: REVIEW.padEnd(148_000, 'é') });
    expect(writes).toHaveLength(1);
  });
});
