/** Colours of the page, each for light and for dark; text and what is operated keep the contrast that WCAG asks for. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1b1f24, #e6edf3);
  --dim: light-dark(#57606a, #9aa5b1);
  --back: light-dark(#ffffff, #0d1117);
  --panel: light-dark(#f6f8fa, #161b22);
  --line: light-dark(#d0d7de, #3d444d);
  --edge: light-dark(#6e7781, #8b949e);
  --high: light-dark(#b3261e, #ff8078);
  --medium: light-dark(#8a5300, #e3b341);
  --low: light-dark(#0b5cad, #79b8ff);
  --good: light-dark(#1a6e33, #6fdd8b);
}
:root:has(#colours-light:checked) { color-scheme: light; }
:root:has(#colours-dark:checked) { color-scheme: dark; }
`;

const TEXT = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; }
h1 { font-size: 1.1rem; font-weight: 600; color: var(--dim); }
h2 { font-size: 1.35rem; margin: 2rem 0 0.75rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3 { font-size: 1.1rem; margin: 1.25rem 0 0.5rem; }
h4, h5, .entry h3 { font-size: 1rem; margin: 0; }
.entry h3, .entry h5 { font-weight: 400; }
p { margin: 0.25rem 0; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; }
li { margin: 0.15rem 0; }
code { font-family: ui-monospace, monospace; font-size: 0.9em; }
a { color: var(--low); }
.dim, .count { color: var(--dim); font-weight: 400; }
.dim { font-size: 0.9rem; }
`;

const PARTS = `
.verdict { font-size: 1.25rem; border: 1px solid var(--line); border-left: 0.5rem solid var(--mark); border-radius: 6px; padding: 0.75rem 1rem; margin: 0.5rem 0; background: var(--panel); }
.verdict strong { display: block; font-size: 1.6rem; line-height: 1.2; color: var(--mark); }
[data-level='nothing'] { --mark: var(--good); }
[data-level='changes'] { --mark: var(--low); }
[data-level='dangerous'], [data-severity='high'] { --mark: var(--high); }
[data-severity='medium'] { --mark: var(--medium); }
[data-severity='low'] { --mark: var(--edge); }
.resolved { --mark: var(--good); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; margin: 0.75rem 0; }
nav li { margin: 0; }
nav a { display: inline-block; padding: 0.15rem 0; }
.entry { border-left: 4px solid var(--mark, var(--line)); padding: 0.25rem 0 0.25rem 0.75rem; margin: 0.75rem 0; break-inside: avoid; }
ul.entries { list-style: none; padding: 0; }
ul.entries .entry { margin: 0.35rem 0; }
.verb { font-weight: 700; color: var(--mark, var(--text)); }
[data-severity='low'] .verb { color: var(--text); }
.sign { display: inline-block; min-width: 1ch; font-family: ui-monospace, monospace; }
.entry:target { outline: 2px solid var(--low); outline-offset: 2px; }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 0.5rem; font-size: 0.8rem; font-weight: 600; color: var(--mark); }
dl { margin: 0.25rem 0; }
dt { font-weight: 600; float: left; margin-right: 0.5ch; }
dd { margin: 0 0 0.15rem; }
summary { cursor: pointer; padding: 0.2rem 0; }
summary h4 { display: inline; }
.construct { border: 1px solid var(--line); border-radius: 6px; padding: 0 0.75rem; margin: 0.5rem 0; }
.construct > summary { margin: 0 -0.75rem; padding: 0.4rem 0.75rem; background: var(--panel); border-radius: 6px; }
`;

const CONTROLS = `
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: center; }
legend { padding: 0; font-size: 0.85rem; color: var(--dim); }
label { font-size: 0.85rem; color: var(--dim); min-width: 0; }
fieldset label { font-size: 1rem; color: var(--text); display: inline-flex; gap: 0.35rem; align-items: center; min-height: 2.25rem; }
select, input[type='search'] { display: block; max-width: 100%; }
select, button, input[type='search'] { font: inherit; font-size: 1rem; color: var(--text); background: var(--back); border: 1px solid var(--edge); border-radius: 6px; padding: 0.25rem 0.5rem; min-height: 2.25rem; }
button { cursor: pointer; }
input[type='checkbox'], input[type='radio'] { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--low); }
.filter { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 0.5rem 0.75rem; margin: 1rem 0; }
.filter label:has(select) { max-width: 14rem; }
.filter input[type='search'] { width: 11rem; }
.filter output { min-height: 2.25rem; display: flex; align-items: center; }
.top { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: center; justify-content: space-between; }
.colours legend { float: left; margin-right: 0.75rem; }
.colours label { font-size: 0.9rem; }
.skip { position: absolute; left: -999rem; background: var(--back); padding: 0.5rem; z-index: 2; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
:focus-visible { outline: 3px solid var(--low); outline-offset: 2px; }
`;

const MEDIA = `
@media (min-width: 60rem) and (min-height: 40rem) {
  .filter { position: sticky; top: 0; z-index: 1; }
  html { scroll-padding-top: 8rem; }
}
@media print {
  :root, :root:has(#colours-dark:checked) { color-scheme: light; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, form, .skip, .tools { display: none !important; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .drawing { overflow: visible; max-height: none; border: 0; }
  .drawing svg { max-width: 100%; height: auto; }
}
`;

/** Everything but the drawing. */
export const PAGE_STYLE = [COLOURS, TEXT, PARTS, CONTROLS, MEDIA].join('');
