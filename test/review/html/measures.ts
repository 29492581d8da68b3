/** Relative luminance and contrast as WCAG 2.2 defines them, of colours as styles are computed. */
const CONTRAST = `
const channels = (color) => color.match(/[\\d.]+/g).map(Number);
const luminance = ([r, g, b]) => {
  const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ratio = (one, other) => {
  const [a, b] = [one, other].map((color) => luminance(channels(color))).sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};
const isSeen = (color) => channels(color)[3] !== 0;
const ground = (element) => {
  const shape = element.closest('.node')?.querySelector('path, polygon, ellipse');
  if (shape) return getComputedStyle(shape).fill;
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (isSeen(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
};
const isShown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
`;

/** Texts with less contrast than 4.5 to 1, or 3 to 1 where they are large. */
export const PALE_TEXTS = `(() => {
${CONTRAST}
const found = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (walker.currentNode.data.trim() === '' || !isShown(element) || element.closest('script')) continue;
  const { color, fill, fontSize, fontWeight } = getComputedStyle(element);
  const size = parseFloat(fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
  const own = element.localName === 'text' ? fill : color;
  const contrast = ratio(own, ground(element));
  if (contrast < (isLarge ? 3 : 4.5)) found.add(walker.currentNode.data.trim().slice(0, 30) + ' ' + contrast.toFixed(2));
}
return [...found];
})()`;

/** Edges of controls and lines of the drawing with less contrast than 3 to 1. */
export const PALE_LINES = `(() => {
${CONTRAST}
const page = getComputedStyle(document.body).backgroundColor;
const controls = [...document.querySelectorAll('select, button, input[type=search]')].map((element) => [element.id, getComputedStyle(element).borderTopColor, ground(element.parentElement)]);
const lines = [...document.querySelectorAll('.drawing [stroke]')].map((element) => [element.parentElement.id, getComputedStyle(element).stroke, page]).filter(([, stroke]) => stroke !== 'none' && isSeen(stroke));
return [...controls, ...lines].filter(([, own, behind]) => ratio(own, behind) < 3).map((one) => one.join(' '));
})()`;

/** What the keyboard is at: its name, whether that is marked, seen, and not covered. */
export const FOCUSED = `(() => {
${CONTRAST}
const element = document.activeElement;
if (element === document.body) return null;
const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
const name = element.id || element.getAttribute('aria-label') || element.textContent.trim().split('\\n')[0] || element.value;
const box = element.getBoundingClientRect();
const [x, y] = [box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 8)];
const hit = document.elementFromPoint(x, y);
return {
  name: element.name === 'severity' ? element.value : name,
  isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && ratio(outlineColor, ground(element.parentElement)) >= 3,
  isInView: hit !== null && (element.contains(hit) || hit.contains(element)),
};
})()`;

/** What the keyboard should come to, in the order of the page: one stop for each group of radio buttons. */
export const FOCUSABLE = `(() => {
${CONTRAST}
const all = [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')];
return all
  .filter((element) => isShown(element) && !element.disabled && (element.type !== 'radio' || element.checked))
  .map((element) => element.name === 'severity' ? element.value : element.id || element.getAttribute('aria-label') || element.textContent.trim().split('\\n')[0]);
})()`;

/** Levels of the headings that are shown, in order. */
export const HEADINGS = `[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility()).map(({ localName }) => Number(localName[1]))`;

/** How much wider what is shown is than the window. */
export const OVERFLOW = `document.documentElement.scrollWidth - document.documentElement.clientWidth`;

/** Pairs of labels of a drawing whose boxes lie over each other; lines of one label belong together. */
export const OVERLAPPING_LABELS = `(() => {
const labels = [...document.querySelectorAll('svg text')].map((text) => {
  const { x, y, width, height } = text.getBBox();
  return { owner: text.parentElement, text: text.textContent, left: x, right: x + width, top: y, bottom: y + height };
}).sort((a, b) => a.left - b.left);
const found = [];
for (const [index, label] of labels.entries()) {
  for (let next = index + 1; next < labels.length && labels[next].left < label.right; next += 1) {
    const other = labels[next];
    if (other.owner !== label.owner && other.top < label.bottom && other.bottom > label.top) found.push(label.text + ' | ' + other.text);
  }
}
return found;
})()`;

/** Labels of nodes that are wider than the node. */
export const SPILLING_LABELS = `[...document.querySelectorAll('svg .node')].flatMap((node) => {
  const shape = node.querySelector('path, polygon, ellipse').getBBox();
  return [...node.querySelectorAll('text')].filter((text) => {
    const box = text.getBBox();
    return box.x < shape.x || box.x + box.width > shape.x + shape.width;
  }).map(({ textContent }) => textContent);
})`;
