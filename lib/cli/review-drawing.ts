import { AzureMlError } from '../core/errors';
import { ChangeAction } from '../review/model';
import type { HtmlDrawing } from '../review/render/html-drawing';
import type { Review } from '../review/review';
import { inputFiles } from '../review/read/input-files';
import { stackNameOf } from '../review/read/input-name';
import { jsonIn } from '../topology/private/read/json-file';
import { wordsOf } from '../topology/private/render/words';
import { Topology } from '../topology/topology';
import type { TopologyDocument } from '../topology/topology-document';
import { TopologyChange } from '../topology/topology-graph';
import type { TopologyChangedResource } from '../topology/topology-options';
import type { ReviewRequest } from './review-request';

const CHANGES: ReadonlyMap<ChangeAction, TopologyChange> = new Map([
  [ChangeAction.CREATE, TopologyChange.CREATE],
  [ChangeAction.DELETE, TopologyChange.DELETE],
  [ChangeAction.REPLACE, TopologyChange.REPLACE],
  [ChangeAction.UPDATE, TopologyChange.UPDATE],
]);

/** Resources; a drawing of more cannot be read, and takes longer than the review itself. */
const MOST_DRAWN = 2_000;

/**
 * What the reviewed stacks start and run, changes marked; `undefined` where there is nothing to draw, and
 * where the plans cannot be drawn, which says nothing against them.
 */
export function drawingOf(review: Review, { files, folders }: ReviewRequest): Topology | undefined {
  if (folders === undefined && files.includes('-')) return undefined;
  if (review.stacks.flatMap(({ resources }) => resources).length > MOST_DRAWN) return undefined;
  try {
    const topology =
      folders === undefined
        ? Topology.fromDocuments(planDocuments(files, review))
        : Topology.fromSynthFolder(folders.head, { changes: changesIn(review) });
    return topology.graph.nodes.length === 0 ? undefined : topology;
  } catch (error) {
    if (AzureMlError.isAzureMlError(error)) return undefined;
    throw error;
  }
}

/** The same for a page: drawn, and in words. */
export async function pageDrawingOf(
  review: Review,
  request: ReviewRequest,
): Promise<HtmlDrawing | undefined> {
  const topology = drawingOf(review, request);
  if (topology === undefined) return undefined;
  return { svg: await topology.toSvg(), things: wordsOf(topology.graph) };
}

/** Plans, their stacks named as in the review; a file of several plans is not drawn. */
function planDocuments(files: readonly string[], { stacks }: Review): TopologyDocument[] {
  const names = inputFiles(files);
  return names.map((file, index) => ({
    name: (names.length === stacks.length ? stacks[index]?.name : undefined) ?? stackNameOf(file),
    content: jsonIn(file),
  }));
}

function changesIn({ changes }: Review): TopologyChangedResource[] {
  return changes.flatMap(({ stack, address, action }) => {
    const change = CHANGES.get(action);
    return change === undefined ? [] : [{ stack, address, change }];
  });
}
