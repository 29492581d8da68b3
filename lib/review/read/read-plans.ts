import { type ReviewInput, type ReviewedStack, ReviewSource } from '../model';
import type { ConstructPaths } from './construct-paths';
import type { InputBytes } from './input-bytes';
import { stackNameOf } from './input-name';
import { planDocuments } from './plan-document';
import { planStack } from './plan-stack';

/**
 * What plans do, as `terraform show -json` writes them.
 *
 * @param synthesized constructs of the synthesized stacks, with the `lifecycle` of their resources, where they are given
 * @throws UnscopedValidationError PlanInvalid, PlanFormatUnsupported
 */
export function readPlans(
  inputs: readonly InputBytes[],
  synthesized: readonly ConstructPaths[] = [],
): ReviewInput {
  const stacks: ReviewedStack[] = [];
  for (const input of inputs) {
    for (const document of planDocuments(input)) {
      stacks.push(planStack(document, stackNameOf(document.name), synthesized));
    }
  }
  return { stacks, source: ReviewSource.PLAN, tellsLifecycle: synthesized.length > 0 };
}
