import {
  ChangeAction,
  type Difference,
  DifferenceKind,
  type PlanValue,
  type ResourceChange,
  type ReviewedStack,
  type ReviewInput,
  ReviewSource,
} from '../../../lib/review/model';
import { Review, type ReviewOptions } from '../../../lib/review/review';

/** A Sunday, some days after clocks were put back in Europe. */
export const NOW = new Date('2026-11-22T12:00:00Z');

/** A change in the form of the model; what is not given is as plain as can be. */
export function changed(given: Partial<ResourceChange>): ResourceChange {
  const { before, after, address = 'azapi_resource.Thing_00000000' } = given;
  const base: ResourceChange = {
    stack: 'churn',
    address,
    type: address.slice(0, address.indexOf('.')),
    name: address.slice(address.indexOf('.') + 1),
    provider: 'registry.terraform.io/azure/azapi',
    mode: 'managed',
    label: 'thing',
    action: actionOf(before, after),
    isDrift: false,
    forcedBy: [],
    differences: before === undefined || after === undefined ? [] : differencesOf(before, after),
  };
  return { ...base, ...given };
}

function actionOf(before: PlanValue | undefined, after: PlanValue | undefined): ChangeAction {
  if (before === undefined) return ChangeAction.CREATE;
  return after === undefined ? ChangeAction.DELETE : ChangeAction.UPDATE;
}

/** What differs, leaf by leaf. */
export function differencesOf(
  before: PlanValue,
  after: PlanValue,
  path: readonly string[] = [],
): readonly Difference[] {
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key): readonly Difference[] => {
      const [old, young] = [before[key], after[key]];
      if (old === undefined && young === undefined) return [];
      if (old === undefined) {
        return [{ path: [...path, key], kind: DifferenceKind.ADDED, after: young }];
      }
      return young === undefined
        ? [{ path: [...path, key], kind: DifferenceKind.REMOVED, before: old }]
        : differencesOf(old, young, [...path, key]);
    });
  }
  return JSON.stringify(before) === JSON.stringify(after) && before === after
    ? []
    : JSON.stringify(before) === JSON.stringify(after) && Array.isArray(before)
      ? []
      : [{ path, kind: DifferenceKind.CHANGED, before, after }];
}

function isPlain(value: PlanValue): value is { readonly [key: string]: PlanValue } {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** One stack with these changes. */
export function stackOf(
  changes: readonly ResourceChange[],
  given: Partial<ReviewedStack> = {},
): ReviewedStack {
  return {
    name: 'churn',
    changes,
    resources: changes,
    outputs: [],
    checks: [],
    notes: [],
    ...given,
  };
}

/** A review of these changes by plan. */
export function reviewed(
  changes: readonly ResourceChange[],
  options: ReviewOptions = {},
  given: Partial<ReviewInput> = {},
): Review {
  return Review.of(
    { stacks: [stackOf(changes)], source: ReviewSource.PLAN, ...given },
    { now: NOW, ...options },
  );
}

/** What each change means. */
export function meaningOf(...changes: readonly ResourceChange[]): readonly string[] {
  return reviewed(changes).changes.flatMap(({ meaning }) => meaning);
}
