import { Is, type Rule, type Shape } from '../../../core/validation';
import { linkedServiceNameFinding } from '../../linked-services/private/linked-service-rules';
import type { DatasetProps, RawDatasetProps } from '../dataset';

type Resolved = DatasetProps & { readonly name: string };

export const DATASET_PROPS_SHAPE: Shape<Resolved> = {
  name: Is.text,
  description: Is.optional(Is.text),
  folder: Is.optional(Is.text),
};

export const RAW_DATASET_SHAPE: Shape<RawDatasetProps & { readonly name: string }> = {
  ...DATASET_PROPS_SHAPE,
  linkedService: Is.having('a linked service', 'linkedServiceName', 'factory'),
  type: Is.text,
  typeProperties: Is.known(Is.object),
};

/** Datasets are named as linked services are. */
export const DATASET_PROPS_RULES: readonly Rule<Resolved>[] = [
  { code: 'DatasetNameInvalid', check: ({ name }) => linkedServiceNameFinding(name) },
];
