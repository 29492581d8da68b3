import { Is, type Rule, type Shape } from '../../../core/validation';
import { DATASET } from '../../private/property-types';
import type { GetMetadataActivityProps } from '../get-metadata-activity';
import { MetadataField } from '../metadata-field';

type Own = Pick<GetMetadataActivityProps, 'dataset' | 'fields'>;

export const GET_METADATA_SHAPE: Shape<Own> = {
  dataset: DATASET,
  fields: Is.known(Is.list(Is.oneOf(Object.values(MetadataField)))),
};

export const GET_METADATA_RULES: readonly Rule<Own>[] = [
  {
    code: 'MetadataFieldsMissing',
    check: ({ fields }) =>
      fields.length === 0
        ? { property: 'fields', must: 'hold at least one field', got: fields }
        : undefined,
  },
];
