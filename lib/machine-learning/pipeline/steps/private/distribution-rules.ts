import { Is, isOutside, type Rule, type Shape } from '../../../../core/validation';

interface ProcessCount {
  readonly processCountPerInstance?: number | undefined;
}

interface TensorFlow {
  readonly workerCount?: number | undefined;
  readonly parameterServerCount?: number | undefined;
}

export const PROCESS_COUNT_SHAPE: Shape<ProcessCount> = {
  processCountPerInstance: Is.optional(Is.integer),
};

export const PROCESS_COUNT_RULES: readonly Rule<ProcessCount>[] = [
  atLeast('processCountPerInstance', 1),
];

export const TENSOR_FLOW_SHAPE: Shape<TensorFlow> = {
  workerCount: Is.optional(Is.integer),
  parameterServerCount: Is.optional(Is.integer),
};

export const TENSOR_FLOW_RULES: readonly Rule<TensorFlow>[] = [
  atLeast('workerCount', 1),
  atLeast('parameterServerCount', 0),
];

function atLeast<K extends string>(
  property: K,
  least: number,
): Rule<{ readonly [P in K]?: number | undefined }> {
  return {
    code: 'StepProcessCountOutOfRange',
    check: (props) =>
      isOutside(props[property], least, Number.MAX_SAFE_INTEGER)
        ? { property, must: `be at least ${String(least)}`, got: props[property] }
        : undefined,
  };
}
