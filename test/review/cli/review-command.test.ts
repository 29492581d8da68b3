import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../lib/cli/run';
import { folderOf } from '../../support/folder';

async function ran(...args: readonly string[]) {
  const out: string[] = [];
  const notes: string[] = [];
  const code = await run(['review', ...args], {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  return { code, out: out.join('\n'), notes: notes.join('\n') };
}

function planFile(...changes: readonly object[]): string {
  const file = join(folderOf({}), 'churn.json');
  writeFileSync(file, JSON.stringify({ format_version: '1.2', resource_changes: changes }));
  return file;
}

function change(type: string, actions: readonly string[]): object {
  const state = { name: 'thing' };
  return {
    address: `${type}.x`,
    mode: 'managed',
    type,
    name: 'x',
    change: { actions, before: state, after: state },
  };
}

const NOTHING = change('azurerm_service_plan', ['no-op']);
const CREATION = change('azurerm_service_plan', ['create']);
const DANGER = change('azurerm_machine_learning_workspace', ['delete', 'create']);

describe('review', () => {
  test.each([
    ['nothing', NOTHING, 0],
    ['changes', CREATION, 10],
    ['dangerous changes', DANGER, 11],
  ])('exits by what it finds only when asked: %s', async (_, found, code) => {
    expect((await ran(planFile(found))).code).toBe(0);
    expect((await ran(planFile(found), '--exit-code')).code).toBe(code);
  });

  test.each([
    ['no input', [], 'ReviewInputMissing'],
    ['one folder of two', ['--base', 'x'], 'ReviewInputMissing'],
    ['plans and folders', ['p', '--base', 'x', '--head', 'y'], 'ReviewInputAmbiguous'],
    ['a file that is not there', ['nowhere.json'], 'InputFileMissing'],
    ['a pattern that fits none', ['nowhere/*.json'], 'InputFileMissing'],
    [
      'a folder that is not there',
      ['--base', 'nowhere', '--head', 'nowhere'],
      'SynthFolderInvalid',
    ],
    ['a format that there is not', ['p', '--format', 'yaml'], 'ReviewFormatUnknown'],
    ['too low a limit', ['p', '--limit', '1999'], 'ReviewLimitInvalid'],
    ['an option that there is not', ['--wrong'], 'CommandArgumentsInvalid'],
  ])('refuses %s with 2', async (_, args, code) => {
    const refused = await ran(...args);
    expect(refused.code).toBe(2);
    expect(refused.notes).toContain(`[${code}]`);
  });

  test('refuses what is no plan, and prices that are none, with 2', async () => {
    const file = join(folderOf({}), 'x.json');
    writeFileSync(file, '[]');
    const notPlan = await ran(file);
    const notPrices = await ran(planFile(CREATION), '--prices', file);
    expect([notPlan.code, notPrices.code]).toEqual([2, 2]);
    expect(notPlan.notes).toContain('[PlanInvalid]');
    expect(notPrices.notes).toContain('[PriceFileInvalid]');
  });

  test.each(['markdown', 'text', 'json', 'sarif', 'html'])('writes %s', async (format) => {
    const file = join(folderOf({}), 'out');
    const { code, out } = await ran(planFile(CREATION), '--format', format, '--out', file);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/\n$/);
  });

  test('expands patterns, and finds the constructs of plans', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'stacks', 'churn'), { recursive: true });
    writeFileSync(
      join(folder, 'stacks', 'churn', 'cdk.tf.json'),
      JSON.stringify({
        '//': { metadata: { stackName: 'churn-prod' } },
        resource: {
          azurerm_service_plan: { x: { '//': { metadata: { path: 'churn-prod/Plan/Resource' } } } },
        },
      }),
    );
    const plan = planFile(CREATION);
    const { code, out } = await ran(
      join(plan, '..', '*.json'),
      '--synth',
      folder,
      '--format',
      'json',
    );
    expect(code).toBe(0);
    expect(out).toContain('churn-prod/Plan/Resource');
  });
});
