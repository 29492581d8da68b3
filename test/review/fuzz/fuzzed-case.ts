import { AzureMlError } from '../../../lib/core/errors';
import { compareStacks } from '../../../lib/review/compare/synth/compare-stacks';
import { type ReviewInput, ReviewSource } from '../../../lib/review/model';
import { readPlans } from '../../../lib/review/read/read-plans';
import { Review } from '../../../lib/review/review';
import { NOW } from '../meaning/fixtures';
import { anyValue, mutate, mutateText } from './mutations';
import { outputProblems, type Renderers } from './output-problems';
import { Random } from './random';
import { plantSecret } from './secrets';

/** What plans and stacks are made of before anything is done to them. */
export interface FuzzMaterial {
  /** Changes of resources of real plans, as JSON. */
  readonly changes: readonly string[];
  /** Changes of outputs of real plans, as JSON. */
  readonly outputs: readonly string[];
  /** Synthesized stacks, as JSON. */
  readonly stacks: readonly string[];
}

/** Everything wrong with one case, that its seed decides; nothing where the input is refused. */
export function problemsOfCase(
  seed: number,
  material: FuzzMaterial,
  renderers: Renderers,
): readonly string[] {
  const random = new Random(seed);
  try {
    const input = inputOf(random, material);
    return input === undefined ? [] : outputProblems(Review.of(input, { now: NOW }), renderers);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [`crashes: ${text.split('\n').slice(0, 6).join('\n')}`];
  }
}

function inputOf(random: Random, material: FuzzMaterial): ReviewInput | undefined {
  if (random.oneIn(10) && material.stacks.length > 0) return stacksOf(random, material);
  const isBroken = random.oneIn(6);
  const text = planText(random, material, !isBroken);
  const bytes = Buffer.from(isBroken ? mutateText(text, random) : text);
  try {
    return readPlans([{ name: random.oneIn(5) ? '-' : 'plan.json', bytes }]);
  } catch (error) {
    if (AzureMlError.isAzureMlError(error)) return undefined;
    throw error;
  }
}

function stacksOf(random: Random, { stacks }: FuzzMaterial): ReviewInput {
  const read = () => {
    const document = JSON.parse(random.of(stacks)) as Record<string, unknown>;
    for (let times = random.below(8); times > 0; times -= 1) mutate(document, random);
    return { document: random.oneIn(20) ? anyValue(random) : document };
  };
  const stack = compareStacks({
    name: JSON.stringify(anyValue(random)),
    base: read(),
    head: read(),
  });
  return { stacks: [stack], source: ReviewSource.SYNTH, tellsLifecycle: true };
}

/** A plan of some changes, mutated, then with secrets that are marked as such, unless marks may be broken next. */
function planText(random: Random, { changes, outputs }: FuzzMaterial, hasSecrets: boolean): string {
  const parsed = (texts: readonly string[], most: number) =>
    random.some(texts, most).map((text) => JSON.parse(text) as unknown);
  const plan: Record<string, unknown> = {
    resource_changes: parsed(changes, 5),
    resource_drift: parsed(changes, 1),
    deferred_changes: parsed(changes, 1).map((resource_change) => ({
      reason: 'absent_prereq',
      resource_change,
    })),
    output_changes: Object.fromEntries(
      parsed(outputs, 2).map((output, index) => [`o${String(index)}`, output]),
    ),
    checks: [{ status: 'fail', address: { to_display: 'c' }, instances: [] }],
  };
  for (let times = random.below(6); times > 0; times -= 1) mutate(plan, random);
  for (const change of hasSecrets ? changesIn(plan) : []) {
    if (random.oneIn(2)) plantSecret(change, random);
  }
  return JSON.stringify({ format_version: random.of(['0.1', '0.2', '1.0', '1.2']), ...plan });
}

function changesIn(plan: Record<string, unknown>): readonly unknown[] {
  const items = (key: string) => (Array.isArray(plan[key]) ? (plan[key] as unknown[]) : []);
  const member = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  const resources = [
    ...items('resource_changes'),
    ...items('resource_drift'),
    ...items('deferred_changes').map((one) => member(one, 'resource_change')),
  ];
  const outputs = plan['output_changes'];
  return [
    ...resources.map((one) => member(one, 'change')),
    ...(typeof outputs === 'object' && outputs !== null ? Object.values(outputs) : []),
  ];
}
