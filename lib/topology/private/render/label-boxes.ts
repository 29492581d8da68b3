import { at, listOf, textAt } from '../read/json';

/** Where a line of text is, in points. */
interface TextBox {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** Index of the edge whose label it is, `undefined` for labels of nodes and groups. */
  readonly edge: number | undefined;
  /** What the line belongs to: lines of one label follow each other. */
  readonly owner: string;
}

/** Edges whose labels lie over another label, in what Graphviz says about its layout. */
export function overlappingEdges(layout: unknown): readonly number[] {
  const boxes = boxesOf(layout).sort((a, b) => a.left - b.left);
  const found = new Set<number>();
  for (const [index, box] of boxes.entries()) {
    for (let next = index + 1; next < boxes.length; next += 1) {
      const other = boxes[next];
      if (other === undefined || other.left >= box.right) break;
      if (other.owner === box.owner || other.bottom >= box.top || other.top <= box.bottom) continue;
      const edge = box.edge ?? other.edge;
      if (edge !== undefined) found.add(edge);
    }
  }
  return [...found];
}

function boxesOf(layout: unknown): TextBox[] {
  return [
    ...listOf(at(layout, 'objects')).flatMap((object, index) =>
      textsOf(object, `object ${String(index)}`, undefined),
    ),
    ...listOf(at(layout, 'edges')).flatMap((edge, index) =>
      textsOf(edge, `edge ${String(index)}`, index),
    ),
  ];
}

function textsOf(item: unknown, owner: string, edge: number | undefined): readonly TextBox[] {
  const boxes: TextBox[] = [];
  let size = 0;
  for (const operation of listOf(at(item, '_ldraw_'))) {
    if (textAt(operation, 'op') === 'F') size = numberAt(operation, 'size');
    if (textAt(operation, 'op') !== 'T') continue;
    const [x, y] = [numberAt(operation, 'pt', 0), numberAt(operation, 'pt', 1)];
    const half = numberAt(operation, 'width') / 2;
    boxes.push({
      left: x - half,
      right: x + half,
      bottom: y - size * 0.25,
      top: y + size * 0.85,
      edge,
      owner,
    });
  }
  return boxes;
}

function numberAt(value: unknown, ...path: readonly (string | number)[]): number {
  const found = at(value, ...path);
  return typeof found === 'number' ? found : 0;
}
