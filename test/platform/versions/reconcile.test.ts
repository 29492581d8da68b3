import fc from 'fast-check';
import { reconcile } from '../../../lib/platform/versions/private/reconcile';
import {
  type VersionLine,
  VersionStatus,
} from '../../../lib/platform/versions/private/version-lines';

const { DECLARED, FORGOTTEN, ADOPTED } = VersionStatus;

function line(
  address: string,
  status = DECLARED,
  stack = 'churn',
  id = `/${address}`,
): VersionLine {
  return { stack, address, status, id };
}

function declared(...addresses: readonly string[]) {
  return addresses.map((address) => ({ stack: 'churn', address, id: `/${address}` }));
}

describe('versions of a stack', () => {
  test.each<[string, readonly string[], readonly VersionLine[], readonly VersionLine[]]>([
    ['are noted when they are first declared', ['a'], [], [line('a')]],
    ['stay as they are', ['a'], [line('a')], [line('a')]],
    ['are forgotten', ['b'], [line('a')], [line('b'), line('a', FORGOTTEN)]],
    ['stay forgotten', [], [line('a', FORGOTTEN)], [line('a', FORGOTTEN)]],
    ['are adopted', ['a'], [line('a', FORGOTTEN)], [line('a', ADOPTED)]],
    ['stay adopted', ['a'], [line('a', ADOPTED)], [line('a', ADOPTED)]],
    ['are forgotten again', [], [line('a', ADOPTED)], [line('a', FORGOTTEN)]],
    [
      'are adopted from another address',
      ['b'],
      [line('a', DECLARED, 'churn', '/b')],
      [line('b', ADOPTED), line('a', FORGOTTEN, 'churn', '/b')],
    ],
    [
      'are adopted from another stack, whose lines stay as they are',
      ['a'],
      [line('a', DECLARED, 'other')],
      [line('a', DECLARED, 'other'), line('a', ADOPTED)],
    ],
    [
      'leave what another stack forgot alone',
      ['a'],
      [line('x', FORGOTTEN, 'other')],
      [line('x', FORGOTTEN, 'other'), line('a')],
    ],
  ])('%s', (_, addresses, known, expected) => {
    const { lines, forgotten, adopted } = reconcile('churn', declared(...addresses), known);
    expect(lines).toEqual(expected);
    const own = lines.filter(({ stack }) => stack === 'churn');
    const withStatus = (status: VersionStatus) =>
      own.filter((one) => one.status === status).map(({ address }) => address);
    expect(forgotten).toEqual(withStatus(FORGOTTEN));
    expect([...adopted]).toEqual(withStatus(ADOPTED));
  });

  test('come to rest after one synthesis, and none is ever lost', () => {
    const address = fc.constantFrom('a', 'b', 'c', 'd');
    const lines = fc.uniqueArray(
      fc.record({
        stack: fc.constantFrom('churn', 'other'),
        address,
        status: fc.constantFrom(DECLARED, FORGOTTEN, ADOPTED),
        id: fc.constantFrom('/1', '/2', '/3'),
      }),
      { selector: ({ stack, address: at }) => `${stack} ${at}` },
    );
    const versions = fc.uniqueArray(
      fc.record({ stack: fc.constant('churn'), address, id: fc.constantFrom('/1', '/2', '/3') }),
      { selector: ({ address: at }) => at },
    );
    fc.assert(
      fc.property(versions, lines, (now, known) => {
        const first = reconcile('churn', now, known);
        const second = reconcile('churn', now, first.lines);
        expect(new Set(second.lines)).toEqual(new Set(first.lines));
        expect(second.forgotten).toEqual(first.forgotten);
        const kept = new Set(first.lines.map(({ stack, address: at }) => `${stack} ${at}`));
        expect(known.every(({ stack, address: at }) => kept.has(`${stack} ${at}`))).toBe(true);
        expect(first.forgotten.some((at) => now.some((one) => one.address === at))).toBe(false);
      }),
    );
  });
});
