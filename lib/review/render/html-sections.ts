import { Danger } from '../meaning/danger';
import type { ExplainedChange, Review } from '../review';
import { html } from './escape';
import { drawingOf, type HtmlDrawing } from './html-drawing';
import { changeEntry, costEntry, findingEntry, minorEntry, plainEntry } from './html-entries';
import { Places } from './html-places';
import { groupsOf, outputsOf, remarksOf, verbOf } from './words';

/** A part of the page with a heading of its own. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  /** How many entries it has; 0 where it has something else. */
  readonly count: number;
  readonly content: string;
}

/** More changes than this are folded by construct, those that ask for care excepted. */
const MOST_UNFOLDED = 40;

/** The parts of a page, what matters most first; none is empty. */
export function sectionsOf(review: Review, drawing: HtmlDrawing | undefined): readonly Section[] {
  const { changes, findings, costs } = review;
  const isDanger = ({ danger }: ExplainedChange) => danger === Danger.DANGEROUS;
  const others = changes.filter((change) => !isDanger(change));
  const places = new Places(changes, drawing?.things ?? []);
  const sections = [
    section(
      'dangers',
      'Dangers',
      changes.filter(isDanger).map((change) => changeEntry(change, 'h3', places)),
    ),
    section(
      'findings',
      'Findings',
      findings.map((finding) => findingEntry(finding, places)),
    ),
    list(
      'notes',
      'Notes',
      remarksOf(review).map(([stack, text]) =>
        plainEntry(stack, `<code>${html(stack)}</code>: ${html(text)}`),
      ),
    ),
    list('costs', 'Cost of computes', costs.map(costEntry)),
    ...(drawing === undefined
      ? []
      : [{ id: 'topology', heading: 'Topology', count: 0, content: drawingOf(drawing, places) }]),
    changesSection(
      others.filter(({ isMinor }) => !isMinor),
      places,
    ),
    list(
      'outputs',
      'Outputs',
      outputsOf(review).map(([stack, name, action, value]) =>
        plainEntry(
          stack,
          `${html(action)} <code>${html(name)}</code> of <code>${html(stack)}</code>${value === '' ? '' : `: ${html(value)}`}`,
        ),
      ),
    ),
    list(
      'minor',
      'The rest',
      others.filter(({ isMinor }) => isMinor).map((change) => minorEntry(change, places)),
    ),
  ];
  return sections.filter(({ content }) => content !== '');
}

function section(id: string, heading: string, entries: readonly string[]): Section {
  return { id, heading, count: entries.length, content: entries.join('\n') };
}

function list(id: string, heading: string, items: readonly string[]): Section {
  const content = items.length === 0 ? '' : `<ul class="entries">\n${items.join('\n')}\n</ul>`;
  return { id, heading, count: items.length, content };
}

/** Changes by stack and, folded, by construct. */
function changesSection(changes: readonly ExplainedChange[], places: Places): Section {
  const stacks = new Map<string, string[]>();
  for (const [stack, construct, group] of groupsOf(changes)) {
    const constructs = stacks.get(stack) ?? [];
    stacks.set(stack, constructs);
    const isOpen =
      changes.length <= MOST_UNFOLDED || group.some(({ danger }) => danger !== Danger.NONE);
    constructs.push(folded(construct, group, isOpen, places));
  }
  const content = [...stacks].map(
    ([stack, constructs]) =>
      `<div data-group><h3>Stack <code>${html(stack)}</code></h3>\n${constructs.join('\n')}\n</div>`,
  );
  return { id: 'changes', heading: 'Changes', count: changes.length, content: content.join('\n') };
}

function folded(
  construct: string,
  changes: readonly ExplainedChange[],
  isOpen: boolean,
  places: Places,
): string {
  const verbs = new Map<string, number>();
  for (const change of changes) {
    const verb = verbOf(change);
    verbs.set(verb, (verbs.get(verb) ?? 0) + 1);
  }
  const told = [...verbs].map(([verb, count]) => `${String(count)} ${verb}`).join(', ');
  return `<details class="construct" data-group${isOpen ? ' open' : ''}><summary><h4>${html(construct)}</h4> <span class="count">${told}</span></summary>
${changes.map((change) => changeEntry(change, 'h5', places)).join('\n')}
</details>`;
}
