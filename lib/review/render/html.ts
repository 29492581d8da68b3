import { createHash } from 'node:crypto';
import { type Finding, FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import { Danger } from '../meaning/danger';
import { counted } from '../meaning/told';
import type { ExplainedChange, Review } from '../review';
import { html } from './escape';
import { SCRIPT, STYLE } from './html-page';
import { LEVELS, outputsOf, remarksOf, toldFinding, verbOf, weightOf } from './words';

/** How a review is written as a page. */
export interface HtmlOptions {
  /** The topology as the text of an SVG document; it is shown as an image, so nothing in it runs. */
  readonly topologySvg?: string;
  /**
   * Title of the page.
   *
   * @default 'Review'
   */
  readonly title?: string;
}

/** How much care a change asks for, in the words of the filter. */
const SEVERITY: Readonly<Record<Danger, string>> = {
  [Danger.DANGEROUS]: Severity.HIGH,
  [Danger.CAREFUL]: Severity.MEDIUM,
  [Danger.NONE]: Severity.LOW,
};

/** A review as one page that needs nothing else, no network above all. */
export function renderHtml(
  review: Review,
  { topologySvg, title = 'Review' }: HtmlOptions = {},
): string {
  const { verdict, stacks, changes, findings } = review;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '${digest(STYLE)}'; script-src '${digest(SCRIPT)}'">
<title>${html(`${title}: ${verdict.headline}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#changes">Skip to the changes</a>
<header>
<h1>${html(title)}</h1>
<p><strong>${html(LEVELS[verdict.level])}</strong>: ${html(verdict.headline)}</p>
</header>
<main>
<form aria-label="Filter">
<label>Stack <select id="stack"><option value="">all</option>${stacks.map(({ name }) => option(name)).join('')}</select></label>
<label>Severity <select id="severity"><option value="">all</option>${Object.values(Severity).map(option).join('')}</select></label>
<span id="count" class="dim" role="status">${counted(changes.length + findings.length, 'entry').replace('entrys', 'entries')}</span>
</form>
${list('findings', 'Findings', findings.map(findingEntry))}
${list('changes', 'Changes', changes.map(changeEntry))}
${plainSection(
  'Cost of computes',
  review.costs.map(
    ({ label, direction, text }) => `<code>${html(label)}</code> ${html(direction)}: ${html(text)}`,
  ),
)}
${plainSection(
  'Outputs',
  outputsOf(review).map(
    ([stack, name, action]) =>
      `${html(action)} <code>${html(name)}</code> of <code>${html(stack)}</code>`,
  ),
)}
${plainSection(
  'Notes',
  remarksOf(review).map(([stack, text]) => `<code>${html(stack)}</code>: ${html(text)}`),
)}
${drawing(topologySvg)}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function option(value: string): string {
  return `<option value="${html(value)}">${html(value)}</option>`;
}

function list(id: string, heading: string, entries: readonly string[]): string {
  if (entries.length === 0) {
    return `<section id="${id}"><h2>${heading}</h2><p>None.</p></section>`;
  }
  return `<section id="${id}" data-list><h2>${heading}</h2>\n${entries.join('\n')}\n</section>`;
}

function plainSection(heading: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<section><h2>${heading}</h2>\n${unordered(items)}\n</section>`;
}

function unordered(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function findingEntry(finding: Finding): string {
  const { check, severity, stack, label, status } = finding;
  const isNew = status === FindingStatus.INTRODUCED;
  return `<article class="${status}${isNew ? '' : ' resolved'}" data-stack="${html(stack)}" data-severity="${severity}">
<h3><span class="level">${html(weightOf(finding))}</span> <code>${html(label)}</code> ${html(toldFinding(finding))} <span class="dim">${html(check.id)}</span></h3>
${isNew ? `<p>${html(check.rationale)} ${html(check.fix)}</p>` : ''}
</article>`;
}

function changeEntry(change: ExplainedChange): string {
  const { stack, danger, kind, title, address, meaning, details } = change;
  const severity = SEVERITY[danger];
  const folded =
    details.length === 0
      ? ''
      : `<details><summary>${counted(details.length, 'difference')}</summary>${unordered(details.map(html))}</details>`;
  return `<article data-stack="${html(stack)}" data-severity="${severity}">
<h3><span class="verb level">${html(verbOf(change))}</span> ${html(kind)} <code>${html(title)}</code></h3>
<p class="dim">${html(stack)}, <code>${html(address)}</code></p>
${unordered(meaning.map(html))}
${folded}
</article>`;
}

function drawing(svg: string | undefined): string {
  if (svg === undefined) return '';
  const data = Buffer.from(svg, 'utf8').toString('base64');
  return `<section><h2>Topology</h2>
<div class="drawing" tabindex="0" role="region" aria-label="Topology, scrollable"><img alt="Topology: what starts what, and what runs where; the changes above are its text" src="data:image/svg+xml;base64,${data}"></div>
</section>`;
}
