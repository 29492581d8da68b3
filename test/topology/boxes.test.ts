import { Topology } from '../../lib/topology';
import { OVERLAPPING_LABELS, SPILLING_LABELS } from '../review/html/measures';
import { describeChromium, inPage } from '../support/chromium';
import { estate } from './estate';

describeChromium('the boxes that a browser draws', (open) => {
  const svgOf = async (stacks: number, pipelines: number) =>
    Topology.fromDocuments(estate(stacks, pipelines)).toSvg();

  test.each([
    [5, 1, 1],
    [57, 3, 8],
    [490, 10, 23],
    [499, 1, 248],
  ])(
    'lie apart, and within their nodes, at %d nodes',
    async (nodes, stacks, pipelines) => {
      const { page } = await open(await svgOf(stacks, pipelines));
      expect(await inPage(page, `document.querySelectorAll('svg .node').length`)).toBe(nodes);
      expect(await inPage(page, OVERLAPPING_LABELS)).toEqual([]);
      expect(await inPage(page, SPILLING_LABELS)).toEqual([]);
      await inPage(
        page,
        `for (const text of document.querySelectorAll('text')) text.style.fontFamily = 'DejaVu Sans, Verdana, sans-serif'`,
      );
      expect(await inPage(page, OVERLAPPING_LABELS)).toEqual([]);
    },
    60_000,
  );

  test('are measured by something that sees what lies over something else', async () => {
    const { page } = await open(await svgOf(1, 1));
    await inPage(
      page,
      `{
        const [one, other] = document.querySelectorAll('.node');
        const [label, moved] = [one, other].map((node) => node.querySelector('text'));
        for (const side of ['x', 'y']) moved.setAttribute(side, label.getAttribute(side));
      }`,
    );
    expect(await inPage(page, OVERLAPPING_LABELS)).not.toEqual([]);
    expect(await inPage(page, SPILLING_LABELS)).not.toEqual([]);
  });
});
