import { dirname } from 'node:path';
import { synthesizeExample } from '../support/examples';
import { exampleNames } from '../support/repository';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';

const EXAMPLES = exampleNames();

describeTerraform('every example', () => {
  test.each(EXAMPLES)(
    '%s is initialized, validated, planned, applied, settled and destroyed',
    async (name) => {
      for (const { document, file } of await synthesizeExample(name)) {
        const workdir = await TerraformWorkdir.create();
        try {
          await workdir.write(JSON.stringify(document), dirname(file));
          expectOk(await workdir.init());
          expect((await workdir.validate()).diagnostics).toEqual([]);
          const { plan } = expectOk(await workdir.plan());
          expect(actionsOf(plan?.resource_changes)).toEqual(['create']);
          expect(errorsOf(await workdir.applyPlan())).toEqual([]);
          const second = expectOk(await workdir.plan());
          expect(actionsOf(second.plan?.resource_changes)).toEqual([]);
          expect(second.exitCode).toBe(0);
          expect(errorsOf(await workdir.destroy())).toEqual([]);
          expect(workdir.provider.store.ids()).toEqual([]);
        } finally {
          await workdir.dispose();
        }
      }
    },
  );
});

function actionsOf(
  changes: readonly { readonly change: { readonly actions: readonly string[] } }[] | undefined,
): readonly string[] {
  const actions = (changes ?? []).map(({ change }) => change.actions.join());
  return [...new Set(actions)].filter((action) => action !== 'no-op' && action !== 'read');
}
