import { Is, type Rule, type Shape } from '../../../core/validation';
import { DataAccess } from '../../linked-services/data-access';
import { DATASET } from '../../private/property-types';
import type { CopyActivityProps } from '../copy-activity';

/** Properties with their defaults, apart from those of the policy. */
export type ResolvedCopy = Pick<CopyActivityProps, 'from' | 'to' | 'source' | 'sink'> &
  Required<Pick<CopyActivityProps, 'recursive'>>;

export const COPY_SHAPE: Shape<ResolvedCopy> = {
  from: DATASET,
  to: DATASET,
  recursive: Is.boolean,
  source: Is.optional(Is.known(Is.object)),
  sink: Is.optional(Is.known(Is.object)),
};

/** @see https://learn.microsoft.com/azure/data-factory/format-binary */
export const COPY_RULES: readonly Rule<ResolvedCopy>[] = [
  {
    code: 'CopySourceMissing',
    check: ({ from, source }) =>
      source === undefined && from.binary === undefined
        ? { property: 'source', must: 'be given for datasets that are not binary', got: source }
        : undefined,
  },
  {
    code: 'CopySinkMissing',
    check: ({ to, sink }) =>
      sink === undefined && to.binary === undefined
        ? { property: 'sink', must: 'be given for datasets that are not binary', got: sink }
        : undefined,
  },
  {
    code: 'CopyKindMismatch',
    check: ({ from, to }) =>
      to.binary === undefined || from.binary !== undefined
        ? undefined
        : {
            property: 'to',
            must: 'not be binary where from is not: binary files are copied to binary files only',
            got: to,
          },
  },
  {
    code: 'CopySinkReadOnly',
    check: ({ to }) =>
      to.binary?.access === DataAccess.READ
        ? {
            property: 'to',
            must: 'be in an account that the factory may write to',
            got: DataAccess.READ,
            fix: 'give its linked service access: DataAccess.READ_WRITE',
          }
        : undefined,
  },
];
