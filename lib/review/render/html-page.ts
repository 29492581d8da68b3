/** Colours by what the system prefers; both sets keep a contrast of 4.5 to 1 or more. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --dim: #57606a; --back: #ffffff; --line: #d0d7de; --high: #b3261e; --medium: #8a5300; --low: #0b5cad; --good: #1a6e33; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9aa5b1; --back: #0d1117; --line: #3d444d; --high: #ff8078; --medium: #e3b341; --low: #79b8ff; --good: #6fdd8b; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: var(--text); background: var(--back); }
code { font-family: ui-monospace, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
h2 { border-bottom: 1px solid var(--line); }
li { margin: 0.25rem 0; overflow-wrap: anywhere; }
article { border-left: 4px solid var(--line); padding: 0.25rem 0.75rem; margin: 0.75rem 0; }
article h3 { font-size: 1rem; margin: 0; }
article ul { margin: 0.25rem 0; }
[data-severity='high'] { border-color: var(--high); }
[data-severity='medium'] { border-color: var(--medium); }
[data-severity='low'] { border-color: var(--low); }
.verb, .level { font-weight: bold; }
[data-severity='high'] .level { color: var(--high); }
[data-severity='medium'] .level { color: var(--medium); }
[data-severity='low'] .level { color: var(--low); }
.resolved .level { color: var(--good); }
.dim { color: var(--dim); }
form { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0; }
select { font: inherit; padding: 0.25rem; }
.drawing { overflow: auto; border: 1px solid var(--line); background: #ffffff; }
.drawing img { display: block; }
:focus-visible { outline: 3px solid var(--low); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
[hidden] { display: none; }
`;

/** Shows what the two filters choose, and says how much that is. */
export const SCRIPT = `
const stack = document.getElementById('stack');
const severity = document.getElementById('severity');
const count = document.getElementById('count');
const entries = [...document.querySelectorAll('article')];
function apply() {
  let shown = 0;
  for (const entry of entries) {
    const matches = (stack.value === '' || entry.dataset.stack === stack.value) && (severity.value === '' || entry.dataset.severity === severity.value);
    entry.hidden = !matches;
    if (matches) shown += 1;
  }
  for (const section of document.querySelectorAll('section[data-list]')) section.hidden = section.querySelector('article:not([hidden])') === null;
  count.textContent = shown + ' of ' + entries.length + ' shown';
}
stack.addEventListener('change', apply);
severity.addEventListener('change', apply);
apply();
`;
