import { armIdRule } from '../../../core/arm-id-rule';
import { Is, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { DataLakeAnalyticsComputeProps } from '../data-lake-analytics-compute';
import { ATTACHED_COMPUTE_SHAPE } from './attached-compute-shape';
import { computeNameRule } from './compute-shapes';

export const DATA_LAKE_ANALYTICS_SHAPE: Shape<DataLakeAnalyticsComputeProps> = {
  ...ATTACHED_COMPUTE_SHAPE,
  accountId: Is.text,
  dataLakeStoreAccountName: Is.optional(Is.text),
};

export const DATA_LAKE_ANALYTICS_RULES: readonly Rule<DataLakeAnalyticsComputeProps>[] = [
  computeNameRule,
  armIdRule({
    code: 'DataLakeAnalyticsAccountIdInvalid',
    property: 'accountId',
    type: 'Microsoft.DataLakeAnalytics/accounts',
  }),
  {
    code: 'DataLakeStoreAccountNameInvalid',
    check: ({ dataLakeStoreAccountName }) =>
      mismatches(dataLakeStoreAccountName, /^[a-z0-9]{3,24}$/)
        ? {
            property: 'dataLakeStoreAccountName',
            must: 'be 3 to 24 lower-case letters or digits',
            got: dataLakeStoreAccountName,
          }
        : undefined,
  },
];
