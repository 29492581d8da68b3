import { oneLine } from '../meaning/told';

const LONGEST = 400;

/** Keeps a name from being taken for a mention or a reference; not seen. */
const ZERO_WIDTH = '\u200b';

/** Text as Markdown that shows exactly it: no markup, HTML, links, mentions or references. */
export function markdownText(text: string): string {
  return oneLine(text, LONGEST)
    .replaceAll(/[\\`*[\]<>#|~&^$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replaceAll(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replaceAll(/\b(www)\./gi, '$1\\.')
    .replaceAll(/[@#]/g, `$&${ZERO_WIDTH}`)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&');
}

/** Text as a code span of Markdown, with a fence that it cannot close. */
export function markdownCode(text: string): string {
  const shown = oneLine(text, LONGEST);
  if (shown === '') return '``` ```';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** Text for elements and attributes of HTML. */
export function html(text: string): string {
  return oneLine(text, LONGEST)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
