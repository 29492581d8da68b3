import { readFileSync, writeFileSync } from 'node:fs';
import { run } from '../../lib/cli/run';
import { newFile } from '../platform/versions/setup';

const ARM =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w';
const BLOBS = 'https://st.blob.core.windows.net/code/churn/';

const LINES = [
  `churn azapi_resource.Code-1 forgotten ${ARM}/codes/churn/versions/1?api-version=2025-06-01`,
  `churn azapi_resource.Env-1 forgotten ${ARM}/environments/e/versions/1?api-version=2025-06-01`,
  `churn azapi_resource.Later forgotten \${var.workspace}/data/d/versions/1?api-version=2025-06-01`,
  `churn azapi_resource.Moved-1 forgotten ${ARM}/components/m/versions/1?api-version=2025-06-01`,
  `churn azapi_resource.Published-1 forgotten ${ARM}/components/train/versions/1?api-version=2025-06-01`,
  `churn azapi_resource.Published-2 declared ${ARM}/components/train/versions/2?api-version=2025-06-01`,
  `churn azapi_resource.Published-3 adopted ${ARM}/components/train/versions/3?api-version=2025-06-01`,
  `churn azurerm_storage_blob.Code-1_File forgotten ${BLOBS}1/`,
  `other azapi_resource.Moved-1 declared ${ARM}/components/m/versions/1?api-version=2025-06-01`,
  `other azapi_resource.Other-1 forgotten ${ARM}/components/o'1/versions/1?api-version=2025-06-01`,
];

async function prune(lines: readonly string[], ...args: readonly string[]) {
  const file = newFile();
  writeFileSync(file, `${lines.join('\n')}\n`);
  const out: string[] = [];
  const notes: string[] = [];
  await run(['prune', '--file', file, ...args], {
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
  });
  const left = readFileSync(file, 'utf8').split('\n');
  return { out, notes: notes.join('\n'), left: left.filter((l) => l !== '' && !l.startsWith('#')) };
}

describe('prune', () => {
  test('says how to delete what is forgotten, users before what they use', async () => {
    const { out } = await prune(LINES);
    expect(out.filter((line) => !line.startsWith('#'))).toEqual([
      String.raw`az rest --method delete --url '${ARM}/components/o'\''1/versions/1?api-version=2025-06-01'`,
      `az rest --method delete --url '${ARM}/components/train/versions/1?api-version=2025-06-01'`,
      `az rest --method delete --url '${ARM}/environments/e/versions/1?api-version=2025-06-01'`,
      `az rest --method delete --url '${ARM}/codes/churn/versions/1?api-version=2025-06-01'`,
      "az storage blob delete-batch --auth-mode login --account-name 'st' --source 'code' --pattern 'churn/1/*'",
    ]);
  });

  test('names the addresses in comments, so that the rest can be run as it is', async () => {
    const { out } = await prune(LINES, '--stack', 'other');
    expect(out[0]).toBe('# azapi_resource.Other-1');
    expect(out).toHaveLength(2);
  });

  test('changes nothing unless told to', async () => {
    const { left, notes } = await prune(LINES);
    expect(left).toEqual(LINES);
    expect(notes).toContain('nothing was changed');
  });

  test('takes out what is forgotten, not what is declared somewhere else', async () => {
    const { left, notes } = await prune(LINES, '--write');
    expect(left).toEqual([LINES[3], LINES[5], LINES[6], LINES[8]]);
    expect(notes).toContain('6 lines taken out');
  });

  test('leaves other stacks alone where one is named', async () => {
    const { left } = await prune(LINES, '--stack', 'other', '--write');
    expect(left).toEqual(LINES.slice(0, -1));
  });

  test('tells of what has no id before the apply', async () => {
    const { notes } = await prune(LINES);
    expect(notes).toContain('only Terraform knows the whole id of ${var.workspace}/data/d');
  });

  test('does nothing where nothing is forgotten', async () => {
    const { out, left, notes } = await prune([LINES[5] ?? ''], '--write');
    expect(out).toEqual([]);
    expect(left).toEqual([LINES[5]]);
    expect(notes).toContain('holds no forgotten versions');
  });
});
