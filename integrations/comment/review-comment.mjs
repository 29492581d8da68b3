// What is posted of a review, for every host. The files of a review were written by a job that ran
// code of the pull request, so all of it is untrusted text: its size is bounded and nothing in it
// chooses where it goes.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `cdktf-azureml review --format markdown` starts with. */
export const MARKER = '<!-- cdktf-azureml review -->';

const VERDICTS = ['nothing', 'changes', 'dangerous', 'unknown', 'failed'];

/** Most bytes of a character in UTF-8. */
const LONGEST_CHARACTER = 4;

/** Keeps text from being taken for a mention; not seen. */
const ZERO_WIDTH = '\u200b';

/**
 * The review in a folder; `undefined` where a run ended without one. Throws where it is no review or too long.
 *
 * @param {string} folder
 * @param {number} limit most characters
 */
export function readReview(folder, limit) {
  const file = join(folder, 'review.md');
  if (!existsSync(file)) return undefined;
  const text = contentOf(file, limit * LONGEST_CHARACTER);
  if (!text.startsWith(`${MARKER}\n`))
    throw new Error('review.md is no review: its marker is missing');
  const verdict = contentOf(join(folder, 'verdict'), 20).trim();
  if (!VERDICTS.includes(verdict)) throw new Error('verdict is none that there is');
  return { verdict, text: text.slice(MARKER.length).trim() };
}

function contentOf(file, most) {
  const stats = lstatSync(file);
  // A link could lead to a secret of this machine.
  if (!stats.isFile()) throw new Error('a file of the review is none');
  const { size } = stats;
  if (size > most) throw new Error(`a file of the review has ${size} bytes, more than ${most}`);
  return readFileSync(file, 'utf8');
}

/**
 * How the comment of a review starts, by which it is found again.
 *
 * @param {string} name of the review, of those that post to one pull request
 */
export function markerOf(name) {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new Error('the name must have letters, digits, _ . - only');
  return `${MARKER}\n<!-- name: ${name} -->`;
}

/**
 * The comment: says first where the text is from, which nothing in the text can hide.
 *
 * @param {{ text: string }} review
 * @param {{ marker: string, commit: string, run: string, limit: number }} options
 */
export function commentOf({ text }, { marker, commit, run, limit }) {
  const origin = `<sub>Of ${commit.slice(0, 10)}, by [a run](${run}) of the code of this pull request.</sub>`;
  const body = `${marker}\n\n${origin}\n\n${text.replaceAll(/@(?!\u200b)/g, `@${ZERO_WIDTH}`)}\n`;
  if (body.length > limit)
    throw new Error(`the comment has ${body.length} characters, more than ${limit}`);
  return body;
}

/**
 * What is to be done. A review without changes updates the comment that there is and makes none.
 *
 * @param {{ verdict: string }} review
 * @param {unknown} former the comment that there is
 */
export function isPosted(review, former) {
  return review.verdict !== 'nothing' || former !== undefined;
}
