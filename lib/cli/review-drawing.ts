import { AzureMlError } from '../core/errors';
import { ChangeAction } from '../review/model';
import type { Review } from '../review/review';
import { planDocumentsIn } from '../topology/private/read/plan-files';
import { Topology } from '../topology/topology';
import { TopologyChange } from '../topology/topology-graph';
import type { TopologyChangedResource } from '../topology/topology-options';
import type { ReviewRequest } from './review-request';

const CHANGES: ReadonlyMap<ChangeAction, TopologyChange> = new Map([
  [ChangeAction.CREATE, TopologyChange.CREATE],
  [ChangeAction.DELETE, TopologyChange.DELETE],
  [ChangeAction.REPLACE, TopologyChange.REPLACE],
  [ChangeAction.UPDATE, TopologyChange.UPDATE],
]);

/**
 * What the reviewed stacks start and run, changes marked; `undefined` where there is nothing to draw, and
 * where the plans cannot be drawn, which says nothing against them.
 */
export function drawingOf(review: Review, { files, folders }: ReviewRequest): Topology | undefined {
  if (folders === undefined && files.includes('-')) return undefined;
  try {
    const topology =
      folders === undefined
        ? Topology.fromDocuments(planDocumentsIn(files))
        : Topology.fromSynthFolder(folders.head, { changes: changesIn(review) });
    return topology.graph.nodes.length === 0 ? undefined : topology;
  } catch (error) {
    if (AzureMlError.isAzureMlError(error)) return undefined;
    throw error;
  }
}

function changesIn({ changes }: Review): readonly TopologyChangedResource[] {
  return changes.flatMap(({ stack, address, action }) => {
    const change = CHANGES.get(action);
    return change === undefined ? [] : [{ stack, address, change }];
  });
}
