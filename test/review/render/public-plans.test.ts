import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationError } from '../../../lib/core/errors';
import { readPlans } from '../../../lib/review/read/read-plans';
import {
  renderHtml,
  renderJson,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { ROOT } from '../../support/repository';
import { schemaErrors, tokensOf } from './parsers';

const PLANS = join(ROOT, '../shared/samples/plans');
const FILES = existsSync(PLANS) ? readdirSync(PLANS).filter((file) => file.endsWith('.json')) : [];
const each = FILES.length > 0 ? test.each(FILES) : test.skip.each(['no public plans here']);

describe('plans of other providers', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs/review.schema.json'), 'utf8')) as object;

  each('are told in every form: %s', (file) => {
    const review = reviewOf(file);
    if (review === undefined) return;
    const markdown = renderMarkdown(review);
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(tokensOf(markdown).map(({ type }) => type)).not.toContain('link_open');
    expect(schemaErrors(schema, JSON.parse(renderJson(review)))).toEqual([]);
    expect(JSON.parse(renderSarif(review))).toMatchObject({ version: '2.1.0' });
    expect(renderHtml(review).match(/<script/g)).toHaveLength(1);
    expect(renderText(review, { color: false })).toContain(review.verdict.headline);
  });
});

/** What is no plan was refused where it was read. */
function reviewOf(file: string): Review | undefined {
  try {
    return Review.of(readPlans([{ name: file, bytes: readFileSync(join(PLANS, file)) }]));
  } catch (error) {
    if (ValidationError.isValidationError(error)) return undefined;
    throw error;
  }
}
