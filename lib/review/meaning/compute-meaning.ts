import { ChangeAction, type ResourceChange } from '../model';
import { type ComputeShape, placesOf, shapeOf } from './compute-shape';
import {
  both,
  differsAt,
  type Explainer,
  type Explanation,
  joined,
  NOTHING,
  startsWith,
} from './explanation';
import { counted, fromTo, told } from './told';

/** Clusters and instances: their nodes and their size. */
export const explainCompute: Explainer = (change) => {
  if (change.action === ChangeAction.CREATE) {
    return { lines: toldShape(shapeOf(change, change.after)), covered: [] };
  }
  if (change.action === ChangeAction.DELETE) return NOTHING;
  const places = placesOf(change);
  if (places === undefined) return NOTHING;
  return joined(
    moved(change, places.most, (from, to) => `at most ${from} to ${nodes(to)}`),
    moved(change, places.least, (from, to) => `at least ${from} to ${nodes(to)}`),
    moved(change, places.size, (from, to) => `size ${from} to ${to}`),
  );
};

function moved(
  change: ResourceChange,
  path: readonly string[] | undefined,
  tell: (from: string, to: string) => string,
): Explanation {
  if (path === undefined || !differsAt(change, ...path)) return NOTHING;
  // What forces a replacement is told with it.
  if (change.forcedBy.some((forced) => startsWith(path, forced))) return NOTHING;
  const [before, after] = both(change, ...path);
  if (before === undefined || after === undefined) {
    return { lines: [`${String(path.at(-1))}: ${fromTo(before, after)}`], covered: [path] };
  }
  return { lines: [tell(told(before), told(after))], covered: [path] };
}

function nodes(count: string): string {
  return count === '1' ? '1 node' : `${count} nodes`;
}

/** A compute in words. */
function toldShape(shape: ComputeShape | undefined): readonly string[] {
  if (shape === undefined) return [];
  const { size, least, most } = shape;
  const range = least === undefined || least === most ? '' : `${String(least)} to `;
  const parts = [
    size === undefined ? [] : [`size ${told(size)}`],
    most === undefined ? [] : [`${range}${counted(most, 'node')}`],
  ].flat();
  return parts.length === 0 ? [] : [parts.join(', ')];
}
