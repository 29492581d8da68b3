/** Shows what the filter chooses and says how much that is; the address of the page keeps the choice. */
const FILTER = `
const form = document.getElementById('filter');
for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;
if (form !== null) {
const colours = document.getElementById('colours');
const status = document.getElementById('shown');
const unfold = document.getElementById('unfold');
const entries = [...document.querySelectorAll('.entry')].map((element) => ({ element, text: element.textContent.toLowerCase() }));
const groups = [...document.querySelectorAll('[data-group]')];
const things = [...document.querySelectorAll('[data-drawn]')];
const folds = [...document.querySelectorAll('main details')];

function choice() {
  const { stack, action, text, severity } = form.elements;
  const boxes = [...severity];
  const all = boxes.every((box) => box.checked);
  return {
    stack: stack.value,
    action: action.value,
    text: text.value.trim(),
    severity: all ? '' : boxes.filter((box) => box.checked).map((box) => box.value).join(' ') || 'none',
  };
}

function show() {
  const { stack, action, text, severity } = choice();
  const words = text.toLowerCase().split(/\\s+/);
  let shown = 0;
  for (const { element, text: own } of entries) {
    const { dataset } = element;
    const fits =
      (stack === '' || dataset.stack === stack) &&
      (action === '' || dataset.action === action) &&
      (severity === '' || dataset.severity === undefined || severity.split(' ').includes(dataset.severity)) &&
      words.every((word) => own.includes(word));
    element.hidden = !fits;
    if (fits) shown += 1;
  }
  const isFew = shown <= 40 && shown < entries.length;
  for (const group of groups) {
    group.hidden = group.querySelector('.entry:not([hidden])') === null;
    if (isFew && !group.hidden && group.localName === 'details') group.open = true;
  }
  showThings(stack);
  status.textContent = shown + ' of ' + entries.length + ' shown';
}

function showThings(stack) {
  const kept = new Set();
  for (const item of things) {
    const { stack: own, drawn } = item.dataset;
    item.hidden = stack !== '' && own !== undefined && own !== stack;
    document.getElementById(drawn)?.classList.toggle('aside', item.hidden);
    if (stack === '' || own === stack) kept.add(drawn);
  }
  for (const edge of document.querySelectorAll('.drawing .edge')) {
    const [prefix, from, to] = edge.id.split('-');
    edge.classList.toggle('aside', !kept.has(prefix + '-' + from) && !kept.has(prefix + '-' + to));
  }
  const boxes = [...kept].flatMap((id) => document.getElementById(id)?.getBoundingClientRect() ?? []);
  if (stack === '' || boxes.length === 0) return;
  const box = document.querySelector('.drawing');
  const { left, top } = box.getBoundingClientRect();
  const least = (side) => Math.min(...boxes.map((one) => one[side]));
  box.scrollBy(least('left') - left - 40, least('top') - top - 120);
}

function keep() {
  const chosen = { ...choice(), colours: colours.elements.colours.value.replace('system', '') };
  const set = Object.entries(chosen).filter(([, value]) => value !== '');
  const hash = set.length === 0 ? '' : '#' + new URLSearchParams(set);
  try {
    history.replaceState(null, '', location.href.split('#')[0] + hash);
  } catch {
    // Within a frame there may be no address to keep it in.
  }
}

function restore() {
  const hash = location.hash.slice(1);
  if (hash !== '' && !hash.includes('=')) return;
  const kept = new URLSearchParams(hash);
  for (const name of ['stack', 'action']) {
    const select = form.elements[name];
    select.value = kept.get(name) ?? '';
    if (select.selectedIndex < 0) select.value = '';
  }
  form.elements.text.value = kept.get('text') ?? '';
  const severities = kept.get('severity')?.split(' ');
  for (const box of form.elements.severity) box.checked = severities?.includes(box.value) ?? true;
  for (const radio of colours.elements.colours) radio.checked = radio.value === (kept.get('colours') ?? 'system');
}

function changed() {
  show();
  keep();
}

form.addEventListener('input', changed);
form.addEventListener('submit', (event) => event.preventDefault());
document.getElementById('clear').addEventListener('click', () => {
  form.reset();
  changed();
});
colours.addEventListener('change', keep);
unfold.addEventListener('click', () => {
  const open = unfold.getAttribute('aria-pressed') !== 'true';
  unfold.setAttribute('aria-pressed', String(open));
  for (const fold of folds) fold.open = open;
});
window.addEventListener('hashchange', () => {
  restore();
  show();
});
restore();
show();
}
`;

/** Makes the drawing larger and smaller in its box, and leads from what is drawn to what is told of it. */
const ZOOM = `
const drawing = document.querySelector('.drawing');
if (drawing !== null) {
  const svg = drawing.querySelector('svg');
  const natural = svg.width.baseVal.value;
  const told = document.getElementById('zoom');
  let scale = 1;
  const zoom = (to) => {
    scale = Math.min(4, Math.max(0.05, to));
    svg.style.width = natural * scale + 'px';
    svg.style.height = 'auto';
    told.textContent = Math.round(scale * 100) + ' %';
  };
  const fitting = () => drawing.clientWidth / natural;
  const actions = {
    'zoom-in': () => zoom(scale * 1.25),
    'zoom-out': () => zoom(scale / 1.25),
    'zoom-width': () => zoom(fitting()),
    'zoom-whole': () => zoom(1),
  };
  for (const [id, action] of Object.entries(actions)) document.getElementById(id).addEventListener('click', action);
  zoom(Math.min(1, Math.max(0.75, fitting())));
  const links = new Map([...document.querySelectorAll('[data-drawn] > a')].map((link) => [link.parentElement.dataset.drawn, link]));
  for (const id of links.keys()) document.getElementById(id)?.classList.add('told');
  drawing.addEventListener('click', ({ target }) => links.get(target.closest('.node')?.id)?.click());
}
`;

/** What makes the page more than text; without it everything is shown. */
export const SCRIPT = `'use strict';${ZOOM}${FILTER}`;
