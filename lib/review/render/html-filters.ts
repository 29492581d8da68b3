import { SEVERITIES } from '../../policy/severity';
import type { Review } from '../review';
import { html } from './escape';
import { SEVERITY_OF } from './html-entries';
import { stackKey } from './html-places';
import { verbOf } from './words';

/** What chooses the entries that are shown; hidden where no script would heed it. */
export function filterForm({ stacks, changes, findings }: Review): string {
  const verbs = counts(changes.map(verbOf));
  const severities = counts([
    ...changes.map(({ danger }) => SEVERITY_OF[danger]),
    ...findings.map(({ severity }) => severity),
  ]);
  const boxes = SEVERITIES.map(
    (severity) =>
      `<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <span class="count">(${String(severities.get(severity) ?? 0)})</span></label>`,
  );
  return `<form id="filter" class="filter" role="search" aria-label="Filter the entries" hidden data-script>
<label>Text <input type="search" name="text" id="text" autocomplete="off"></label>
<label>Stack <select name="stack" id="stack"><option value="">all</option>${[...new Set(stacks.map(({ name }) => stackKey(name)))].map((name) => option(name)).join('')}</select></label>
<label>Action <select name="action" id="action"><option value="">all</option>${[...verbs].map(([verb, count]) => option(verb, ` (${String(count)})`)).join('')}</select></label>
<fieldset><legend>Severity or danger</legend>${boxes.join('')}</fieldset>
<button type="button" id="clear">Clear</button>
<button type="button" id="unfold" aria-pressed="false">Unfold all</button>
<output id="shown" aria-live="polite"></output>
</form>`;
}

/** What chooses light or dark; it needs no script. */
export function coloursForm(): string {
  const choices = ['system', 'light', 'dark'].map(
    (name) =>
      `<label><input type="radio" name="colours" id="colours-${name}" value="${name}"${name === 'system' ? ' checked' : ''}> ${name}</label>`,
  );
  return `<form id="colours" class="colours" aria-label="Colours"><fieldset><legend>Colours</legend>${choices.join('')}</fieldset></form>`;
}

function counts<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counted = new Map<T, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return counted;
}

function option(value: string, more = ''): string {
  return `<option value="${html(value)}">${html(value)}${more}</option>`;
}
