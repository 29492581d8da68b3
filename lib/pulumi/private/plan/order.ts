import { addressOf, type Block } from '../program/block';

/** Blocks in an order in which each stands after everything that it refers to. */
export interface Order {
  readonly blocks: readonly Block[];
  /** Addresses of blocks that refer to each other in a circle, if there are such. */
  readonly circle?: readonly string[];
}

/** Orders blocks by what they refer to; among those that are free, the order given is kept. */
export function orderOf(
  blocks: readonly Block[],
  needsOf: (block: Block) => Iterable<Block>,
): Order {
  const state = new Map<Block, 'open' | 'done'>();
  const ordered: Block[] = [];
  for (const start of blocks) {
    const path = state.has(start) ? [] : [visitOf(start, needsOf)];
    if (path.length > 0) state.set(start, 'open');
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = visit.needs.next();
      if (next.done === true) {
        state.set(visit.block, 'done');
        ordered.push(visit.block);
        path.pop();
      } else if (state.get(next.value) === 'open') {
        return { blocks: ordered, circle: circleOf(path, next.value) };
      } else if (!state.has(next.value)) {
        state.set(next.value, 'open');
        path.push(visitOf(next.value, needsOf));
      }
    }
  }
  return { blocks: ordered };
}

interface Visit {
  readonly block: Block;
  readonly needs: Iterator<Block, unknown>;
}

function visitOf(block: Block, needsOf: (block: Block) => Iterable<Block>): Visit {
  return { block, needs: needsOf(block)[Symbol.iterator]() };
}

function circleOf(path: readonly Visit[], back: Block): readonly string[] {
  const blocks = path.map(({ block }) => block);
  return [...blocks.slice(blocks.indexOf(back)), back].map(addressOf);
}
