import { join } from 'node:path';
import { drawingOf, pageDrawingOf } from '../../../lib/cli/review-drawing';
import type { ReviewRequest } from '../../../lib/cli/review-request';
import { readInput } from '../../../lib/review/read/input-files';
import { readPlans } from '../../../lib/review/read/read-plans';
import { renderHtml, renderJson, renderMarkdown, renderText } from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { folderOf } from '../../support/folder';
import { NOW } from '../meaning/fixtures';
import type { MadePlan } from './planner';

/** A review in every form, by the ending of its file. */
export interface RenderedReview {
  readonly review: Review;
  readonly forms: Readonly<Record<'html' | 'json' | 'md' | 'svg' | 'txt', string>>;
}

/** The review of plans as the command makes it, at a moment that stays the same. */
export async function rendered(plans: readonly MadePlan[]): Promise<RenderedReview> {
  const files = plansIn(plans);
  const review = Review.of(readPlans(files.map(readInput)), { now: NOW });
  const request: ReviewRequest = { files, format: 'markdown', tellsByCode: false };
  const mermaid = drawingOf(review, request)?.toMermaid();
  const topology = await pageDrawingOf(review, request);
  return {
    review,
    forms: {
      html: renderHtml(review, topology === undefined ? {} : { topology }),
      json: renderJson(review),
      md: renderMarkdown(review, mermaid === undefined ? {} : { mermaid }),
      svg: topology?.svg ?? '',
      txt: renderText(review, { color: false }),
    },
  };
}

function plansIn(plans: readonly MadePlan[]): readonly string[] {
  const named = plans.map(({ stack, content }) => [`${stack}.json`, JSON.stringify(content)]);
  const folder = folderOf(Object.fromEntries(named) as Readonly<Record<string, string>>);
  return named.map(([name]) => join(folder, String(name)));
}
