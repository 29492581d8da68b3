import * as fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describeTerraform } from '../../support/terraform';
import { evaluated } from './evaluated';
import { expressions, VARIABLES } from './generate';

const COUNT = Number(process.env['PULUMI_EXPRESSIONS'] ?? 400);
const SEED = Number(process.env['PULUMI_SEED'] ?? 20_260);
const FAILED = 'failed';

/** What Terraform's console makes of expressions; `undefined` where it refuses one. */
function terraformConsole(texts: readonly string[]): readonly unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'pulumi-console-'));
  const tried = texts.map((text) => `\${try(jsonencode({ v = ${text} }), "${FAILED}")}`);
  const variables = Object.fromEntries(
    Object.keys(VARIABLES).map((name) => [name, { type: 'any' }]),
  );
  writeFileSync(
    join(folder, 'main.tf.json'),
    JSON.stringify({ variable: variables, locals: { tried } }),
  );
  writeFileSync(join(folder, 'terraform.tfvars.json'), JSON.stringify(VARIABLES));
  const settings = join(folder, 'settings.tfrc');
  writeFileSync(settings, '');
  const { stdout, stderr } = spawnSync('terraform', ['console', '-no-color'], {
    cwd: folder,
    input: 'base64encode(jsonencode(local.tried))\n',
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: settings },
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(stderr).toBe('');
  const results = JSON.parse(
    Buffer.from(JSON.parse(stdout) as string, 'base64').toString(),
  ) as string[];
  return results.map((json) =>
    json === FAILED ? undefined : (JSON.parse(json) as { readonly v: unknown }).v,
  );
}

describeTerraform('expressions', () => {
  test(`of ${COUNT} generated ones, come to what Terraform makes of them (seed ${SEED})`, () => {
    const texts = fc.sample(expressions.any, { numRuns: COUNT, seed: SEED });
    const terraform = terraformConsole(texts);
    expect(terraform).toHaveLength(texts.length);
    const compared = texts.map((text, index) => ({
      text,
      ours: evaluated(`\${${text}}`),
      terraform: terraform[index],
    }));
    const valid = compared.filter(({ terraform: theirs }) => theirs !== undefined);
    const known = valid.filter(({ ours }) => ours !== undefined);
    const different = known.filter(
      ({ ours, terraform: theirs }) => !isDeepStrictEqual(ours, theirs),
    );
    expect(different).toEqual([]);
    expect(known.length / valid.length).toBeGreaterThan(0.9);
    expect(valid.length / texts.length).toBeGreaterThan(0.7);
  });
});
