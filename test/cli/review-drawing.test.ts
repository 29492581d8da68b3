import { join } from 'node:path';
import { drawingOf, pageDrawingOf } from '../../lib/cli/review-drawing';
import type { ReviewRequest } from '../../lib/cli/review-request';
import { inputFiles, readInput } from '../../lib/review/read/input-files';
import { readPlans } from '../../lib/review/read/read-plans';
import { readSynth } from '../../lib/review/read/synth-folder';
import { Review } from '../../lib/review/review';
import { estate } from '../topology/estate';
import { addFiles, folderOf } from '../support/folder';

type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A plan that creates a cluster in a workspace. */
function planOf(name: string): string {
  const after = {
    name,
    vm_size: 'STANDARD_DS3_V2',
    machine_learning_workspace_id: '/x/workspaces/w',
  };
  const type = 'azurerm_machine_learning_compute_cluster';
  const resource = { address: `${type}.Cpu`, mode: 'managed', type, name: 'Cpu' };
  return JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...resource, values: after }] } },
    resource_changes: [{ ...resource, change: { actions: ['create'], before: null, after } }],
    configuration: { root_module: { resources: [{ ...resource, expressions: {} }] } },
  });
}

function requestOf(request: Partial<ReviewRequest>): ReviewRequest {
  return { files: [], format: 'html', tellsByCode: false, ...request };
}

function reviewOf(files: readonly string[]): Review {
  return Review.of(readPlans(inputFiles(files).map(readInput)));
}

/** Stacks as cdktf writes them, edited. */
function synthesized(edit: (blocks: Blocks) => Blocks = (blocks) => blocks): string {
  const [stack] = estate(1, 1);
  const content = stack?.content as { readonly resource: Blocks };
  const document = { ...content, resource: edit(content.resource) };
  return folderOf({ 'stacks/team-1/cdk.tf.json': JSON.stringify(document) });
}

function nodesOf(review: Review, request: ReviewRequest) {
  const nodes = drawingOf(review, request)?.graph.nodes ?? [];
  return nodes.map(({ label, change, group }) => [label, change, group.split('/')[1]]);
}

describe('the drawing of reviewed plans', () => {
  test('marks what the plans change, stacks named as in the review', () => {
    const folder = folderOf({ 'churn/plan.json': planOf('cpu'), 'fraud/plan.json': planOf('gpu') });
    const files = [join(folder, '*/plan.json')];
    const review = reviewOf(files);
    expect(review.stacks.map(({ name }) => name)).toEqual(['churn', 'fraud']);
    expect(nodesOf(review, requestOf({ files }))).toEqual([
      ['cpu', 'create', 'churn'],
      ['gpu', 'create', 'fraud'],
    ]);
  });

  test('is there for a page too, as a picture and in words that name what changes', async () => {
    const files = [join(folderOf({ 'churn.json': planOf('cpu') }), 'churn.json')];
    const { svg, things } = (await pageDrawingOf(reviewOf(files), requestOf({ files }))) ?? {
      svg: '',
      things: [],
    };
    expect(svg).toMatch(/^<svg [^]*>cpu<\/text>/);
    expect(things).toEqual([
      expect.objectContaining({
        stack: 'churn',
        addresses: ['azurerm_machine_learning_compute_cluster.Cpu'],
        text: expect.stringMatching(/^compute cpu, .*created$/),
      }),
    ]);
  });

  test('is left out of standard input, which is read once', () => {
    const files = [join(folderOf({ 'churn.json': planOf('cpu') }), 'churn.json')];
    expect(drawingOf(reviewOf(files), requestOf({ files: [...files, '-'] }))).toBeUndefined();
  });

  test('is left out where there is nothing to draw', async () => {
    const plan = JSON.stringify({ format_version: '1.2', resource_changes: [] });
    const files = [join(folderOf({ 'churn.json': plan }), 'churn.json')];
    expect(drawingOf(reviewOf(files), requestOf({ files }))).toBeUndefined();
    expect(await pageDrawingOf(reviewOf(files), requestOf({ files }))).toBeUndefined();
  });

  test.each([
    [2_000, true],
    [2_001, false],
  ])('of %d resources is there: %s', (count, isDrawn) => {
    const files = [join(folderOf({ 'churn.json': planOf('cpu') }), 'churn.json')];
    const review = reviewOf(files);
    const [stack] = review.stacks;
    const [resource] = stack?.resources ?? [];
    if (stack === undefined || resource === undefined) throw new Error('nothing is reviewed');
    const many = { ...stack, resources: Array.from({ length: count }, () => resource) };
    const large = Object.create(review, { stacks: { value: [many] } }) as Review;
    expect(drawingOf(large, requestOf({ files })) !== undefined).toBe(isDrawn);
  });

  test('is left out where a plan cannot be drawn, which is reviewed all the same', () => {
    const folder = folderOf({ 'both.json': `${planOf('cpu')}\n${planOf('gpu')}` });
    const files = [join(folder, 'both.json')];
    const review = reviewOf(files);
    expect(review.changes).toHaveLength(2);
    expect(drawingOf(review, requestOf({ files }))).toBeUndefined();
  });
});

describe('the drawing of compared stacks', () => {
  test('is of the head, and marks what differs from the base', () => {
    const base = synthesized((blocks) => ({ ...blocks, azapi_resource: {} }));
    const head = synthesized();
    const review = Review.of(readSynth(base, head));
    const nodes = nodesOf(review, requestOf({ folders: { base, head } }));
    expect(nodes).toEqual(
      expect.arrayContaining([
        ['pipeline-1', 'create', 'team-1'],
        ['nightly-pipeline-1', 'create', 'team-1'],
        ['cpu', undefined, 'team-1'],
      ]),
    );
  });

  test('marks what is updated and what is replaced', () => {
    const type = 'azurerm_machine_learning_compute_cluster';
    const edited = (values: object) =>
      synthesized((blocks) => ({
        ...blocks,
        [type]: { Cpu: { ...blocks[type]?.['Cpu'], ...values } },
      }));
    const base = synthesized();
    for (const [values, change] of [
      [{ vm_size: 'STANDARD_DS4_V2' }, 'replace'],
      [{ scale_settings: { min_node_count: 0, max_node_count: 8 } }, 'update'],
    ] as const) {
      const head = edited(values);
      const review = Review.of(readSynth(base, head));
      expect(nodesOf(review, requestOf({ folders: { base, head } }))).toContainEqual([
        'cpu',
        change,
        'team-1',
      ]);
    }
  });

  test('is left out where the head has no stacks any more', () => {
    const base = synthesized();
    const review = Review.of(readSynth(base, synthesized()));
    const head = folderOf({});
    addFiles(head, { 'stacks/team-1/readme.txt': '' });
    expect(drawingOf(review, requestOf({ folders: { base, head } }))).toBeUndefined();
  });

  test('hides no failure of its own', () => {
    const [base, head] = [synthesized(), synthesized()];
    const review = Review.of(readSynth(base, head));
    const broken = Object.create(review, {
      changes: {
        get: () => {
          throw new TypeError('not a review');
        },
      },
    }) as Review;
    expect(() => drawingOf(broken, requestOf({ folders: { base, head } }))).toThrow(TypeError);
  });
});
