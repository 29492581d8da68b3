import { wordsOf } from '../../../lib/topology/private/render/words';
import { Topology, type TopologyDocument } from '../../../lib/topology';
import { renderHtml } from '../../../lib/review/render';
import { describeChromium, inPage } from '../../support/chromium';
import { HOSTILE, hostileReview } from '../render/hostile';
import { OVERFLOW } from './measures';
import { TWO_STACKS } from './reviews';

/** How often each element is there. */
const ELEMENTS = `(() => {
const counts = {};
for (const { localName } of document.querySelectorAll('*')) counts[localName] = (counts[localName] ?? 0) + 1;
return counts;
})()`;

/** Attributes that would run something, and styles that are not those of the page. */
const HANDLERS = `[...document.querySelectorAll('*:not(.drawing > svg)')].flatMap(({ attributes }) => [...attributes].filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name))`;

/** A stack in which everything that is drawn has a name. */
function drawn(name: string): TopologyDocument {
  const workspace =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
  const content = {
    resource: {
      azurerm_machine_learning_compute_cluster: {
        Cpu: { name, machine_learning_workspace_id: workspace, vm_size: name },
      },
      azapi_resource: {
        Schedule: {
          type: 'Microsoft.MachineLearningServices/workspaces/schedules@2025-06-01',
          name,
          parent_id: workspace,
          body: {
            properties: {
              trigger: { triggerType: 'Recurrence', frequency: name, timeZone: name },
              action: { jobDefinition: { inputs: { raw: { uri: name } } } },
            },
          },
        },
      },
    },
  };
  return { name, content };
}

/** A page on which everything has one of these names, its drawing too. */
async function pageOf(names: readonly string[]): Promise<string> {
  const topology = Topology.fromDocuments(names.map(drawn));
  const drawing = { svg: await topology.toSvg(), things: wordsOf(topology.graph) };
  return renderHtml(hostileReview(...names), { title: names.join(' '), topology: drawing });
}

const PLAIN = HOSTILE.map((_, index) => `plain ${index}`);

describeChromium('a page of hostile names', (open) => {
  test('has no element more, runs nothing and asks for nothing', async () => {
    const plain = await open(renderHtml(hostileReview(...PLAIN)));
    const expected = await inPage(plain.page, ELEMENTS);
    const { page, requests, messages } = await open(renderHtml(hostileReview(...HOSTILE)));
    expect(await inPage(page, ELEMENTS)).toEqual(expected);
    expect(await inPage(page, HANDLERS)).toEqual([]);
    expect(requests).toEqual([page.url()]);
    expect(messages).toEqual([]);
  });

  test('has elements of no other kind in its drawing', async () => {
    const { page, requests, messages } = await open(await pageOf(HOSTILE));
    expect(
      await inPage(
        page,
        `[...new Set([...document.querySelectorAll('#topology .drawing *')].map(({ localName }) => localName))].sort()`,
      ),
    ).toEqual(['g', 'path', 'svg', 'text']);
    expect(await inPage(page, `document.querySelectorAll('h1').length`)).toBe(1);
    expect(await inPage(page, HANDLERS)).toEqual([]);
    expect(requests).toEqual([page.url()]);
    expect(messages).toEqual([]);
  });

  test.each([375, 1280])(
    'is no wider than a window of %d, however long they are',
    async (width) => {
      const names = [...HOSTILE, 'x'.repeat(300), 'two words '.repeat(40), '\u6F22'.repeat(200)];
      const { page } = await open(await pageOf(names), { width });
      await page.click('#unfold');
      expect(await inPage(page, OVERFLOW)).toBe(0);
    },
  );

  test('would not run or load what got in all the same', async () => {
    const { page, requests, messages } = await open(renderHtml(TWO_STACKS));
    await inPage(
      page,
      `{
        const main = document.querySelector('main');
        main.insertAdjacentHTML('beforeend', '<img src="https://example.org/x.png"><img src=x onerror="window.ran = 1"><style>main { color: red }</style><a id="leads" href="javascript:window.ran = 2">x</a><form id="sends" action="https://example.org/"></form>');
        const script = document.createElement('script');
        script.textContent = 'window.ran = 3';
        main.append(script);
        const loaded = document.createElement('script');
        loaded.src = 'https://example.org/x.js';
        main.append(loaded);
        document.getElementById('leads').click();
        document.getElementById('sends').submit();
        void 0;
      }`,
    );
    await page.waitForNetworkIdle({ idleTime: 50 });
    expect(await inPage(page, `typeof window.ran`)).toBe('undefined');
    expect(await inPage(page, `getComputedStyle(document.querySelector('main')).color`)).toBe(
      'rgb(27, 31, 36)',
    );
    expect(requests).toEqual([page.url()]);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((text) => !text.includes('Content Security Policy'))).toEqual([]);
  });
});
