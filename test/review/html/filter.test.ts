import type { Page } from 'puppeteer-core';
import { ReviewSource } from '../../../lib/review/model';
import { renderHtml } from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { describeChromium, inPage } from '../../support/chromium';
import { stackOf } from '../meaning/fixtures';
import { drawnEstate, TWO_STACKS } from './reviews';

/** Which entries are shown, by the first name in each. */
async function shown(page: Page): Promise<readonly string[]> {
  return inPage(
    page,
    `[...document.querySelectorAll('.entry')]
      .filter((entry) => entry.getClientRects().length > 0)
      .map((entry) => entry.closest('section').id + ' ' + entry.querySelector('code').textContent)`,
  );
}

async function told(page: Page): Promise<string> {
  return inPage(page, `document.getElementById('shown').textContent`);
}

async function sections(page: Page): Promise<readonly string[]> {
  return inPage(
    page,
    `[...document.querySelectorAll('main > section')].filter((one) => !one.hidden).map(({ id }) => id)`,
  );
}

async function hash(page: Page): Promise<string> {
  return inPage(page, `decodeURIComponent(location.hash)`);
}

const ALL = [
  'dangers cpu',
  'dangers kv-fraud',
  'findings stdata',
  'findings kv-fraud',
  'findings kv-fraud',
  'notes churn',
  'costs cpu',
  'changes churn-nightly',
  'changes stdata',
  'changes asp-fraud',
  'outputs endpoint',
  'minor churn/train.py',
];

describeChromium('the filter of a page', (open) => {
  const page = () => renderHtml(TWO_STACKS);

  test('shows everything at first, dangers before all else, and asks nothing of the network', async () => {
    const { page: opened, requests, messages } = await open(page());
    const all = await shown(opened);
    expect([...all].sort()).toEqual([...ALL].sort());
    expect(all.slice(0, 4).every((entry) => /^(?:dangers|findings) /.test(entry))).toBe(true);
    expect(await told(opened)).toBe('12 of 12 shown');
    expect(await hash(opened)).toBe('');
    expect(requests).toEqual([opened.url()]);
    expect(messages).toEqual([]);
  });

  test('by stack', async () => {
    const { page: opened } = await open(page());
    await opened.select('#stack', 'fraud');
    expect(await shown(opened)).toEqual(
      expect.arrayContaining(['dangers kv-fraud', 'findings kv-fraud', 'changes asp-fraud']),
    );
    expect(await told(opened)).toBe('4 of 12 shown');
    expect(await sections(opened)).toEqual(['dangers', 'findings', 'changes']);
    expect(await hash(opened)).toBe('#stack=fraud');
  });

  test('by severity, with notes, costs and outputs, which have none', async () => {
    const { page: opened } = await open(page());
    await opened.click('input[value=medium]');
    await opened.click('input[value=low]');
    const high = await shown(opened);
    expect(high).toEqual(expect.arrayContaining(['dangers cpu', 'findings stdata', 'notes churn']));
    expect(high.filter((entry) => entry.startsWith('changes'))).toEqual([]);
    expect(await hash(opened)).toBe('#severity=high');
    await opened.click('input[value=high]');
    expect(await shown(opened)).toEqual(['notes churn', 'costs cpu', 'outputs endpoint']);
    expect(await hash(opened)).toBe('#severity=none');
  });

  test('by action, of findings by what happens to their resource', async () => {
    const { page: opened } = await open(page());
    await opened.select('#action', 'delete');
    expect(await shown(opened)).toEqual([
      'dangers kv-fraud',
      'findings kv-fraud',
      'findings kv-fraud',
    ]);
    await opened.select('#action', 'replace');
    expect(await shown(opened)).toEqual(['dangers cpu', 'changes asp-fraud']);
  });

  test('by words, in what is folded too, in any case and order', async () => {
    const { page: opened } = await open(page());
    await opened.type('#text', 'HOURS trigger ');
    expect(await shown(opened)).toEqual(['changes churn-nightly']);
    expect(await told(opened)).toBe('1 of 12 shown');
    expect(await hash(opened)).toBe('#text=HOURS+trigger');
    await opened.type('#text', 'nowhere');
    expect(await shown(opened)).toEqual([]);
    expect(await sections(opened)).toEqual([]);
    await opened.click('#clear');
    expect(await shown(opened)).toHaveLength(12);
    expect(await hash(opened)).toBe('');
  });

  test('is kept in the address of the page, with the colours', async () => {
    const { page: opened } = await open(page(), {
      hash: '#stack=churn&severity=high+low&action=replace&text=cpu&colours=dark',
    });
    expect(await shown(opened)).toEqual(['dangers cpu']);
    expect(await inPage(opened, `getComputedStyle(document.documentElement).colorScheme`)).toBe(
      'dark',
    );
    await opened.select('#action', '');
    await opened.click('#colours-light');
    expect(await hash(opened)).toBe('#stack=churn&text=cpu&severity=high+low&colours=light');
    await opened.reload();
    expect(await told(opened)).toMatch(/^\d of 12 shown$/);
    expect(await inPage(opened, `document.getElementById('text').value`)).toBe('cpu');
  });

  test.each(['#stack=gone&action=gone', '#dangers', '#%', '#=', '#severity'])(
    'shows everything where the address says nothing of use: %s',
    async (address) => {
      const { page: opened, messages } = await open(page(), { hash: address });
      expect(await told(opened)).toBe('12 of 12 shown');
      expect(messages).toEqual([]);
    },
  );

  test('leaves what is drawn of other stacks in the background', async () => {
    const { page: opened } = await open(
      renderHtml(TWO_STACKS, { topology: await drawnEstate(2, 1) }),
      { hash: '#stack=churn' },
    );
    const aside = `document.querySelectorAll('.drawing .node.aside').length`;
    expect(await inPage(opened, aside)).toBe(10);
    await opened.click('#clear');
    expect(await inPage(opened, aside)).toBe(0);
  });

  test('unfolds and folds everything', async () => {
    const { page: opened } = await open(page());
    const open_ = `[...document.querySelectorAll('main details')].filter(({ open }) => open).length`;
    const count = await inPage<number>(opened, `document.querySelectorAll('main details').length`);
    await opened.click('#unfold');
    expect(await inPage(opened, open_)).toBe(count);
    await opened.click('#unfold');
    expect(await inPage(opened, open_)).toBe(0);
  });

  test('is not there where there is nothing to filter', async () => {
    const review = Review.of({ stacks: [stackOf([])], source: ReviewSource.SYNTH });
    const { page: opened, messages } = await open(renderHtml(review));
    expect(await inPage(opened, `document.getElementById('filter')`)).toBe(null);
    expect(await inPage(opened, `document.querySelector('.verdict').textContent`)).toBe(
      'Nothing to do No changes',
    );
    expect(messages).toEqual([]);
  });
});

describeChromium('a page without scripts', (open) => {
  test('shows everything, no filter, and still unfolds and changes its colours', async () => {
    const topology = await drawnEstate(1, 1);
    const { page: opened } = await open(renderHtml(TWO_STACKS, { topology }), { scripts: false });
    expect([...(await shown(opened))].sort()).toEqual([...ALL].sort());
    const visible = (selector: string) =>
      inPage(opened, `document.querySelector('${selector}').getClientRects().length > 0`);
    expect(await visible('#filter')).toBe(false);
    expect(await visible('.tools')).toBe(false);
    expect(await visible('.drawing svg')).toBe(true);
    await opened.click('#dangers details summary');
    expect(await visible('#dangers details ul')).toBe(true);
    await opened.click('#colours-dark');
    expect(await inPage(opened, `getComputedStyle(document.body).backgroundColor`)).toBe(
      'rgb(13, 17, 23)',
    );
  });
});
