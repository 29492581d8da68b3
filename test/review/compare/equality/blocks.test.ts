import { folderOf } from '../../../support/folder';
import { describeTerraform, expectOk, TerraformWorkdir } from '../../../support/terraform';
import { BASE, BLOCK_EDITS, type Stack, UNMANAGED } from './block-edits';
import { disagreements, judgedByPlan, judgedBySynth } from './judged-reviews';

function folderWith(stack: Stack): { readonly folder: string; readonly text: string } {
  const text = JSON.stringify(stack);
  return { folder: folderOf({ 'cdk.tf.json': text }), text };
}

describeTerraform('a change of what no example has', () => {
  let workdir: TerraformWorkdir;
  const base = folderWith(BASE);

  beforeAll(async () => {
    workdir = await TerraformWorkdir.create();
    await workdir.write(base.text);
    expectOk(await workdir.init());
    expectOk(await workdir.apply());
    expectOk(await workdir.run('state', 'rm', UNMANAGED));
  });

  afterAll(async () => {
    await workdir.dispose();
  });

  test.each(Object.entries(BLOCK_EDITS))(
    'is reviewed the same with and without a plan: %s',
    async (_, { edit, changes, exceptions = [] }) => {
      const former = structuredClone(BASE);
      delete former.resource['azurerm_user_assigned_identity']?.['loose'];
      const head = structuredClone(former);
      edit(head);
      const [before, after] = [folderWith(former), folderWith(head)];
      await workdir.write(after.text);
      const { plan } = expectOk(await workdir.plan('-refresh=false'));
      const byPlan = judgedByPlan(plan, after.text);
      expect(byPlan.changes).toEqual([...changes].sort());
      expect(disagreements(judgedBySynth(before.folder, after.folder), byPlan)).toEqual(exceptions);
    },
  );
});
