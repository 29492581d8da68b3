import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  describeTerraform,
  errorsOf,
  expectOk,
  isOnPath,
  TerraformFailure,
  terraformLevel,
} from '../support/terraform';
import { applied, freshWorkdir } from './fresh-workdir';
import { stackOf } from './stack';

describe('tests that need Terraform', () => {
  test.each<[string, boolean, string, string]>([
    ['run where there is one', true, '', 'run'],
    ['run in CI', true, 'true', 'run'],
    ['are skipped where there is none', false, '', 'skip'],
    ['fail in CI where there is none', false, 'true', 'fail'],
  ])('%s', (_, isAvailable, ci, expected) => {
    expect(terraformLevel(isAvailable, ci)).toBe(expected);
  });

  test('look for programs that can be run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'path-'));
    await writeFile(join(folder, 'runs'), '', { mode: 0o755 });
    await writeFile(join(folder, 'does-not'), '', { mode: 0o644 });
    expect(isOnPath('runs', `/nowhere:${folder}`)).toBe(true);
    expect(isOnPath('does-not', folder)).toBe(false);
    expect(isOnPath('absent', folder)).toBe(false);
    await rm(folder, { recursive: true });
  });
});

describeTerraform('the workdir', () => {
  const fresh = freshWorkdir();

  test('fails only where it is told to, with what Terraform said', async () => {
    await fresh.workdir.write(stackOf({}, { output: { x: { value: '${nothing.here}' } } }));
    const result = await fresh.workdir.init();
    const validated = await fresh.workdir.validate();
    expect(result.exitCode).toBe(0);
    expect(validated.exitCode).toBe(1);
    expect(() => expectOk(validated)).toThrow(TerraformFailure);
    expect(() => expectOk(validated)).toThrow(
      /terraform exited with 1:\nReference to undeclared resource/,
    );
  });

  test('takes assets from beside the stack', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stack-'));
    await mkdir(join(folder, 'assets', 'code', 'abc'), { recursive: true });
    await writeFile(join(folder, 'assets', 'code', 'abc', 'train.py'), 'print()');
    await fresh.workdir.write(
      stackOf({}, { output: { text: { value: '${file("assets/code/abc/train.py")}' } } }),
      folder,
    );
    expectOk(await fresh.workdir.init());
    expectOk(await fresh.workdir.apply());
    expect(await fresh.workdir.output()).toEqual({ text: 'print()' });
    await rm(folder, { recursive: true });
  });

  test('takes a stack without assets, as text', async () => {
    await fresh.workdir.write(JSON.stringify(stackOf({})), tmpdir());
    expectOk(await fresh.workdir.init());
  });

  test('tells an empty plan from one that has something to do', async () => {
    const group = { azurerm_resource_group: { rg: { name: 'rg', location: 'westeurope' } } };
    await applied(fresh.workdir, stackOf(group));
    expect((await fresh.workdir.plan()).exitCode).toBe(0);
    await fresh.workdir.write(stackOf({}));
    expect((await fresh.workdir.plan()).exitCode).toBe(2);
    await fresh.workdir.write(stackOf({ azurerm_nothing: { x: {} } }));
    const failed = await fresh.workdir.plan();
    expect(failed.exitCode).toBe(1);
    expect(failed.plan).toBeUndefined();
    expect(errorsOf(failed).join()).toContain('Invalid resource type');
  });

  test('hides the Terraform and Azure settings of the machine', async () => {
    process.env['TF_VAR_hidden'] = 'seen';
    await fresh.workdir.write(
      stackOf(
        {},
        {
          variable: { hidden: { default: 'unseen' } },
          output: { hidden: { value: '${var.hidden}' } },
        },
      ),
    );
    expectOk(await fresh.workdir.init());
    expectOk(await fresh.workdir.apply());
    delete process.env['TF_VAR_hidden'];
    expect(await fresh.workdir.output()).toEqual({ hidden: 'unseen' });
  });
});
