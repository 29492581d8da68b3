import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { BinaryDatasetProps } from '../binary-dataset';
import { DATASET_PROPS_RULES, DATASET_PROPS_SHAPE } from './dataset-rules';

type Resolved = BinaryDatasetProps & { readonly name: string };

export const BINARY_DATASET_SHAPE: Shape<Resolved> = {
  ...DATASET_PROPS_SHAPE,
  linkedService: Is.having(
    'a linked service to a storage account',
    'linkedServiceName',
    'factory',
    'storageAccount',
    'dataLake',
  ),
  container: Is.text,
  path: Is.optional(Is.text),
  file: Is.optional(Is.text),
};

export const BINARY_DATASET_RULES: readonly Rule<Resolved>[] = [
  ...DATASET_PROPS_RULES,
  {
    code: 'BinaryDatasetPathInvalid',
    check: ({ path }) =>
      mismatches(path, /^(?:@[^]*|[^/\\]+(?:\/[^/\\]+)*)$/)
        ? {
            property: 'path',
            must: 'be a path such as incoming/daily, without slashes around it and empty segments',
            got: path,
          }
        : undefined,
  },
  {
    code: 'BinaryDatasetFileInvalid',
    check: ({ file }) =>
      mismatches(file, /^(?:@[^]*|[^/\\]+)$/)
        ? { property: 'file', must: 'be the name of a file, without slashes', got: file }
        : undefined,
  },
];
