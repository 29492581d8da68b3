import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  renderHtml,
  renderJson,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../../../lib/review/render';
import type { Review } from '../../../lib/review/review';
import { ROOT } from '../../support/repository';
import { sarifErrors } from '../render/sarif-schema';
import { tokensOf, validatorOf } from '../render/parsers';
import { htmlProblems } from './html-problems';
import { holdsSecret } from './secrets';

/** Every form of a review. */
export interface Renderers {
  readonly markdown: (review: Review) => string;
  readonly text: (review: Review) => string;
  readonly json: (review: Review) => string;
  readonly sarif: (review: Review) => string;
  readonly html: (review: Review) => string;
}

/** As the command writes them. */
export const RENDERERS: Renderers = {
  markdown: renderMarkdown,
  text: (review) => renderText(review, { color: false }),
  json: renderJson,
  sarif: renderSarif,
  html: renderHtml,
};

const schemaErrors = validatorOf(
  JSON.parse(readFileSync(join(ROOT, 'docs/review.schema.json'), 'utf8')) as object,
);

/** What is wrong with a form, whatever was reviewed. */
const PROBLEMS: Readonly<Record<keyof Renderers, (written: string) => readonly string[]>> = {
  markdown: markdownProblems,
  text: (written) => found(written, STEERING, 'steers the terminal'),
  json: (written) => schemaErrors(JSON.parse(written)).map((error) => JSON.stringify(error)),
  sarif: (written) => sarifErrors(JSON.parse(written)).map((error) => JSON.stringify(error)),
  html: htmlProblems,
};

/** Control characters, and those that turn the direction of text. */
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Everything wrong with what is written of a review, a line each. */
export function outputProblems(review: Review, renderers: Renderers): readonly string[] {
  return Object.entries(PROBLEMS).flatMap(([form, problemsOf]) => {
    const written = renderers[form as keyof Renderers](review);
    const leaks = holdsSecret(written) ? ['holds the secret'] : [];
    return [...leaks, ...problemsOf(written)].map((problem) => `${form}: ${problem}`);
  });
}

function found(written: string, pattern: RegExp, problem: string): readonly string[] {
  const at = written.search(pattern);
  return at < 0
    ? []
    : [`${problem}: ${JSON.stringify(written.slice(Math.max(0, at - 60), at + 60))}`];
}

const HTML_LINE =
  /^(?:<!-- cdktf-azureml review -->|<details><summary>[^<>]*<\/summary>|<\/details>)?$/;

/** What a review is made of. */
const MARKDOWN = new Set([
  'bullet_list_close',
  'bullet_list_open',
  'code_inline',
  'em_close',
  'em_open',
  'heading_close',
  'heading_open',
  'html_block',
  'inline',
  'list_item_close',
  'list_item_open',
  'paragraph_close',
  'paragraph_open',
  'softbreak',
  'strong_close',
  'strong_open',
  'text',
]);

function markdownProblems(written: string): readonly string[] {
  const tokens = tokensOf(written);
  const html = tokens
    .filter(({ type }) => type.startsWith('html_'))
    .flatMap(({ content }) => content.split('\n').map((line) => line.trim()));
  const open = html.filter((line) => line.startsWith('<details>')).length;
  const closed = html.filter((line) => line === '</details>').length;
  return [
    ...tokens
      .filter(({ type }) => !MARKDOWN.has(type))
      .map(({ type, content }) => `${type} ${content}`),
    ...html.filter((line) => !HTML_LINE.test(line)).map((line) => `HTML ${line}`),
    ...(open === closed ? [] : [`${String(open)} opened, ${String(closed)} closed`]),
    ...(written.length <= 65_536 ? [] : [`has ${String(written.length)} characters`]),
    ...found(written, STEERING, 'holds a control character'),
  ];
}
