import { Lazy, TerraformOutput, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { ApplicationInsights, type ApplicationInsightsProps } from '../../lib/monitor';
import { ResourceGroup } from '../../lib/resource-manager/resource-group';
import { Template } from '../../lib/testing';
import { fuzzArguments, fuzzProps } from '../support/fuzz';
import { codesIn, freshStack, GROUP_ID } from '../support/stack';

const LOGS_ID = `${GROUP_ID}/providers/Microsoft.OperationalInsights/workspaces/log-before`;
const INSIGHTS_ID = `${GROUP_ID}/providers/Microsoft.Insights/components/appi-before`;

const groupIn = (scope: Construct) =>
  ResourceGroup.fromResourceGroupAttributes(scope, 'Group', { resourceGroupId: GROUP_ID });

const insightsIn = (scope: Construct, props: Partial<ApplicationInsightsProps> = {}) =>
  new ApplicationInsights(scope, 'Insights', {
    name: 'appi-churn',
    resourceGroup: groupIn(scope),
    ...props,
  });

function templateOf(props: Partial<ApplicationInsightsProps> = {}): Template {
  const stack = freshStack();
  insightsIn(stack, props);
  return Template.fromStack(stack);
}

describe('Application Insights', () => {
  test('stores its data in a workspace of logs that is made for it, for thirty days', () => {
    const template = templateOf();
    expect(template.resource('azurerm_log_analytics_workspace')).toEqual({
      name: 'appi-churn-logs',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      sku: 'PerGB2018',
      retention_in_days: 30,
    });
    expect(template.resource('azurerm_application_insights')).toEqual({
      name: 'appi-churn',
      resource_group_name: 'rg-before',
      location: 'westeurope',
      application_type: 'web',
      workspace_id: expect.stringMatching(
        /^\$\{azurerm_log_analytics_workspace\.Insights_Logs_\w+\.id\}$/,
      ),
    });
  });

  test('stores its data in the workspace of logs that is given', () => {
    const template = templateOf({ logAnalyticsWorkspaceId: LOGS_ID });
    template.hasNoResource('azurerm_log_analytics_workspace');
    template.hasResource('azurerm_application_insights', { workspace_id: LOGS_ID });
  });

  test('gives region and tags to its logs as well', () => {
    const template = templateOf({ location: 'northeurope', tags: { note: '${{x}}' } });
    const expected = { location: 'northeurope', tags: { note: '$${{x}}' } };
    template.hasResource('azurerm_application_insights', expected);
    template.hasResource('azurerm_log_analytics_workspace', expected);
  });

  test('refers to its id', () => {
    const stack = freshStack();
    new TerraformOutput(stack, 'id', { value: insightsIn(stack).applicationInsightsId });
    expect(Template.fromStack(stack).output('id')['value']).toMatch(
      /^\$\{azurerm_application_insights\.Insights_\w+\.id\}$/,
    );
  });
});

describe('the name of Application Insights', () => {
  test.each(['abcd', 'a'.repeat(58), '0-1A', Lazy.stringValue({ produce: () => '' })])(
    'may be %p',
    (name) => {
      expect(codesIn(() => insightsIn(freshStack(), { name }))).toEqual([]);
    },
  );

  test.each(['abc', 'a'.repeat(59), '-abc', 'abc-', 'a_bc', 'a.bc', 'a bc', 'abcä', 'abcd\n'])(
    'fails to be %p',
    (name) => {
      expect(codesIn(() => insightsIn(freshStack(), { name }))).toEqual([
        'ApplicationInsightsNameInvalid',
      ]);
    },
  );
});

describe('the retention of logs', () => {
  const variable = () => new TerraformVariable(freshStack(), 'days', {}).numberValue;

  test.each([30, 31, 730, variable()])('may be %p days', (retentionInDays) => {
    expect(codesIn(() => insightsIn(freshStack(), { retentionInDays }))).toEqual([]);
  });

  test.each([
    [29, 'RetentionOutOfRange'],
    [731, 'RetentionOutOfRange'],
    [0, 'RetentionOutOfRange'],
    [-1, 'RetentionOutOfRange'],
    [30.5, 'PropertyTypeInvalid'],
  ])('fails to be %p days', (retentionInDays, code) => {
    expect(codesIn(() => insightsIn(freshStack(), { retentionInDays }))).toEqual([code]);
  });

  test('is emitted', () => {
    templateOf({ retentionInDays: 90 }).hasResource('azurerm_log_analytics_workspace', {
      retention_in_days: 90,
    });
  });

  test('fails where the logs are not made here', () => {
    const props = { logAnalyticsWorkspaceId: LOGS_ID, retentionInDays: 30 };
    expect(codesIn(() => insightsIn(freshStack(), props))).toEqual(['RetentionNotApplicable']);
  });
});

describe('a workspace of logs that is given', () => {
  test.each([LOGS_ID, Lazy.stringValue({ produce: () => 'x' })])('may be %p', (id) => {
    expect(codesIn(() => insightsIn(freshStack(), { logAnalyticsWorkspaceId: id }))).toEqual([]);
  });

  test.each(['log-before', GROUP_ID, INSIGHTS_ID])('fails to be %s', (id) => {
    expect(codesIn(() => insightsIn(freshStack(), { logAnalyticsWorkspaceId: id }))).toEqual([
      'LogAnalyticsWorkspaceIdInvalid',
    ]);
  });
});

describe('existing Application Insights', () => {
  const known = (id: string, stack = freshStack()) =>
    ApplicationInsights.fromApplicationInsightsId(stack, 'Insights', id);

  test('emit nothing', () => {
    const stack = freshStack();
    expect(known(INSIGHTS_ID, stack).applicationInsightsId).toBe(INSIGHTS_ID);
    Template.fromStack(stack).hasNoResource('azurerm_application_insights');
  });

  test('may be known by a variable', () => {
    expect(codesIn(() => known(Lazy.stringValue({ produce: () => 'x' })))).toEqual([]);
  });

  test.each(['appi-before', GROUP_ID, LOGS_ID])('fail to be %s', (id) => {
    expect(codesIn(() => known(id))).toEqual(['ApplicationInsightsIdInvalid']);
  });
});

fuzzProps(
  'Application Insights',
  (scope) => ({
    name: 'appi-churn',
    resourceGroup: groupIn(scope),
    location: 'westeurope',
    retentionInDays: 30,
    tags: { team: 'churn' },
  }),
  (scope, props) => new ApplicationInsights(scope, 'It', props),
);

fuzzProps(
  'Application Insights on logs that are given',
  (scope) => ({
    name: 'appi-churn',
    resourceGroup: groupIn(scope),
    logAnalyticsWorkspaceId: LOGS_ID,
  }),
  (scope, props) => new ApplicationInsights(scope, 'It', props),
);

fuzzArguments(
  'existing Application Insights',
  () => ({ id: INSIGHTS_ID }),
  (scope, { id }) => ApplicationInsights.fromApplicationInsightsId(scope, 'It', id),
);
