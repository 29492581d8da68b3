import { describeChromium, inPage } from '../../support/chromium';
import { OVERFLOW, OVERLAPPING_LABELS } from './measures';
import { pageOfEstate } from './reviews';

/** Widths of the drawing and of the box that it is in. */
const WIDTHS = `[document.querySelector('.drawing svg'), document.querySelector('.drawing')].map((element) => element.getBoundingClientRect().width)`;

/** Looks for words, as one who pastes them. */
const look = (words: string) =>
  `{
    const text = document.getElementById('text');
    text.value = ${JSON.stringify(words)};
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }`;

const OPEN = `document.querySelectorAll('.construct[open]').length`;

describeChromium('a page of 500 resources', (open) => {
  let html = '';
  beforeAll(async () => {
    html = await pageOfEstate(10, 23);
  }, 60_000);

  test('is folded by construct, and what is found unfolds', async () => {
    const { page, messages } = await open(html);
    expect(await inPage(page, `document.getElementById('shown').textContent`)).toBe(
      '530 of 530 shown',
    );
    expect(await inPage(page, OPEN)).toBe(0);
    await inPage(page, look('schedule'));
    expect(await inPage(page, OPEN)).toBe(0);
    await inPage(page, look('schedule7'));
    expect(await inPage(page, OPEN)).toBe(10);
    expect(await inPage(page, `document.getElementById('shown').textContent`)).toBe(
      '10 of 530 shown',
    );
    expect(messages).toEqual([]);
  });

  test('answers a choice in less than a second', async () => {
    const { page } = await open(html);
    const took = await inPage<number>(
      page,
      `(() => {
        const before = performance.now();
        const select = document.getElementById('stack');
        select.value = 'team-4';
        select.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        return performance.now() - before;
      })()`,
    );
    expect(took).toBeLessThan(1_000);
  });

  test('scrolls the drawing to the stack that is chosen', async () => {
    const { page } = await open(html);
    const isSeen = `(() => {
      const box = document.querySelector('.drawing').getBoundingClientRect();
      return [...document.querySelectorAll('.drawing .node:not(.aside)')].some((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return top >= box.top && bottom <= box.bottom;
      });
    })()`;
    for (const stack of ['team-1', 'team-5', 'team-9']) {
      await page.select('#stack', stack);
      expect(await inPage(page, `document.querySelectorAll('.node:not(.aside)').length`)).toBe(49);
      expect(await inPage(page, `document.querySelectorAll('.edge:not(.aside)').length`)).toBe(71);
      expect(await inPage(page, isSeen)).toBe(true);
    }
  });

  test('draws as large as is asked for, labels apart, the page never wider than the window', async () => {
    const { page } = await open(html, { width: 375, height: 700 });
    expect(await inPage(page, OVERLAPPING_LABELS)).toEqual([]);
    const widths = async () => inPage<readonly [number, number]>(page, WIDTHS);
    const [natural] = await widths();
    await page.click('#zoom-in');
    expect((await widths())[0]).toBeCloseTo(natural * 1.25, 0);
    await page.click('#zoom-out');
    expect((await widths())[0]).toBeCloseTo(natural, 0);
    await page.click('#zoom-width');
    const [drawn, box] = await widths();
    expect(drawn).toBeLessThanOrEqual(box);
    await page.click('#zoom-whole');
    expect((await widths())[0]).toBeGreaterThan(box);
    expect(await inPage(page, OVERFLOW)).toBe(0);
  });

  test('leads from a change to where it is drawn, and back', async () => {
    const { page } = await open(html);
    await inPage(page, look('azapi_resource.Schedule7'));
    await page.click('.entry:not([hidden]) a');
    const target = `document.querySelector(':target')`;
    expect(await inPage(page, `${target}.classList.contains('schedule')`)).toBe(true);
    expect(await inPage(page, `${target}.textContent.includes('nightly-pipeline-7')`)).toBe(true);
    await page.click('.drawing g:target text');
    expect(await inPage(page, `${target}.textContent.includes('azapi_resource.Schedule7')`)).toBe(
      true,
    );
  });
});
