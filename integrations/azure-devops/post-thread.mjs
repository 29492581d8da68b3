// Posts the review of a pipeline run to its pull request in Azure Repos, or updates the thread that
// is there. Runs beside a token that may comment. The pull request is the one that Azure DevOps
// itself recorded for the run, never one that the artifact names.
import { commentOf, isPosted, markerOf, readReview } from '../comment/review-comment.mjs';
import { apiAt, runMain } from '../comment/rest.mjs';

/** Most characters of a comment in Azure DevOps. */
const LIMIT = 150_000;

const VERSION = 'api-version=7.1';

await runMain(async () => {
  const { env } = process;
  if (!/^\d{1,10}$/.test(env.REVIEW_RUN ?? '')) throw new Error('the run must be a number');
  const review = readReview(env.REVIEW_RESULTS, LIMIT);
  if (review === undefined) return 'Nothing posted: the run ended without a review.';
  const api = apiAt(env.SYSTEM_COLLECTIONURI, {
    Accept: 'application/json',
    Authorization: `Bearer ${env.SYSTEM_ACCESSTOKEN}`,
  });
  const project = encodeURIComponent(env.REVIEW_PROJECT);
  const run = await api(`${project}/_apis/build/builds/${env.REVIEW_RUN}?${VERSION}`);
  if (run.definition.name !== env.REVIEW_PIPELINE) {
    throw new Error('the run is of another pipeline than the one that reviews');
  }
  const [, number] = /^refs\/pull\/(\d+)\/merge$/.exec(run.sourceBranch) ?? [];
  if (run.repository.type !== 'TfsGit' || number === undefined) {
    return 'Nothing posted: the run was for no pull request of Azure Repos.';
  }

  const repository = `${project}/_apis/git/repositories/${encodeURIComponent(run.repository.id)}`;
  const pull = await api(`${repository}/pullRequests/${number}?${VERSION}`);
  if (pull.status !== 'active') return `Nothing posted to !${number}: it is not open.`;
  // The run built a merge; its second parent is the commit that was reviewed.
  const { parents } = await api(`${repository}/commits/${run.sourceVersion}?${VERSION}`);
  if (parents?.[1] !== pull.lastMergeSourceCommit.commitId) {
    return `Nothing posted to !${number}: it has newer commits.`;
  }

  const marker = markerOf(env.REVIEW_NAME);
  const threads = `${repository}/pullRequests/${number}/threads`;
  const { authenticatedUser: self } = await api('_apis/connectionData?api-version=7.1-preview.1');
  const { value: all } = await api(`${threads}?${VERSION}`);
  const former = all.find(({ isDeleted, comments: [first] }) => {
    return isDeleted !== true && first?.author?.id === self.id && first.content?.startsWith(marker);
  });
  if (!isPosted(review, former)) return `Nothing posted to !${number}: nothing changes.`;

  const content = commentOf(review, {
    marker,
    commit: parents[1],
    run: `${env.SYSTEM_COLLECTIONURI}${project}/_build/results?buildId=${env.REVIEW_RUN}`,
    limit: LIMIT,
  });
  // A branch policy may ask that no thread is active, so a danger has to be resolved by somebody.
  const status = review.verdict === 'dangerous' ? 'active' : 'closed';
  if (former === undefined) {
    const comments = [{ parentCommentId: 0, content, commentType: 'text' }];
    await api(`${threads}?${VERSION}`, { method: 'POST', body: { comments, status } });
    return `Posted to !${number}.`;
  }
  const thread = `${threads}/${former.id}`;
  const comment = `${thread}/comments/${former.comments[0].id}`;
  await api(`${comment}?${VERSION}`, { method: 'PATCH', body: { content } });
  await api(`${thread}?${VERSION}`, { method: 'PATCH', body: { status } });
  return `Updated the thread of !${number}.`;
});
