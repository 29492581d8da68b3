import { Is, type Shape } from '../../../core/validation';
import { DATASET, LINKED_SERVICE } from '../../private/property-types';
import type { ActivityProps } from '../activity';
import type { RawActivityProps } from '../raw-activity';

/** Properties with their defaults, apart from what all activities have. */
export type ResolvedRawActivity = Omit<
  RawActivityProps,
  keyof ActivityProps | 'inputs' | 'outputs'
> &
  Required<Pick<RawActivityProps, 'inputs' | 'outputs'>>;

export const RAW_ACTIVITY_SHAPE: Shape<ResolvedRawActivity> = {
  type: Is.text,
  typeProperties: Is.known(Is.object),
  linkedService: Is.optional(LINKED_SERVICE),
  inputs: Is.known(Is.list(DATASET)),
  outputs: Is.known(Is.list(DATASET)),
  policy: Is.optional(Is.known(Is.object)),
};
