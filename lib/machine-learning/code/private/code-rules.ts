import { Is, type Shape } from '../../../core/validation';
import type { CodeOptions } from '../code-options';

export const CODE_SHAPE: Shape<CodeOptions> = {
  maxFiles: Is.optional(Is.known(Is.integer)),
  maxSizeMiB: Is.optional(Is.known(Is.number)),
  includes: Is.optional(Is.known(Is.list(Is.known(Is.text)))),
  hashPaths: Is.optional(Is.known(Is.list(Is.known(Is.text)))),
};
