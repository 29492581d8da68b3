import fc from 'fast-check';
import { findCycle } from '../../lib/core/dependency-graph';

type Edges = ReadonlyMap<string, readonly string[]>;

function graph(edges: Readonly<Record<string, readonly string[]>>): Edges {
  return new Map(Object.entries(edges));
}

/** Kahn's algorithm: what never becomes free to go is on a cycle or waits for one. */
function isCyclic(edges: Edges): boolean {
  const waiting = new Map([...edges].map(([name, needs]) => [name, new Set(needs)]));
  for (let free = nextFree(waiting); free !== undefined; free = nextFree(waiting)) {
    waiting.delete(free);
  }
  return waiting.size > 0;
}

function nextFree(waiting: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  return [...waiting].find(([, needs]) => [...needs].every((need) => !waiting.has(need)))?.[0];
}

describe('findCycle', () => {
  test.each<[string, Edges, readonly string[] | undefined]>([
    ['nothing', graph({}), undefined],
    ['a lone node', graph({ a: [] }), undefined],
    ['a chain', graph({ a: ['b'], b: ['c'], c: [] }), undefined],
    ['a diamond', graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }), undefined],
    ['a name that is no node', graph({ a: ['elsewhere'] }), undefined],
    ['the same edge twice', graph({ a: ['b', 'b'], b: [] }), undefined],
    ['a node that waits for itself', graph({ a: ['a'] }), ['a', 'a']],
    ['two nodes', graph({ a: ['b'], b: ['a'] }), ['a', 'b', 'a']],
    ['a tail before the cycle', graph({ a: ['b'], b: ['c'], c: ['b'] }), ['b', 'c', 'b']],
    [
      'the second part of a graph',
      graph({ a: [], b: ['a'], c: ['d'], d: ['e'], e: ['c'] }),
      ['c', 'd', 'e', 'c'],
    ],
  ])('looks through %s', (_, edges, cycle) => {
    expect(findCycle(edges)).toEqual(cycle);
  });

  test('finds a cycle exactly where there is one, along its edges', () => {
    const name: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const edges = fc
      .array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 6 })
      .map((entries) => new Map(entries));
    fc.assert(
      fc.property(edges, (some) => {
        const cycle = findCycle(some);
        expect(cycle !== undefined).toBe(isCyclic(some));
        if (cycle === undefined) return;
        expect(cycle.at(-1)).toBe(cycle[0]);
        expect(new Set(cycle).size).toBe(cycle.length - 1);
        cycle.slice(1).forEach((to, index) => {
          expect(some.get(cycle[index] ?? '')).toContain(to);
        });
      }),
    );
  });

  test('walks long chains and dense graphs without recursion and without walking twice', () => {
    const size = 50_000;
    const names = Array.from({ length: size }, (_, index) => `n${index}`);
    const chain = new Map(names.map((name, index) => [name, names.slice(index + 1, index + 3)]));
    expect(findCycle(chain)).toBeUndefined();
    chain.set(`n${size - 1}`, ['n0']);
    expect(findCycle(chain)?.at(-1)).toBe('n0');
  });
});
