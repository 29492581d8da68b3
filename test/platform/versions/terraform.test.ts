import { pruneVersions } from '../../../lib/platform/versions/prune-versions';
import { writeFileSync } from 'node:fs';
import {
  describeTerraform,
  errorsOf,
  expectOk,
  type PlannedChange,
  TerraformWorkdir,
} from '../../support/terraform';
import { codeId, newFile, synthesize } from './setup';

/** Instances of the versions in a plan, by what is to be done with them. */
function actions(changes: readonly PlannedChange[] = []) {
  const told = changes.map(({ address, change }) => [
    `${change.actions.join()}${change.importing === undefined ? '' : ' imported'}`,
    /-([abc])(?:-Files)?(?:\[|$)/.exec(address)?.[1] ?? address,
  ]);
  return Object.fromEntries(
    [...new Set(told.map(([action = '']) => action))]
      .sort()
      .map((action) => [
        action,
        [...new Set(told.filter(([a]) => a === action).map(([, v]) => v))].sort(),
      ]),
  );
}

describeTerraform('versions', () => {
  let workdir: TerraformWorkdir;
  let file: string;

  /** Publishes versions and says what Terraform plans; */
  const publish = async (versions: readonly string[], place?: string, apply = true) => {
    const { json } = synthesize({ churn: versions }, file, place === undefined ? {} : { place });
    await workdir.write(json());
    const { plan } = expectOk(await workdir.plan());
    if (apply) {
      expect(errorsOf(await workdir.applyPlan())).toEqual([]);
      expect(await workdir.planIsEmpty()).toBe(true);
    }
    return actions(plan?.resource_changes);
  };

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    const { json } = synthesize({ churn: [] }, newFile());
    await workdir.write(json());
    expectOk(await workdir.init());
  });

  beforeEach(async () => {
    await workdir.clear();
    file = newFile();
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test('of other content are created, and those before forgotten, not destroyed', async () => {
    expect(await publish(['a'])).toEqual({ create: ['a'] });
    expect(await publish(['a'])).toEqual({ 'no-op': ['a'] });
    expect(await publish(['b'])).toEqual({ create: ['b'], forget: ['a'] });
    expect(await publish(['b'])).toEqual({ 'no-op': ['b'] });
    expect(workdir.provider.store.get(codeId('a'))).toBeDefined();
  });

  test('that were forgotten are adopted when they are declared again', async () => {
    await publish(['a']);
    await publish(['b']);
    expect(await publish(['a'])).toEqual({ forget: ['b'], 'no-op imported': ['a'] });
    expect(await publish(['b'])).toEqual({ forget: ['a'], 'no-op imported': ['b'] });
    expect(await publish(['a', 'b'])).toEqual({ 'no-op': ['b'], 'no-op imported': ['a'] });
    const requests = workdir.provider.requests.entries();
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('that were written down but never applied are created when they are declared again', async () => {
    await publish(['a']);
    await publish(['b'], undefined, false);
    await publish(['c'], undefined, false);
    expect(await publish(['b'])).toEqual({ create: ['b'], forget: ['a'] });
  });

  test('are created in a new environment, whatever the file tells of another', async () => {
    await publish(['a']);
    await publish(['b']);
    await publish(['a']);
    await workdir.clear();
    expect(await publish(['a'])).toEqual({ create: ['a'] });
  });

  test('are adopted where a construct was renamed', async () => {
    await publish(['a']);
    expect(await publish(['a'], 'Renamed')).toEqual({ forget: ['a'], 'no-op imported': ['a'] });
  });

  test('are forgotten also where none is declared any more', async () => {
    await publish(['a']);
    expect(await publish([])).toEqual({ forget: ['a'] });
  });

  test('are destroyed with their stack, but for those that were forgotten', async () => {
    await publish(['a']);
    await publish(['b']);
    workdir.provider.requests.clear();
    await workdir.destroy();
    const gone = workdir.provider.requests
      .entries()
      .filter(({ method }) => method === 'DELETE')
      .map(({ id }) => id);
    expect(gone).toContain(codeId('b'));
    expect(gone).not.toContain(codeId('a'));
  });

  test('that are declared again are not imported by a destruction', async () => {
    await publish(['a']);
    await publish(['b']);
    await publish(['a'], undefined, false);
    workdir.provider.requests.clear();
    await workdir.destroy();
    const gone = workdir.provider.requests.entries().map(({ id }) => id);
    expect(gone).toContain(codeId('b'));
    expect(gone).not.toContain(codeId('a'));
  });

  test('that are given up are destroyed while the state has them, and are created anew later', async () => {
    await publish(['a']);
    await publish(['b']);
    await publish(['c'], undefined, false);
    const { addresses, commands } = pruneVersions({ file, write: true });
    expect(addresses).toHaveLength(4);
    expect(commands).toContain(
      `az rest --method delete --url '${codeId('a')}?api-version=2025-06-01'`,
    );
    expect(await publish(['c'])).toEqual({ create: ['c'], delete: ['b'] });
    workdir.provider.store.delete(codeId('a'));
    for (const id of workdir.provider.store.ids().filter((one) => one.includes('/blobs/a%2F'))) {
      workdir.provider.store.delete(id);
    }
    expect(await publish(['a'])).toEqual({ create: ['a'], forget: ['c'] });
  });

  test('without their file are destroyed, so that keeping it means something', async () => {
    await publish(['a']);
    writeFileSync(file, '');
    expect(await publish(['b'])).toEqual({ create: ['b'], delete: ['a'] });
  });
});
