// Posts the review of a workflow run to its pull request, or updates the comment that is there.
// Runs beside a token that may comment. The pull request is the one whose head the event names,
// never one that the artifact names, since its author could name another.
import { readFileSync } from 'node:fs';
import { commentOf, isPosted, markerOf, readReview } from '../../comment/review-comment.mjs';
import { apiAt, runMain } from '../../comment/rest.mjs';

/** Most characters of a comment on GitHub. */
const LIMIT = 65_536;

const PAGE = 100;

await runMain(async () => {
  const { env } = process;
  const { workflow_run: run } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  if (run?.event !== 'pull_request') return 'Nothing posted: the run was for no pull request.';
  const review = readReview(env.REVIEW_RESULTS, LIMIT);
  if (review === undefined) return '::warning::Nothing posted: the run ended without a review.';
  const repository = `repos/${env.GITHUB_REPOSITORY}`;
  const api = apiAt(env.GITHUB_API_URL, {
    Accept: 'application/vnd.github+json',
    Authorization: `Bearer ${env.REVIEW_TOKEN}`,
    'X-GitHub-Api-Version': '2022-11-28',
  });

  const pulls = await pullsOf(run, (path) => allOf(api, `${repository}/${path}`));
  if (pulls.length === 0) return 'Nothing posted: no open pull request has this head any more.';
  if (pulls.length > 1) {
    return `::warning::Nothing posted: ${pulls.length} pull requests have this head, and a review is of one base.`;
  }
  const [{ number }] = pulls;
  const marker = markerOf(env.REVIEW_NAME);
  const comments = await allOf(api, `${repository}/issues/${number}/comments?`);
  const former = comments.find(
    ({ user, body }) => user?.login === env.REVIEW_AUTHOR && body?.startsWith(marker),
  );
  if (!isPosted(review, former)) return `Nothing posted to #${number}: nothing changes.`;

  const body = commentOf(review, {
    marker,
    commit: run.head_sha,
    run: `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${Number(run.id)}`,
    limit: LIMIT,
  });
  if (former === undefined) {
    await api(`${repository}/issues/${number}/comments`, { method: 'POST', body: { body } });
    return `Posted to #${number}.`;
  }
  await api(`${repository}/issues/comments/${former.id}`, { method: 'PATCH', body: { body } });
  return `Updated the comment on #${number}.`;
});

/** Open pull requests whose head is that of the run. `head=` tells owners apart, not repositories. */
async function pullsOf({ head_sha: sha, head_branch: branch, head_repository: source }, list) {
  // A fork that was deleted has no repository.
  if (source === null) return [];
  const head = encodeURIComponent(`${source.owner.login}:${branch}`);
  const pulls = await list(`pulls?state=open&head=${head}&`);
  return pulls.filter(
    (pull) =>
      pull.state === 'open' &&
      pull.head.sha === sha &&
      pull.head.repo?.full_name === source.full_name,
  );
}

/** Every page of a list. */
async function allOf(api, path) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const found = await api(`${path}per_page=${PAGE}&page=${page}`);
    all.push(...found);
    if (found.length < PAGE) return all;
  }
}
