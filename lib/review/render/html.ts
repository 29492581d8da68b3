import { createHash } from 'node:crypto';
import { counted } from '../meaning/told';
import { ReviewSource } from '../model';
import type { Review } from '../review';
import { html } from './escape';
import type { HtmlDrawing } from './html-drawing';
import { DRAWING_STYLE } from './html-drawing-style';
import { coloursForm, filterForm } from './html-filters';
import { SCRIPT } from './html-script';
import { type Section, sectionsOf } from './html-sections';
import { PAGE_STYLE } from './html-style';
import { LEVELS } from './words';

/** How a review is written as a page. */
export interface HtmlOptions {
  /**
   * The topology.
   *
   * @default - none is shown
   */
  readonly topology?: HtmlDrawing;
  /**
   * Title of the page.
   *
   * @default 'Review'
   */
  readonly title?: string;
}

const STYLE = `${PAGE_STYLE}${DRAWING_STYLE}`;

/** Nothing is loaded, nothing is sent, and of styles and scripts only those of the page itself are heeded. */
const POLICY = [
  `default-src 'none'`,
  `style-src '${digest(STYLE)}'`,
  `script-src '${digest(SCRIPT)}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/**
 * A review as one page that needs nothing else, no network above all. Without scripts everything is shown;
 * with them it can be filtered.
 */
export function renderHtml(
  review: Review,
  { topology, title = 'Review' }: HtmlOptions = {},
): string {
  const { verdict, stacks, source } = review;
  const how = source === ReviewSource.SYNTH ? 'configurations compared, no plan' : 'by plan';
  const sections = sectionsOf(review, topology);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${html(`${title}: ${verdict.headline}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the review</a>
<header>
<div class="top"><h1>${html(title)}</h1>${coloursForm()}</div>
<p class="verdict" data-level="${verdict.level}"><strong>${html(LEVELS[verdict.level])}</strong> ${html(verdict.headline)}</p>
<p class="dim">${counted(stacks.length, 'stack')} reviewed, ${how}.</p>
${contents(sections)}
</header>
${sections.some(({ count }) => count > 0) ? filterForm(review) : ''}
<main id="main" tabindex="-1">
${sections.map(sectionElement).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function contents(sections: readonly Section[]): string {
  if (sections.length === 0) return '';
  const items = sections.map(
    ({ id, heading, count }) =>
      `<li><a href="#${id}">${heading}</a>${count === 0 ? '' : ` <span class="count">(${String(count)})</span>`}</li>`,
  );
  return `<nav aria-label="Sections"><ul>${items.join('')}</ul></nav>`;
}

function sectionElement({ id, heading, count, content }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-heading"${count === 0 ? '' : ' data-group'}>
<h2 id="${id}-heading">${heading}</h2>
${content}
</section>`;
}
