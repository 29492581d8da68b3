import { armIdRule } from '../../core/arm-id-rule';
import { Is, isOutside, mismatches, type Rule, type Shape } from '../../core/validation';
import type { ApplicationInsightsProps } from '../application-insights';

export const INSIGHTS_SHAPE: Shape<ApplicationInsightsProps> = {
  name: Is.text,
  resourceGroup: Is.having('a resource group', 'resourceGroupId', 'resourceGroupName', 'location'),
  location: Is.optional(Is.text),
  logAnalyticsWorkspaceId: Is.optional(Is.text),
  retentionInDays: Is.optional(Is.integer),
  tags: Is.optional(Is.map(Is.string)),
};

/** Tighter than Azure's own rule, so that a workspace of logs can carry the same name. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9-]{2,56}[A-Za-z0-9]$/;

export const INSIGHTS_RULES: readonly Rule<ApplicationInsightsProps>[] = [
  {
    code: 'ApplicationInsightsNameInvalid',
    check: ({ name }) =>
      mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 4 to 58 letters, digits and hyphens, starting and ending with a letter or digit',
            got: name,
          }
        : undefined,
  },
  armIdRule({
    code: 'LogAnalyticsWorkspaceIdInvalid',
    property: 'logAnalyticsWorkspaceId',
    type: 'Microsoft.OperationalInsights/workspaces',
  }),
  {
    code: 'RetentionNotApplicable',
    check: ({ retentionInDays, logAnalyticsWorkspaceId }) =>
      retentionInDays !== undefined && logAnalyticsWorkspaceId !== undefined
        ? {
            property: 'retentionInDays',
            must: 'be left out where logAnalyticsWorkspaceId is given',
            got: retentionInDays,
            fix: 'set the retention of that workspace where it is declared',
          }
        : undefined,
  },
  {
    code: 'RetentionOutOfRange',
    check: ({ retentionInDays }) =>
      isOutside(retentionInDays, 30, 730)
        ? {
            property: 'retentionInDays',
            must: 'be between 30 and 730 days, inclusive',
            got: retentionInDays,
          }
        : undefined,
  },
];

interface InsightsAttributes {
  readonly applicationInsightsId: string;
}

export const INSIGHTS_ATTRIBUTES_SHAPE: Shape<InsightsAttributes> = {
  applicationInsightsId: Is.text,
};

export const INSIGHTS_ATTRIBUTES_RULES: readonly Rule<InsightsAttributes>[] = [
  armIdRule({
    code: 'ApplicationInsightsIdInvalid',
    property: 'applicationInsightsId',
    type: 'Microsoft.Insights/components',
  }),
];
