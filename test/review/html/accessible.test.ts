import type { SerializedAXNode } from 'puppeteer-core';
import { renderHtml } from '../../../lib/review/render';
import { describeChromium, inPage } from '../../support/chromium';
import { FOCUSABLE, FOCUSED, HEADINGS, OVERFLOW, PALE_LINES, PALE_TEXTS } from './measures';
import { drawnEstate, TWO_STACKS } from './reviews';

interface Focused {
  readonly name: string;
  readonly isMarked: boolean;
  readonly isInView: boolean;
}

const NAMED = [
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'heading',
  'image',
  'link',
  'navigation',
  'radio',
  'region',
  'search',
  'searchbox',
];

function nodesOf(node: SerializedAXNode | null): readonly SerializedAXNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(nodesOf)];
}

describeChromium('a page for everybody', (open) => {
  const page = async () => renderHtml(TWO_STACKS, { topology: await drawnEstate(1, 1) });

  test.each([
    ['light', 'system', 'rgb(255, 255, 255)'],
    ['dark', 'system', 'rgb(13, 17, 23)'],
    ['light', 'dark', 'rgb(13, 17, 23)'],
    ['dark', 'light', 'rgb(255, 255, 255)'],
  ] as const)(
    'has contrast enough where the system is %s and %s is chosen',
    async (scheme, chosen, ground) => {
      const { page: opened } = await open(await page(), { scheme });
      await opened.click(`#colours-${chosen}`);
      await opened.click('#unfold');
      expect(await inPage(opened, `getComputedStyle(document.body).backgroundColor`)).toBe(ground);
      expect(await inPage(opened, PALE_TEXTS)).toEqual([]);
      expect(await inPage(opened, PALE_LINES)).toEqual([]);
    },
  );

  test('is measured by something that sees what is pale', async () => {
    const { page: opened } = await open(await page());
    await inPage(opened, `document.querySelector('h2').style.color = '#bbb'`);
    await inPage(opened, `document.querySelector('.drawing text').style.fill = '#bbb'`);
    await inPage(opened, `document.querySelector('select').style.borderColor = '#ddd'`);
    expect(await inPage(opened, PALE_TEXTS)).toHaveLength(2);
    expect(await inPage(opened, PALE_LINES)).toHaveLength(1);
  });

  test.each([1280, 375])(
    'is worked by the keyboard in the order that is seen, %d wide, each stop marked and in view',
    async (width) => {
      const { page: opened } = await open(await page(), { width, height: 800 });
      const expected = await inPage<readonly string[]>(opened, FOCUSABLE);
      const stops: Focused[] = [];
      for (let left = expected.length; left > 0; left -= 1) {
        await opened.keyboard.press('Tab');
        stops.push(await inPage<Focused>(opened, FOCUSED));
      }
      expect(stops.map(({ name }) => name)).toEqual(expected);
      expect(stops.filter(({ isMarked, isInView }) => !isMarked || !isInView)).toEqual([]);
      expect(expected.slice(0, 3)).toEqual(['Skip to the review', 'colours-system', 'Dangers']);
      expect(expected).toEqual(
        expect.arrayContaining(['text', 'stack', 'action', 'high', 'clear', 'zoom-in']),
      );
    },
  );

  test('is unfolded, filtered and skipped to by keys alone', async () => {
    const { page: opened } = await open(await page());
    await opened.keyboard.press('Tab');
    await opened.keyboard.press('Enter');
    expect(await inPage(opened, `document.activeElement.id`)).toBe('main');
    await opened.keyboard.press('Tab');
    await opened.keyboard.press('Enter');
    expect(await inPage(opened, `document.querySelector('#dangers details').open`)).toBe(true);
    await opened.focus('input[value=high]');
    await opened.keyboard.press('Space');
    expect(await inPage(opened, `document.getElementById('dangers').hidden`)).toBe(true);
  });

  test('has landmarks, and a name for everything that is read out', async () => {
    const { page: opened } = await open(await page());
    await opened.click('#unfold');
    const tree = nodesOf(await opened.accessibility.snapshot({ interestingOnly: false }));
    const names = (role: string) =>
      tree.filter((node) => node.role === role).map(({ name }) => name);
    const nameless = tree.filter(({ role, name = '' }) => NAMED.includes(role) && name === '');
    expect(nameless.map(({ role }) => role)).toEqual([]);
    expect(names('main')).toHaveLength(1);
    expect(names('banner')).toHaveLength(1);
    expect(names('navigation')).toEqual(['Sections']);
    expect(names('search')).toEqual(['Filter the entries']);
    expect(names('group')).toEqual(
      expect.arrayContaining(['Colours', 'Severity or danger', 'Size of the drawing']),
    );
    expect(names('combobox')).toEqual(['Stack', 'Action']);
    expect(names('searchbox')).toEqual(['Text']);
    expect(names('region')).toEqual(
      expect.arrayContaining(['Dangers', 'Findings', 'Topology, scrollable']),
    );
    expect(names('image')).toEqual(['Drawing of 5 things and 5 connections']);
    expect(names('status').length).toBeGreaterThan(0);
  });

  test('has headings of which none skips a level', async () => {
    const { page: opened } = await open(await page());
    const levels = await inPage<readonly number[]>(opened, HEADINGS);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  test.each([320, 375, 768])('is no wider than a window of %d', async (width) => {
    const { page: opened } = await open(await page(), { width, height: 700 });
    await opened.click('#unfold');
    expect(await inPage(opened, OVERFLOW)).toBe(0);
  });

  test('is printed light, unfolded, without what only a screen needs', async () => {
    const { page: opened } = await open(await page(), { scheme: 'dark' });
    await opened.emulateMediaType('print');
    const height = (selector: string) =>
      inPage<number>(opened, `document.querySelector('${selector}').offsetHeight`);
    expect(await height('#dangers details')).toBeGreaterThan(
      1.5 * (await height('#dangers details summary')),
    );
    expect(await height('#filter')).toBe(0);
    expect(await height('nav')).toBe(0);
    expect(await inPage(opened, `getComputedStyle(document.body).backgroundColor`)).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await inPage(opened, PALE_TEXTS)).toEqual([]);
  });
});
