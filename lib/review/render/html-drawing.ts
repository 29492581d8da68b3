import { counted } from '../meaning/told';
import { html } from './escape';
import { type Places, stackKey } from './html-places';
import { drawnId, inlineSvg } from './html-svg';

/** Something drawn, in words, for those who do not see the drawing. */
export interface DrawnThing {
  /** Id of its element in the SVG. */
  readonly id: string;
  /** Name of its stack; none where no stack declares it. */
  readonly stack?: string;
  /** Terraform addresses of what it stands for. */
  readonly addresses: readonly string[];
  /** What it is, and what changes about it. */
  readonly text: string;
  /** What it has to do with others, each to be read after the name of this one. */
  readonly connections: readonly string[];
}

/** A drawing and the same in words. */
export interface HtmlDrawing {
  /** SVG of shapes and texts; anything else in it is left out. */
  readonly svg: string;
  /** The same in words. */
  readonly things: readonly DrawnThing[];
}

const LEGEND = [
  ['+', 'created'],
  ['~', 'updated'],
  ['±', 'replaced'],
  ['−', 'deleted'],
] as const;

const ZOOMS = [
  ['zoom-out', 'Smaller'],
  ['zoom-in', 'Larger'],
  ['zoom-width', 'Fit the width'],
  ['zoom-whole', 'Actual size'],
] as const;

/**
 * The topology, drawn and in words.
 *
 * @param places where on the page the changes are told
 */
export function drawingOf({ svg, things }: HtmlDrawing, places: Places): string {
  const edges = things.reduce((sum, { connections }) => sum + connections.length, 0);
  const size = `${counted(things.length, 'thing')} and ${counted(edges, 'connection')}`;
  const buttons = ZOOMS.map(([id, name]) => `<button type="button" id="${id}">${name}</button>`);
  const picture = inlineSvg(svg, `role="img" aria-label="Drawing of ${size}"`);
  return `<p>What starts what, what runs where, and who may call whom. What changes has a thick border and a sign:</p>
<ul class="legend">${LEGEND.map(([sign, word]) => `<li><code aria-hidden="true">${sign}</code> ${word}</li>`).join('')}</ul>
<div class="tools" role="group" aria-label="Size of the drawing" hidden data-script>${buttons.join('')}<output id="zoom"></output></div>
<div class="drawing" tabindex="0" role="region" aria-label="Topology, scrollable">${picture}</div>
${things.length === 0 ? '' : `<details><summary>The drawing in words: ${size}</summary>${inWords(things, places)}</details>`}`;
}

function inWords(things: readonly DrawnThing[], places: Places): string {
  const items = things.map(({ id, stack, addresses, text, connections }) => {
    const of = stack === undefined ? '' : ` data-stack="${html(stackKey(stack))}"`;
    const place = addresses
      .map((address) => places.ofChange({ stack: stack ?? '', address }))
      .find((one) => one !== undefined);
    const told = place === undefined ? html(text) : `<a href="#${place}">${html(text)}</a>`;
    const lines = connections.map((connection) => `<li>${html(connection)}</li>`).join('');
    return `<li data-drawn="${drawnId(id)}"${of}>${told}${lines === '' ? '' : `<ul>${lines}</ul>`}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}
