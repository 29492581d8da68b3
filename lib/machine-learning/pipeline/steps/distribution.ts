import { validateValue } from '../../../core/validation';
import type { ArmObject } from '../../../azapi/azapi-types';
import {
  PROCESS_COUNT_SHAPE,
  PROCESS_COUNT_RULES,
  TENSOR_FLOW_RULES,
  TENSOR_FLOW_SHAPE,
} from './private/distribution-rules';

/** How the nodes of a step share its work. */
export class Distribution {
  /**
   * MPI: the service starts the processes through `mpirun`.
   *
   * @param processCountPerInstance processes on each node, at least 1; 1 by default
   * @throws UnscopedValidationError StepProcessCountOutOfRange
   */
  public static mpi(processCountPerInstance?: number): Distribution {
    return processes('mpi', processCountPerInstance);
  }

  /**
   * PyTorch: the service starts the processes and sets `RANK`, `MASTER_ADDR` and the like.
   *
   * @param processCountPerInstance processes on each node, at least 1; 1 by default, usually one for each GPU
   * @throws UnscopedValidationError StepProcessCountOutOfRange
   */
  public static pyTorch(processCountPerInstance?: number): Distribution {
    return processes('pytorch', processCountPerInstance);
  }

  /**
   * TensorFlow: the service sets `TF_CONFIG`.
   *
   * @param workerCount workers, at least 1; by default as many as there are nodes
   * @param parameterServerCount parameter servers, at least 0; 0 by default
   * @throws UnscopedValidationError StepProcessCountOutOfRange
   */
  public static tensorFlow(workerCount?: number, parameterServerCount?: number): Distribution {
    validateValue({ workerCount, parameterServerCount }, TENSOR_FLOW_SHAPE, TENSOR_FLOW_RULES);
    return new Distribution({
      type: 'tensorflow',
      ...(workerCount === undefined ? {} : { worker_count: workerCount }),
      ...(parameterServerCount === undefined
        ? {}
        : { parameter_server_count: parameterServerCount }),
    });
  }

  /** @internal */
  public constructor(
    /** As command components spell it. @internal */
    public readonly spec: ArmObject,
  ) {}
}

function processes(type: string, processCountPerInstance: number | undefined): Distribution {
  validateValue({ processCountPerInstance }, PROCESS_COUNT_SHAPE, PROCESS_COUNT_RULES);
  return new Distribution({
    type,
    ...(processCountPerInstance === undefined
      ? {}
      : { process_count_per_instance: processCountPerInstance }),
  });
}
