import { FindingStatus } from '../../../lib/policy/finding';
import type { Review } from '../../../lib/review/review';
import { LEVELS, verbOf } from '../../../lib/review/render/words';
import { describeTerraform } from '../../support/terraform';
import { expectApproved } from './expected-files';
import type { GoldenCase } from './golden-case';
import { type MadePlan, Planner } from './planner';
import { rendered } from './rendered';

/** Tests of reviews that a reader has approved, of plans that Terraform makes for them. */
export function describeGoldens(what: string, cases: readonly GoldenCase[]): void {
  describeTerraform(`the review of ${what}`, () => {
    const planner = new Planner();

    afterAll(() => planner.dispose());

    test.each(cases.map((one) => [one.name, one] as const))(
      'is as approved: %s',
      async (_, one) => {
        const plans: MadePlan[] = [];
        for (const plan of one.plans) plans.push(await planner.plan(plan));
        const { review, forms } = await rendered(plans);
        expectApproved(one.name, forms);
        expect(`${LEVELS[review.verdict.level]}: ${review.verdict.headline}`).toBe(one.verdict);
        expect(saidInOrder(plainly(forms.md), one.says)).toEqual(one.says);
        expect(findingsOf(review)).toEqual([...one.findings].sort());
        if (one.changes !== undefined) expect(changesOf(review)).toEqual([...one.changes].sort());
      },
    );
  });
}

/** Markdown as it is read: without what keeps text from being markup. */
function plainly(markdown: string): string {
  return markdown.replaceAll(/\\(?=[^A-Za-z0-9\s])|[`*\u200b]/g, '');
}

/** Those sentences that are there, each after the one before. */
function saidInOrder(text: string, sentences: readonly string[]): readonly string[] {
  let from = 0;
  return sentences.filter((sentence) => {
    const place = text.indexOf(sentence, from);
    if (place >= 0) from = place + sentence.length;
    return place >= 0;
  });
}

function findingsOf({ findings }: Review): readonly string[] {
  return findings
    .map(({ check, severity, status, label }) => {
      const told = `${severity} ${check.id} ${label}`;
      return status === FindingStatus.INTRODUCED ? told : `(${told})`;
    })
    .sort();
}

function changesOf({ changes }: Review): readonly string[] {
  return changes
    .map((change) => `${verbOf(change)} ${change.address.replaceAll(/_[0-9A-F]{8}(?=$|\[)/g, '')}`)
    .sort();
}
