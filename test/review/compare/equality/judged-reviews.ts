import type { ReviewInput } from '../../../../lib/review/model';
import { ConstructPaths } from '../../../../lib/review/read/construct-paths';
import { readPlans } from '../../../../lib/review/read/read-plans';
import { readSynth } from '../../../../lib/review/read/synth-folder';
import { Review } from '../../../../lib/review/review';
import type { TerraformPlan } from '../../../support/terraform';

/** What a review says that others act on. */
export interface JudgedReview {
  readonly verdict: string;
  /** Status, check, severity and address of each finding. */
  readonly findings: readonly string[];
  /** Action and address of each change. */
  readonly changes: readonly string[];
}

function judged(input: ReviewInput): JudgedReview {
  const { verdict, findings, changes } = Review.of(input);
  return {
    verdict: `${verdict.level}: ${verdict.headline}`,
    findings: findings
      .map(({ check, status, severity, address }) =>
        [status, check.id, severity, address].join(' '),
      )
      .sort(),
    changes: changes
      .filter(({ isDrift }) => !isDrift)
      .map(({ action, address }) => `${action} ${address}`)
      .sort(),
  };
}

/** The review of two folders of a synthesized stack. */
export function judgedBySynth(base: string, head: string): JudgedReview {
  return judged(readSynth(base, head));
}

/** The review of a plan, beside the stack that it was made from. */
export function judgedByPlan(plan: TerraformPlan | undefined, stack: string): JudgedReview {
  const bytes = Buffer.from(JSON.stringify(plan));
  const document: unknown = JSON.parse(stack);
  return judged(readPlans([{ name: 'plan.json', bytes }], [ConstructPaths.in(document)]));
}

/** What only one of two reviews says, a line each. */
export function disagreements(bySynth: JudgedReview, byPlan: JudgedReview): readonly string[] {
  return [
    ...(bySynth.verdict === byPlan.verdict
      ? []
      : [`synthesized: ${bySynth.verdict}`, `planned: ${byPlan.verdict}`]),
    ...(['findings', 'changes'] as const).flatMap((key) => [
      ...onlyIn(bySynth[key], byPlan[key]).map((one) => `only synthesized: ${one}`),
      ...onlyIn(byPlan[key], bySynth[key]).map((one) => `only planned: ${one}`),
    ]),
  ];
}

function onlyIn(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((one) => !others.includes(one));
}
