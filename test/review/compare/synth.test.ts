import { compareStacks } from '../../../lib/review/compare/synth/compare-stacks';

const WORKSPACE = 'azurerm_machine_learning_workspace';
const CLUSTER = 'azurerm_machine_learning_compute_cluster';

function stack(workspace: object, cluster: object, more: object = {}): object {
  return {
    resource: {
      [WORKSPACE]: { w: { name: 'w', location: 'westeurope', ...workspace } },
      [CLUSTER]: {
        c: {
          name: 'c',
          machine_learning_workspace_id: `\${${WORKSPACE}.w.id}`,
          vm_size: 'A',
          ...cluster,
        },
      },
    },
    ...more,
  };
}

function told(base: object, head: object) {
  return compareStacks({
    name: 's',
    base: { document: base },
    head: { document: head },
  }).changes.map(
    ({ address, action, forcedBy }) =>
      `${action} ${address.split('.')[1] ?? ''} ${forcedBy.map((path) => path.join('.')).join()}`,
  );
}

describe('two synthesized stacks', () => {
  const base = stack({}, {});
  test.each<[string, object, readonly string[]]>([
    ['nothing', stack({}, {}), []],
    ['another spelling of a region', stack({ location: 'West Europe' }, {}), []],
    ['an update', stack({}, { tags: { a: 'b' } }), ['update c ']],
    ['a replacement', stack({}, { vm_size: 'B' }), ['replace c vm_size']],
    [
      'a replacement that replaces another',
      stack({ name: 'v' }, {}),
      ['replace w name', 'replace c machine_learning_workspace_id'],
    ],
    [
      'a change that is ignored',
      stack({}, { vm_size: 'B', lifecycle: { ignore_changes: ['vm_size'] } }),
      [],
    ],
    [
      'a replacement that follows',
      stack({ tags: { a: 'b' } }, { lifecycle: { replace_triggered_by: [`${WORKSPACE}.w`] } }),
      ['update w ', 'replace c '],
    ],
    ['a deletion', { resource: {} }, ['delete w ', 'delete c ']],
    [
      'what is forgotten',
      {
        resource: { [WORKSPACE]: stackPart() },
        removed: [{ from: `${CLUSTER}.c`, lifecycle: { destroy: false } }],
      },
      ['forget c '],
    ],
  ])('tell %s', (_, head, expected) => {
    expect(told(base, head)).toEqual(expected);
  });

  test('tell a move', () => {
    const head = {
      resource: { [WORKSPACE]: { v: { name: 'w', location: 'westeurope' } } },
      moved: [{ from: `${WORKSPACE}.w`, to: `${WORKSPACE}.v` }],
    };
    const before = { resource: { [WORKSPACE]: stackPart() } };
    expect(
      compareStacks({ name: 's', base: { document: before }, head: { document: head } }).changes,
    ).toMatchObject([{ action: 'no-op', address: `${WORKSPACE}.v`, movedFrom: `${WORKSPACE}.w` }]);
  });
});

function stackPart(): object {
  return { w: { name: 'w', location: 'westeurope' } };
}
