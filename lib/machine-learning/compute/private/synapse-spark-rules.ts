import { armIdRule } from '../../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../../core/validation';
import type { SynapseSparkComputeProps } from '../synapse-spark-compute';
import { ATTACHED_COMPUTE_SHAPE, IDENTITY } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';

export const SYNAPSE_SPARK_SHAPE: Shape<SynapseSparkComputeProps> = {
  ...ATTACHED_COMPUTE_SHAPE,
  sparkPoolId: Is.text,
  identity: Is.optional(IDENTITY),
};

export const SYNAPSE_SPARK_RULES: readonly Rule<SynapseSparkComputeProps>[] = [
  computeNameRule,
  armIdRule({
    code: 'SparkPoolIdInvalid',
    property: 'sparkPoolId',
    type: 'Microsoft.Synapse/workspaces/bigDataPools',
  }),
];
