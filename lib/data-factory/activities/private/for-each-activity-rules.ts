import { Is, isOutside, isUnresolved, type Rule, type Shape } from '../../../core/validation';
import type { ForEachActivityProps } from '../for-each-activity';
import { ACTIVITIES, expressionFinding, someFinding } from './container-rules';

/** Properties of a loop with their defaults, apart from what all activities have. */
export type ResolvedForEach = Required<
  Pick<ForEachActivityProps, 'items' | 'activities' | 'sequential'>
> &
  Pick<ForEachActivityProps, 'batchCount'>;

export const FOR_EACH_SHAPE: Shape<ResolvedForEach> = {
  items: Is.text,
  activities: ACTIVITIES,
  sequential: Is.boolean,
  batchCount: Is.optional(Is.integer),
};

/** @see https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity#type-properties */
export const FOR_EACH_RULES: readonly Rule<ResolvedForEach>[] = [
  { code: 'ForEachItemsInvalid', check: ({ items }) => expressionFinding('items', items) },
  {
    code: 'ForEachActivitiesMissing',
    check: ({ activities }) => someFinding('activities', activities),
  },
  {
    code: 'ForEachBatchCountOutOfRange',
    check: ({ batchCount }) =>
      isOutside(batchCount, 1, 50)
        ? { property: 'batchCount', must: 'be between 1 and 50, inclusive', got: batchCount }
        : undefined,
  },
  {
    code: 'ForEachBatchCountUnused',
    check: ({ sequential, batchCount }) =>
      !isUnresolved(sequential) && sequential && batchCount !== undefined
        ? {
            property: 'batchCount',
            must: 'not be given where items come one after the other',
            got: batchCount,
          }
        : undefined,
  },
];
