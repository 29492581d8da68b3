import { readPlans } from '../../../lib/review/read/read-plans';
import type { ResourceChange, ReviewedStack } from '../../../lib/review/model';

/** A change as a plan has it, with what a test says of it. */
export function planned(type: string, change: object, more: object = {}): object {
  return {
    address: `${type}.x`,
    mode: 'managed',
    type,
    name: 'x',
    provider_name: 'registry.terraform.io/hashicorp/azurerm',
    change: { actions: ['update'], after_unknown: {}, ...change },
    ...more,
  };
}

/** The stack of a plan, made of its parts. */
export function stackOf(parts: object): ReviewedStack {
  const [stack] = readPlans([
    { name: 'churn.json', bytes: Buffer.from(JSON.stringify({ format_version: '1.2', ...parts })) },
  ]).stacks;
  if (stack === undefined) throw new TypeError('a plan has a stack');
  return stack;
}

/** The only change of a plan. */
export function changeOf(change: object): ResourceChange {
  const [found] = stackOf({ resource_changes: [change] }).resources;
  if (found === undefined) throw new TypeError('the plan has a change');
  return found;
}
