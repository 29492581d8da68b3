import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReviewSource } from '../../../lib/review/model';
import {
  renderHtml,
  renderJson,
  renderMarkdown,
  renderSarif,
  renderText,
} from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { ROOT } from '../../support/repository';
import { changed, NOW, stackOf } from '../meaning/fixtures';
import { HOSTILE, hostileReview } from './hostile';
import { schemaErrors, tokensOf } from './parsers';
import { SAMPLE } from './sample';

/** Everything that is HTML in a Markdown text, line by line. */
function htmlIn(text: string): readonly string[] {
  return tokensOf(text)
    .filter(({ type }) => type === 'html_block' || type === 'html_inline')
    .flatMap(({ content }) => content.trim().split('\n'));
}

describe('a review as Markdown', () => {
  test('begins with the verdict, then dangers, findings, constructs, and folds the details', () => {
    expect(renderMarkdown(SAMPLE)).toBe(`<!-- cdktf-azureml review -->

## Dangerous: 1 dangerous change and 1 finding of high severity: 1 to create, 2 to update, 1 to replace and 1 output changed

1 stack reviewed, by plan.

### Dangers

- **replace** compute cluster \`cpu\` in \`churn\`
  - replaced, forced by vm_size (STANDARD_DS3_V2 → STANDARD_DS4_V2)
  - lost: jobs that run or wait on it

### Findings

- **high** \`stdata\` can be read and written with an account key (\`shared-keys\`)
  - A key gives all rights on all data, to whoever holds it, and no log says who that was. Set shared_access_key_enabled = false and give identities data roles.

### Notes

- \`churn\`: the plan was made with targets

### Changes

#### Stack \`churn\`

**Nightly**

- **update** schedule \`churn-nightly\`
  - every day: 02:00 Europe/Berlin becomes 04:00, next runs 2026-11-23 04:00, 2026-11-24 04:00, 2026-11-25 04:00

**Data**

- **update** storage account \`stdata\`
  - shared_access_key_enabled: false → true

### Cost of computes

- \`cpu\` can cost more: 0 to 96 node hours a day of STANDARD_DS3_V2, at most 24.00 EUR a day → 0 to 96 node hours a day of STANDARD_DS4_V2, at most 48.00 EUR a day

### Outputs

- update \`endpoint\` of \`churn\`: a → b

### The rest

- create uploaded file \`churn/train.py\`

### Details

<details><summary>replace compute cluster cpu</summary>

- \`azurerm_machine_learning_compute_cluster.Cpu_E6EA7902\`
  - vm_size: STANDARD_DS3_V2 → STANDARD_DS4_V2

</details>

<details><summary>update schedule churn-nightly</summary>

- \`azapi_resource.Nightly_C44EE0A7\`
  - trigger.schedule.hours.0: 2 → 4

</details>

<details><summary>update storage account stdata</summary>

- \`azurerm_storage_account.Data_0A1B2C3D\`
  - shared_access_key_enabled: false → true

</details>
`);
  });

  test.each(HOSTILE)('takes no name for markup: %j', (name) => {
    const text = renderMarkdown(hostileReview(name));
    const types = tokensOf(text).map(({ type }) => type);
    for (const type of ['link_open', 'image', 'table_open', 'fence', 'code_block', 's_open']) {
      expect(types).not.toContain(type);
    }
    for (const line of htmlIn(text)) {
      expect(line).toMatch(
        /^(?:<!-- cdktf-azureml review -->|<details><summary>[^<>]*<\/summary>|<\/details>)$/,
      );
    }
    const shape = (of: string) =>
      tokensOf(of)
        .map(({ type }) => type)
        .filter((type) => /^(?:heading|bullet_list|ordered_list|list_item|blockquote)/.test(type));
    expect(shape(text)).toEqual(shape(renderMarkdown(hostileReview('plain'))));
  });

  test.each([1_500, 3_000, 10_000, 65_536])(
    'fits %d characters, dropping what matters least, and says so',
    (limit) => {
      const changes = Array.from({ length: 1_000 }, (_, index) =>
        changed({
          address: `aws_thing.x${String(index)}`,
          label: `thing ${String(index)}`,
          before: { a: 1 },
          after: { a: 2 },
        }),
      );
      const dangerous = changed({
        address: 'azurerm_machine_learning_workspace.w',
        label: 'mlw',
        before: { public_network_access_enabled: false },
      });
      const review = Review.of(
        { stacks: [stackOf([...changes, dangerous])], source: ReviewSource.SYNTH },
        { now: NOW },
      );
      const text = renderMarkdown(review, { limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      const [, dropped] =
        /_(\d+) less important entries left out to fit \d+ characters\._/.exec(text) ?? [];
      // The danger and its finding, then changes, then their details.
      const shown = ['**delete** workspace', '**high** `mlw`', '**update**', '<details>'].map(
        (piece) => text.split(piece).length - 1,
      );
      expect(shown.reduce((sum, count) => sum + count, 0) + Number(dropped)).toBe(2_002);
      if (limit >= 3_000) expect(shown.slice(0, 2)).toEqual([1, 1]);
      expect(shown[3] === 0 || shown[2] === 1_000).toBe(true);
    },
  );

  test('is short where nothing changes', () => {
    const review = Review.of({ stacks: [stackOf([])], source: ReviewSource.SYNTH }, { now: NOW });
    expect(renderMarkdown(review)).toBe(
      '<!-- cdktf-azureml review -->\n\n## Nothing to do: No changes\n\n1 stack reviewed, configurations compared, no plan.\n',
    );
  });

  test('draws the topology folded, whatever its text', () => {
    const text = renderMarkdown(SAMPLE, { mermaid: 'flowchart LR\n a --> b\n```\n<b>' });
    expect(tokensOf(text).filter(({ type }) => type === 'fence')).toHaveLength(1);
    expect(htmlIn(text).join('')).not.toContain('<b>');
  });
});

describe('a review as text', () => {
  test('says the same without markup', () => {
    expect(renderText(SAMPLE, { color: false }).split('\n').slice(0, 12)).toEqual([
      'Dangerous: 1 dangerous change and 1 finding of high severity: 1 to create, 2 to update, 1 to replace and 1 output changed',
      '',
      'Dangers',
      '  replace compute cluster cpu in churn',
      '      replaced, forced by vm_size (STANDARD_DS3_V2 → STANDARD_DS4_V2)',
      '      lost: jobs that run or wait on it',
      '',
      'Findings',
      '  high stdata can be read and written with an account key [shared-keys]',
      '      Set shared_access_key_enabled = false and give identities data roles.',
      '',
      'Notes',
    ]);
  });

  test('has colours only where they are asked for', () => {
    expect(renderText(SAMPLE, { color: true })).toContain('\u001b[31m');
    expect(renderText(SAMPLE, { color: false })).not.toContain('\u001b');
  });

  test.each(HOSTILE)('lets no name steer the terminal: %j', (name) => {
    expect(renderText(hostileReview(name), { color: false })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
    );
  });
});

describe('a review as JSON', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'docs/review.schema.json'), 'utf8')) as object;

  test.each([
    ['the sample', SAMPLE] as const,
    ...HOSTILE.map((name) => [name, hostileReview(name)] as const),
  ])('is as its schema says: %j', (_, review) => {
    expect(schemaErrors(schema, JSON.parse(renderJson(review)))).toEqual([]);
  });

  test('marks what is not shown', () => {
    const { changes } = JSON.parse(renderJson(hostileReview('n'))) as {
      readonly changes: readonly { readonly differences: readonly object[] }[];
    };
    expect(changes.flatMap(({ differences }) => differences)).toContainEqual({
      path: ['secret'],
      kind: 'changed',
      before: { $sensitive: true },
      after: 'y',
    });
  });
});

describe('findings as SARIF', () => {
  test('have a rule, a level, a place and a fingerprint', () => {
    const { version, runs } = JSON.parse(renderSarif(SAMPLE, { folder: 'out/my stacks' })) as {
      readonly version: string;
      readonly runs: readonly {
        readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
        readonly results: readonly { readonly ruleIndex: number; readonly ruleId: string }[];
      }[];
    };
    expect(version).toBe('2.1.0');
    expect(runs).toHaveLength(1);
    const { tool, results } = runs[0] ?? { tool: undefined, results: [] };
    expect(results).toEqual([
      {
        ruleId: 'shared-keys',
        ruleIndex: expect.any(Number),
        level: 'error',
        message: { text: 'stdata can be read and written with an account key' },
        baselineState: 'new',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'out/my%20stacks/churn/cdk.tf.json' },
              region: { startLine: 1 },
            },
            logicalLocations: [
              {
                fullyQualifiedName: 'churn/azurerm_storage_account.Data_0A1B2C3D',
                kind: 'resource',
              },
            ],
          },
        ],
        partialFingerprints: { 'finding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
    for (const { ruleId, ruleIndex } of results) {
      expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });
});

describe('a review as a page', () => {
  test('needs nothing else, and lets nothing else run', () => {
    const svg = '<svg><script>alert(1)</script></svg>';
    const page = renderHtml(SAMPLE, { topology: { svg, things: [] } });
    expect(page).toContain(`default-src 'none'`);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain('<html lang="en">');
  });

  test.each(HOSTILE)('takes no name for an element: %j', (name) => {
    const elements = (page: string) => page.match(/<\/?[a-z][a-z0-9]*/gi);
    expect(elements(renderHtml(hostileReview(name)))).toEqual(
      elements(renderHtml(hostileReview('plain'))),
    );
    const unquoted = renderHtml(hostileReview(name)).replaceAll(/"[^"]*"/g, '""');
    expect(unquoted).not.toMatch(/<[^>]*\son\w+=/i);
  });
});

test.each([
  ['Markdown', renderMarkdown],
  ['text', renderText],
  ['JSON', renderJson],
  ['SARIF', renderSarif],
  ['HTML', renderHtml],
])('%s never holds what looks like a secret', (_, render) => {
  const secret = `AccountKey=${'s3cr3t'.repeat(3)}`;
  const review = Review.of(
    {
      stacks: [
        stackOf([
          changed({
            armType: 'Microsoft.Logic/workflows',
            before: { body: { properties: { definition: { actions: {} } } } },
            after: {
              body: {
                properties: {
                  definition: { actions: { Run: { inputs: { uri: secret } } } },
                  x: secret,
                },
              },
            },
          }),
        ]),
      ],
      source: ReviewSource.PLAN,
    },
    { now: NOW },
  );
  expect(review.findings.map(({ check }) => check.id)).toContain('secret-in-definition');
  expect(render(review)).not.toContain('s3cr3t');
});
