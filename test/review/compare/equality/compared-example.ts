import { folderOf } from '../../../support/folder';
import { expectOk, TerraformWorkdir } from '../../../support/terraform';
import { ExampleVersions, type WrittenStack } from './edited-example';
import { EXAMPLE_EDITS } from './example-edits';
import { disagreements, judgedByPlan, judgedBySynth } from './judged-reviews';

/** What went otherwise than expected, by change. */
export type Unexpected = Readonly<Record<string, readonly string[]>>;

/**
 * Reviews changes of an example twice, by real plans and by what is synthesized: creation, deletion, nothing, and
 * every edit. The stack is applied once; each change is planned on that.
 */
export async function unexpectedIn(example: string): Promise<Unexpected> {
  const versions = new ExampleVersions(example);
  const workdir = await TerraformWorkdir.create();
  const found: Record<string, readonly string[]> = {};
  const compare = async (what: string, base: string, head: WrittenStack, proof: string) => {
    await workdir.write(head.text, head.folder);
    const { plan } = expectOk(await workdir.plan('-refresh=false'));
    const byPlan = judgedByPlan(plan, head.text);
    const hasEffect = byPlan.changes.some((change) => change.startsWith(proof));
    const told = [
      ...disagreements(judgedBySynth(base, head.folder), byPlan),
      ...(hasEffect || proof === '' ? [] : [`is planned without ${proof}`]),
      ...(proof !== '' || byPlan.changes.length === 0 ? [] : ['is planned with changes']),
    ];
    if (told.length > 0) found[what] = told;
  };
  try {
    const base = await versions.synthesize();
    await workdir.write(base.text, base.folder);
    expectOk(await workdir.init());
    await compare('creation', folderOf({}), base, 'create ');
    expectOk(await workdir.applyPlan());
    await compare('nothing', base.folder, base, '');
    await compare('deletion', base.folder, emptied(base), 'delete ');
    for (const [what, { edits, proof }] of Object.entries(EXAMPLE_EDITS[example] ?? {})) {
      await compare(what, base.folder, await versions.synthesize(edits, base), proof);
    }
    return found;
  } finally {
    await workdir.dispose();
  }
}

/** The stack without anything in it. */
function emptied({ text }: WrittenStack): WrittenStack {
  const kept = ['//', 'terraform', 'provider', 'variable'];
  const document = Object.entries(JSON.parse(text) as object).filter(([key]) => kept.includes(key));
  const empty = JSON.stringify(Object.fromEntries(document));
  return { folder: folderOf({ 'cdk.tf.json': empty }), text: empty };
}
