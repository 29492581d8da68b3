import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/repository';
import { expectOk, terraformAvailable, TerraformWorkdir } from '../../support/terraform';
import { ExampleVersions, type SourceEdit } from '../compare/equality/edited-example';
import type { FuzzMaterial } from './fuzzed-case';

const PUBLIC = join(ROOT, '..', 'shared', 'samples', 'plans');

/** Of one example with all that a platform has, and of one with the definitions of a Data Factory. */
const EDITS: Readonly<Record<string, readonly SourceEdit[]>> = {
  '01-quickstart': [
    { from: "'mlw-churn'", to: "'mlw-retention'" },
    { from: 'minutes(5)', to: 'minutes(10)' },
  ],
  '08-data-factory': [
    { from: 'retry: 2, timeout', to: 'retry: 3, timeout' },
    { from: "at: '06:30'", to: "at: '07:30'" },
  ],
};

/** What real Terraform plans for the examples, and plans of other people where they are here. */
export async function realPlans(): Promise<FuzzMaterial> {
  const stacks: string[] = [];
  const plans: string[] = [];
  for (const [example, edits] of Object.entries(EDITS)) {
    const versions = new ExampleVersions(example);
    const base = await versions.synthesize();
    const head = await versions.synthesize(edits, base);
    stacks.push(base.text, head.text);
    if (terraformAvailable()) plans.push(...(await plansOf(base, head)));
  }
  plans.push(...publicPlans());
  const parsed = plans.map((text) => JSON.parse(text) as PlanText);
  return {
    stacks,
    changes: parsed.flatMap((plan) =>
      (plan.resource_changes ?? []).map((one) => JSON.stringify(one)),
    ),
    outputs: parsed.flatMap((plan) =>
      Object.values(plan.output_changes ?? {}).map((one) => JSON.stringify(one)),
    ),
  };
}

interface PlanText {
  readonly resource_changes?: readonly object[];
  readonly output_changes?: Readonly<Record<string, object>>;
}

interface Written {
  readonly folder: string;
  readonly text: string;
}

async function plansOf(base: Written, head: Written): Promise<readonly string[]> {
  const workdir = await TerraformWorkdir.create();
  try {
    await workdir.write(base.text, base.folder);
    expectOk(await workdir.init());
    const first = expectOk(await workdir.plan());
    expectOk(await workdir.applyPlan());
    await workdir.write(head.text, head.folder);
    const second = expectOk(await workdir.plan('-refresh=false'));
    return [first, second].map(({ plan }) => JSON.stringify(plan));
  } finally {
    await workdir.dispose();
  }
}

function publicPlans(): readonly string[] {
  if (!existsSync(PUBLIC)) return [];
  return readdirSync(PUBLIC)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(PUBLIC, name), 'utf8'))
    .filter((text) => text.startsWith('{') && text.length < 60_000);
}
