import { createHash } from 'node:crypto';
import { ChangeAction, ReviewSource } from '../../../lib/review/model';
import { renderHtml } from '../../../lib/review/render';
import { DRAWING_STYLE } from '../../../lib/review/render/html-drawing-style';
import { Review } from '../../../lib/review/review';
import {
  CHANGE_APPEARANCE,
  EDGE_APPEARANCE,
  NODE_APPEARANCE,
} from '../../../lib/topology/private/render/appearance';
import { changed, NOW, stackOf } from '../meaning/fixtures';
import { drawnEstate, TWO_STACKS } from './reviews';

function all(page: string, pattern: RegExp): readonly string[] {
  return [...page.matchAll(pattern)].map(([, found = '']) => found);
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** A review of so many updates, and of a deletion. */
function updates(count: number): Review {
  const many = Array.from({ length: count }, (_, index) =>
    changed({
      address: `azurerm_service_plan.Plan${index}_0A1B2C3D`,
      label: `asp-${index}`,
      before: { os_type: 'Linux' },
      after: { os_type: 'Windows' },
    }),
  );
  const gone = changed({
    address: 'azurerm_service_plan.Gone_0A1B2C3D',
    label: 'asp-gone',
    action: ChangeAction.DELETE,
    before: { os_type: 'Linux' },
  });
  return Review.of(
    { stacks: [stackOf([...many, gone])], source: ReviewSource.SYNTH },
    { now: NOW },
  );
}

describe('the page of a review', () => {
  test('allows its own style and script, by their hashes, and nothing else', () => {
    const page = renderHtml(TWO_STACKS);
    const [policy = ''] = all(
      page,
      /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g,
    );
    const [style = ''] = all(page, /<style>([^]*?)<\/style>/g);
    const [script = ''] = all(page, /<script>([^]*?)<\/script>/g);
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `style-src ${hash(style)}`,
      `script-src ${hash(script)}`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
  });

  test('has dangers and findings first, and what need not be read last', () => {
    const page = renderHtml(TWO_STACKS);
    const sections = all(page, /<section id="(\w+)"/g);
    expect(sections.slice(0, 2)).toEqual(['dangers', 'findings']);
    expect(sections.at(-1)).toBe('minor');
    expect(all(page, /<li><a href="#(\w+)">/g)).toEqual(sections);
  });

  test('leads nowhere but to itself, and has each id once', async () => {
    const page = renderHtml(TWO_STACKS, { topology: await drawnEstate(2, 2) });
    const ids = all(page, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(page, / href="([^"]*)"/g);
    expect(links.filter((link) => !ids.includes(link.replace(/^#/, '')))).toEqual([]);
    expect(page).not.toMatch(/ (?:src|action|srcset|ping|poster)=/);
  });

  test.each([
    [39, 40],
    [40, 1],
  ])(
    'folds %d updates by construct where they are many, what asks for care excepted',
    (count, open) => {
      const page = renderHtml(updates(count));
      expect(page.match(/<details class="construct" data-group open>/g)).toHaveLength(open);
      expect(page).toMatch(/open><summary><h4>Gone<\/h4> <span class="count">1 delete<\/span>/);
    },
  );

  test('says what was compared, and its title', () => {
    const page = renderHtml(updates(1), { title: 'Review of churn' });
    expect(page).toContain('1 stack reviewed, configurations compared, no plan.');
    expect(page).toContain('<h1>Review of churn</h1>');
    expect(page).toMatch(/<title>Review of churn: 1 to update and 1 to delete<\/title>/);
  });

  test('has a colour for the dark in place of each that a drawing has', () => {
    const looks = [
      ...Object.values(NODE_APPEARANCE).flatMap(({ fill, stroke }) => [fill, stroke]),
      ...Object.values(EDGE_APPEARANCE).map(({ stroke }) => stroke),
      ...Object.values(CHANGE_APPEARANCE).map(({ stroke }) => stroke),
    ];
    const missing = looks.filter((color) => !DRAWING_STYLE.includes(`[stroke='${color}']`));
    expect(missing).toEqual([]);
  });
});
