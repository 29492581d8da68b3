import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from '../support/folder';
import type { Ended } from './execute';
import { type Answers, type Call, Refusal, RestServer } from './rest-server';

const SHA = '1'.repeat(40);
const MARKER = '<!-- cdktf-azureml review -->\n<!-- name: review -->';
const REVIEW = '<!-- cdktf-azureml review -->\n\n## Changes: 1 to update\n';
const FORK = 'someone/ml-platform';

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string } | null;
  readonly body: string;
}

interface Situation {
  readonly run?: object;
  readonly pulls?: readonly object[];
  readonly comments?: readonly Comment[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Answers instead of those of the API. */
  readonly answers?: Answers;
}

interface Posted {
  readonly ended: Ended;
  readonly calls: readonly Call[];
  readonly writes: readonly Call[];
}

function pull(number: number, sha = SHA, repository = FORK, state = 'open'): object {
  return { number, state, head: { sha, repo: { full_name: repository } } };
}

function comment(id: number, body: string, login = 'github-actions[bot]'): Comment {
  return { id, user: { login }, body };
}

function run(more: object = {}): object {
  const head_repository = { full_name: FORK, owner: { login: 'someone' } };
  const head = { head_sha: SHA, head_branch: 'feature/a&b', head_repository };
  return { id: 42, event: 'pull_request', ...head, ...more };
}

/** Posts a review to a repository with these pull requests and comments. */
async function post(situation: Situation = {}): Promise<Posted> {
  const { pulls = [pull(7)], comments = [], env = {} } = situation;
  const files = situation.files ?? { 'review.md': REVIEW, verdict: 'changes\n' };
  const paged = <T>(all: readonly T[], { query }: Call) => {
    const [size, page] = [Number(query.get('per_page')), Number(query.get('page'))];
    return all.slice((page - 1) * size, page * size);
  };
  const server = await RestServer.start((call) => {
    if (situation.answers !== undefined) return situation.answers(call);
    const { method, path } = call;
    if (method === 'GET' && path === '/repos/team/ml-platform/pulls') return paged(pulls, call);
    if (method === 'GET' && /^\/repos\/team\/ml-platform\/issues\/\d+\/comments$/.test(path)) {
      return paged(comments, call);
    }
    return method === 'GET' ? undefined : { id: 99 };
  });
  const folder = folderOf({
    'event.json': JSON.stringify({ workflow_run: situation.run ?? run() }),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`review/${name}`, text])),
  });
  const ended = await server.serve('github/comment/post-comment.mjs', {
    GITHUB_API_URL: server.address,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_REPOSITORY: 'team/ml-platform',
    GITHUB_SERVER_URL: 'https://github.example',
    REVIEW_AUTHOR: 'github-actions[bot]',
    REVIEW_NAME: 'review',
    REVIEW_RESULTS: join(folder, 'review'),
    REVIEW_TOKEN: 'a-token',
    ...env,
  });
  return { ended, calls: server.calls, writes: server.writes };
}

function bodyOf(call: Call | undefined): string {
  return (call?.body as { readonly body: string }).body;
}

describe('the comment of a review on GitHub', () => {
  test('is made on the pull request that has the head of the run', async () => {
    const pulls = [pull(5, '2'.repeat(40)), pull(6, SHA, 'someone/another'), pull(7)];
    const { ended, calls, writes } = await post({ pulls });
    expect(ended).toEqual({ code: 0, log: 'Posted to #7.\n' });
    expect(calls[0]?.query.get('head')).toBe('someone:feature/a&b');
    expect(calls[0]?.query.get('state')).toBe('open');
    expect(new Set(calls.map(({ token }) => token))).toEqual(new Set(['Bearer a-token']));
    expect(writes.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/repos/team/ml-platform/issues/7/comments'],
    ]);
  });

  test('says first where it is from, before the text that a fork could have written', async () => {
    const { writes } = await post();
    const link = 'https://github.example/team/ml-platform/actions/runs/42';
    expect(bodyOf(writes[0])).toBe(
      `${MARKER}\n\n<sub>Of 1111111111, by [a run](${link}) of the code of this pull request.</sub>\n\n` +
        '## Changes: 1 to update\n',
    );
  });

  test('is updated afterwards, also where it is on a later page', async () => {
    const others = Array.from({ length: 230 }, (_, index) =>
      comment(index, 'Looks good.', 'someone'),
    );
    const { ended, writes } = await post({
      comments: [...others, comment(500, `${MARKER}\n\nformer`)],
    });
    expect(ended).toEqual({ code: 0, log: 'Updated the comment on #7.\n' });
    expect(writes.map(({ method, path }) => [method, path])).toEqual([
      ['PATCH', '/repos/team/ml-platform/issues/comments/500'],
    ]);
  });

  test.each([
    ['of another bot', comment(1, `${MARKER}\n\nformer`, 'another[bot]')],
    ['of a person who copied it', comment(1, `${MARKER}\n\nformer`, 'someone')],
    ['of a user who is gone', { ...comment(1, `${MARKER}\n\nformer`), user: null }],
    ['of ours about something else', comment(1, 'Deployed.')],
    ['that quotes a review', comment(1, `> ${MARKER}\n\nformer`)],
    [
      'of another review',
      comment(1, `${MARKER.replace('name: review', 'name: review-eu')}\n\nformer`),
    ],
  ])('leaves a comment alone that is %s', async (_, other) => {
    const { writes } = await post({ comments: [other] });
    expect(writes.map(({ method }) => method)).toEqual(['POST']);
  });

  test.each([
    [
      'a pull request with newer commits',
      { pulls: [pull(7, '2'.repeat(40))] },
      'no open pull request',
    ],
    ['a closed pull request', { pulls: [pull(7, SHA, FORK, 'closed')] }, 'no open pull request'],
    ['a fork that is gone', { run: run({ head_repository: null }) }, 'no open pull request'],
    ['a run for a push', { run: run({ event: 'push' }) }, 'no pull request'],
    [
      'two pull requests of one head',
      { pulls: [pull(7), pull(8)] },
      '2 pull requests have this head',
    ],
    ['a run that broke off', { files: {} }, 'ended without a review'],
  ])('is not made for %s', async (_, situation, told) => {
    const { ended, writes } = await post(situation);
    expect(ended.code).toBe(0);
    expect(ended.log).toContain(told);
    expect(writes).toEqual([]);
  });

  test('is not made where nothing changes, but updated where it is there', async () => {
    const files = { 'review.md': REVIEW, verdict: 'nothing\n' };
    expect((await post({ files })).writes).toEqual([]);
    const comments = [comment(3, `${MARKER}\n\nformer`)];
    expect((await post({ files, comments })).writes.map(({ method }) => method)).toEqual(['PATCH']);
  });

  test.each(['unknown', 'failed'])('is made where the verdict is %s', async (verdict) => {
    const files = { 'review.md': REVIEW, verdict };
    expect((await post({ files })).writes).toHaveLength(1);
  });

  test.each([
    ['has no marker', { 'review.md': '## Nothing to do\n', verdict: 'changes' }, 'no review'],
    ['starts elsewhere', { 'review.md': `\n${REVIEW}`, verdict: 'changes' }, 'no review'],
    ['is too long', { 'review.md': REVIEW + 'x'.repeat(65_600), verdict: 'changes' }, 'characters'],
    ['is huge', { 'review.md': REVIEW + 'x'.repeat(300_000), verdict: 'changes' }, 'bytes'],
    ['has no verdict that there is', { 'review.md': REVIEW, verdict: 'fine' }, 'verdict'],
    ['has a long verdict', { 'review.md': REVIEW, verdict: 'changes'.repeat(9) }, 'bytes'],
  ])('is refused where the artifact %s', async (_, files, told) => {
    const { ended, writes } = await post({ files });
    expect(ended.code).toBe(1);
    expect(ended.log).toContain(told);
    expect(writes).toEqual([]);
  });

  test('takes a review of 64,000 characters, which is the most that one is asked for', async () => {
    const text = REVIEW.padEnd(64_000, 'é');
    expect((await post({ files: { 'review.md': text, verdict: 'changes' } })).writes).toHaveLength(
      1,
    );
  });

  test('never follows a link out of the artifact', async () => {
    const folder = folderOf({ secret: REVIEW });
    mkdirSync(join(folder, 'review'));
    symlinkSync(join(folder, 'secret'), join(folder, 'review', 'review.md'));
    writeFileSync(join(folder, 'review', 'verdict'), 'changes');
    const { ended, writes } = await post({ env: { REVIEW_RESULTS: join(folder, 'review') } });
    expect([ended.code, writes]).toEqual([1, []]);
  });

  test('names nobody, whatever the text says', async () => {
    const text = `${REVIEW}@team/everybody and @someone and \`@code\``;
    const { writes } = await post({ files: { 'review.md': text, verdict: 'changes' } });
    expect(bodyOf(writes[0])).not.toMatch(/@\w/);
    expect(bodyOf(writes[0])).toContain('@\u200bteam/everybody');
  });

  test('prints nothing of what a fork wrote', async () => {
    const text = `${REVIEW}::set-output name=x::y`;
    const { ended } = await post({ files: { 'review.md': text, verdict: 'changes' } });
    expect(ended.log).toBe('Posted to #7.\n');
  });

  test.each([
    [401, 'the token is missing or wrong'],
    [403, 'the token may lack the right'],
    [500, 'answered 500'],
  ])('fails where the API answers %d', async (status, told) => {
    const { ended } = await post({ answers: () => new Refusal(status) });
    expect(ended.code).toBe(1);
    expect(ended.log).toContain(told);
  });

  test('is of one name, without what could end its marker', async () => {
    const { ended, writes } = await post({ env: { REVIEW_NAME: 'a --> b' } });
    expect([ended.code, writes]).toEqual([1, []]);
  });
});
