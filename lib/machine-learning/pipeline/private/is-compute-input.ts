import type { ICompute } from '../../compute/compute-types';
import type { ComputeInput } from '../compute-input';

/** Whether a compute is the one that an input of a pipeline names. */
export function isComputeInput(compute: ICompute | undefined): compute is ComputeInput {
  return compute !== undefined && '_inputOwner' in compute;
}
