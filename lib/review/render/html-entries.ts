import { type Finding, FindingStatus } from '../../policy/finding';
import { Severity } from '../../policy/severity';
import type { CostChange } from '../meaning/cost';
import { Danger } from '../meaning/danger';
import { counted } from '../meaning/told';
import type { ExplainedChange } from '../review';
import { html } from './escape';
import { type Places, stackKey } from './html-places';
import { DIRECTIONS, toldFinding, verbOf, weightOf } from './words';

/** How much care a change asks for, as the filter and the colours take it. */
export const SEVERITY_OF: Readonly<Record<Danger, Severity>> = {
  [Danger.DANGEROUS]: Severity.HIGH,
  [Danger.CAREFUL]: Severity.MEDIUM,
  [Danger.NONE]: Severity.LOW,
};

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['create', '+'],
  ['update', '~'],
  ['replace', '±'],
  ['delete', '−'],
  ['import', '←'],
  ['move', '→'],
  ['drift', '≠'],
]);

/** What the filter looks at. */
export interface Filtered {
  readonly stack: string;
  readonly severity?: Severity;
  readonly action?: string;
}

/** Attributes by which the filter finds an entry. */
export function filtered({ stack, severity, action }: Filtered): string {
  const more = [
    ...(severity === undefined ? [] : [` data-severity="${severity}"`]),
    ...(action === undefined ? [] : [` data-action="${html(action)}"`]),
  ];
  return `data-stack="${html(stackKey(stack))}"${more.join('')}`;
}

/** A change with what it means, its differences folded. */
export function changeEntry(change: ExplainedChange, heading: 'h3' | 'h5', places: Places): string {
  const { stack, danger, address, meaning, details } = change;
  const badge = danger === Danger.NONE ? '' : ` <span class="badge">${danger}</span>`;
  const drawn = places.ofDrawing(change);
  const link = drawn === undefined ? '' : `, <a href="#${drawn}">in the drawing</a>`;
  return `<article class="entry"${idOf(change, places)} ${filteredChange(change)}>
<${heading}>${nameOf(change)}${badge}</${heading}>
<p class="dim"><code>${html(address)}</code> in ${html(stackKey(stack))}${link}</p>
${unordered(meaning)}
${folded(details)}
</article>`;
}

/** What goes with something else takes one line. */
export function minorEntry(change: ExplainedChange, places: Places): string {
  const first = change.meaning[0];
  const told = first === undefined ? '' : `: ${html(first)}`;
  return `<li class="entry"${idOf(change, places)} ${filteredChange(change)}>${nameOf(change)}${told}</li>`;
}

/** What a check found. */
export function findingEntry(finding: Finding, places: Places): string {
  const { check, severity, stack, label, address, status } = finding;
  const action = places.verbOf(finding);
  const isNew = status === FindingStatus.INTRODUCED;
  const advice = `<dl><dt>Why</dt><dd>${html(check.rationale)}</dd><dt>Fix</dt><dd>${html(check.fix)}</dd></dl>`;
  return `<article class="entry${isNew ? '' : ' resolved'}" ${filtered({ stack, severity, ...(action === undefined ? {} : { action }) })}>
<h3><span class="badge">${html(weightOf(finding))}</span> <code>${html(label)}</code> ${html(toldFinding(finding))}</h3>
<p class="dim">${html(check.id)}: <code>${html(address)}</code> in ${html(stackKey(stack))}</p>
${isNew ? advice : ''}
</article>`;
}

/** What a compute will cost. */
export function costEntry({ stack, label, direction, text }: CostChange): string {
  return plainEntry(
    stack,
    `<code>${html(label)}</code> <strong>${DIRECTIONS[direction]}</strong>: ${html(text)}`,
  );
}

/** An entry that only the stack and the text choose. */
export function plainEntry(stack: string, content: string): string {
  return `<li class="entry" ${filtered({ stack })}>${content}</li>`;
}

function idOf(change: ExplainedChange, places: Places): string {
  const id = places.ofChange(change);
  return id === undefined ? '' : ` id="${id}"`;
}

function filteredChange(change: ExplainedChange): string {
  const { stack, danger } = change;
  return filtered({ stack, severity: SEVERITY_OF[danger], action: verbOf(change) });
}

function nameOf(change: ExplainedChange): string {
  const verb = verbOf(change);
  const sign = `<span class="sign" aria-hidden="true">${SIGNS.get(verb) ?? '·'}</span>`;
  return `<span class="verb">${sign} ${html(verb)}</span> ${html(change.kind)} <code>${html(change.title)}</code>`;
}

function unordered(items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<ul>${items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
}

function folded(details: readonly string[]): string {
  if (details.length === 0) return '';
  return `<details><summary>${counted(details.length, 'difference')}</summary>${unordered(details)}</details>`;
}
