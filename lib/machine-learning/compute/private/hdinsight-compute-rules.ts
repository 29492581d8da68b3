import { armIdRule } from '../../../core/arm-id-rule';
import { Is, type Rule, type Shape } from '../../../core/validation';
import type { HDInsightComputeProps } from '../hdinsight-compute';
import { ATTACHED_COMPUTE_SHAPE } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';
import { CREDENTIALS, SSH_TARGET_RULES, SSH_TARGET_SHAPE } from './ssh-credentials-rules';

type Resolved = HDInsightComputeProps & Required<Pick<HDInsightComputeProps, 'sshPort'>>;

export const HDINSIGHT_COMPUTE_SHAPE: Shape<Resolved> = {
  ...ATTACHED_COMPUTE_SHAPE,
  ...SSH_TARGET_SHAPE,
  clusterId: Is.text,
  credentials: CREDENTIALS,
};

export const HDINSIGHT_COMPUTE_RULES: readonly Rule<Resolved>[] = [
  computeNameRule,
  armIdRule({
    code: 'HdInsightClusterIdInvalid',
    property: 'clusterId',
    type: 'Microsoft.HDInsight/clusters',
  }),
  ...SSH_TARGET_RULES,
];
