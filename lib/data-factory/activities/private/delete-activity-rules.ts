import { Is, type Rule, type Shape } from '../../../core/validation';
import { DataAccess } from '../../linked-services/data-access';
import { DATASET } from '../../private/property-types';
import type { DeleteActivityProps } from '../delete-activity';

/** Properties with their defaults, apart from those of the policy. */
export type ResolvedDelete = Required<Pick<DeleteActivityProps, 'dataset' | 'recursive'>>;

export const DELETE_SHAPE: Shape<ResolvedDelete> = { dataset: DATASET, recursive: Is.boolean };

export const DELETE_RULES: readonly Rule<ResolvedDelete>[] = [
  {
    code: 'DeleteReadOnly',
    check: ({ dataset }) =>
      dataset.binary?.access === DataAccess.READ
        ? {
            property: 'dataset',
            must: 'be in an account that the factory may write to',
            got: DataAccess.READ,
            fix: 'give its linked service access: DataAccess.READ_WRITE',
          }
        : undefined,
  },
];
