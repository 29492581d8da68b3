import type { Rule } from '../../../core/validation';
import type { ICompute } from '../../compute/compute-types';
import { isComputeInput } from './is-compute-input';

/**
 * The default compute is a setting of the run, outside of the pipeline component whose inputs its nodes name: the
 * component has no settings of its own.
 *
 * @see azure-ai-ml, `PipelineComponent._check_ignored_keys`
 */
export const defaultComputeRule: Rule<{ readonly defaultCompute?: ICompute }> = {
  code: 'DefaultComputeIsInput',
  check: ({ defaultCompute }) =>
    isComputeInput(defaultCompute)
      ? {
          property: 'defaultCompute',
          must: 'be a compute itself, as settings of a run stand outside of the pipeline and cannot name its inputs',
          got: `input ${defaultCompute._inputName}`,
          fix: "give the steps pipeline.computeInput('<name>') as their compute",
        }
      : undefined,
};
