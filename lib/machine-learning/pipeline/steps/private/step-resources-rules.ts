import {
  Is,
  mismatches,
  problemsOf,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../../core/validation';
import type { StepResources } from '../step-resources';
import type { Sized } from './step-resources-body';

const SHAPE: Shape<StepResources> = {
  instanceType: Is.optional(Is.text),
  shmSize: Is.optional(Is.text),
  dockerArgs: Is.optional(Is.text),
};

/** The type of the resources of a step. */
export const RESOURCES: PropertyType = {
  name: 'an object of strings: instanceType, shmSize, dockerArgs',
  accepts: (value) => problemsOf(value, SHAPE).length === 0,
};

export const RESOURCES_RULES: readonly Rule<Sized>[] = [
  {
    code: 'StepShmSizeInvalid',
    check: ({ resources }) =>
      mismatches(resources?.shmSize, /^[1-9]\d*[bkmgBKMG]$/)
        ? {
            property: 'resources.shmSize',
            must: 'be digits and one of b, k, m and g, such as 16g',
            got: resources?.shmSize,
          }
        : undefined,
  },
];
