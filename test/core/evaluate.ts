import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  DefaultTokenResolver,
  StringConcat,
  TerraformOutput,
  TerraformStack,
  Tokenization,
} from 'cdktf';

const ENV = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };

/** `describe` where terraform is on PATH or must be (CI), else a skip that says why. */
export function describeTerraform(name: string, body: () => void): void {
  if (hasTerraform() || process.env['CI'] !== undefined) describe(name, body);
  else describe.skip(`${name} (no terraform on PATH)`, body);
}

/** A stack without providers, as only built-in resources need none. */
export function plainStack(): TerraformStack {
  return new TerraformStack(new App({ outdir: tmpdir() }), 'core');
}

/** The Terraform JSON that a stack synthesizes to, after the preparation that synthesis does. */
export function synthesized(stack: TerraformStack): object {
  stack.prepareStack();
  const json = stack.toTerraform() as Record<string, unknown>;
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'terraform'));
}

/** What the synthesized file of a stack holds for a value. */
export function emitted(value: unknown, stack = plainStack()): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope: stack, resolver, preparing: false }) as unknown;
}

/** What Terraform makes of values, in order, when they are outputs of a stack. */
export function evaluate(values: readonly unknown[], stack = plainStack()): readonly unknown[] {
  values.forEach((value, index) => {
    new TerraformOutput(stack, `o${String(index)}`, { value, staticId: true });
  });
  const dir = mkdtempSync(join(tmpdir(), 'core-evaluate-'));
  try {
    writeFileSync(join(dir, 'main.tf.json'), JSON.stringify(synthesized(stack)));
    terraform(dir, 'init', '-input=false', '-no-color');
    terraform(dir, 'apply', '-auto-approve', '-input=false', '-no-color');
    const outputs = JSON.parse(terraform(dir, 'output', '-json')) as Record<
      string,
      { value: unknown }
    >;
    return values.map((_, index) => outputs[`o${String(index)}`]?.value);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function terraform(cwd: string, ...args: readonly string[]): string {
  return execFileSync('terraform', args, {
    cwd,
    env: ENV,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { env: ENV, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
