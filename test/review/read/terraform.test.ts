import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReviewInput } from '../../../lib/review/model';
import { readPlans } from '../../../lib/review/read/read-plans';
import { readSynth } from '../../../lib/review/read/synth-folder';
import { synthesizeExample } from '../../support/examples';
import { folderOf } from '../../support/folder';
import { describeTerraform, expectOk, TerraformWorkdir } from '../../support/terraform';

function told({ stacks }: ReviewInput): readonly string[] {
  return stacks
    .flatMap(({ changes }) => changes)
    .filter(({ isDrift }) => !isDrift)
    .map(({ action, address }) => `${action} ${address}`)
    .sort();
}

function synthesized(text: string): string {
  const folder = folderOf({});
  mkdirSync(join(folder, 'stacks', 's'), { recursive: true });
  writeFileSync(join(folder, 'stacks', 's', 'cdk.tf.json'), text);
  return folder;
}

describeTerraform('a change of an example', () => {
  test.each<[string, string, (text: string) => string]>([
    ['nothing', '05-schedules', (text) => text],
    [
      'another size',
      '05-schedules',
      (text) => text.replace(/Standard_[A-Z]+\d\w*/, 'Standard_E4s_v3'),
    ],
    ['another workspace', '01-quickstart', (text) => text.replace(/"mlw-[^"]*"/, '"mlw-other"')],
  ])('is told by the plan and without one alike: %s', async (_, example, edit) => {
    const [stack] = await synthesizeExample(example);
    const base = JSON.stringify(stack?.document);
    const head = edit(base);
    const workdir = await TerraformWorkdir.create();
    try {
      await workdir.write(base, join(stack?.file ?? '', '..'));
      expectOk(await workdir.init());
      expectOk(await workdir.apply());
      await workdir.write(head);
      const { plan } = expectOk(await workdir.plan());
      const byPlan = readPlans([{ name: 's.json', bytes: Buffer.from(JSON.stringify(plan)) }]);
      expect(told(readSynth(synthesized(base), synthesized(head)))).toEqual(told(byPlan));
    } finally {
      await workdir.dispose();
    }
  });
});
