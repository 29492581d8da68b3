import { App, LocalBackend, TerraformStack } from 'cdktf';
import { AzapiProvider } from '../../lib/azapi';
import type {
  AzapiResourceActionConfig,
  AzapiResourceConfig,
  AzapiUpdateResourceConfig,
} from '../../lib/azapi';
import { ActionMethod, ActionTime } from '../../lib/azapi';

export const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555';
export const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-churn`;
export const WORKFLOW = 'Microsoft.Logic/workflows@2019-05-01';

/** A stack that has the azapi provider and nothing else. */
export function azapiStack(): TerraformStack {
  const stack = new TerraformStack(new App(), 'azapi');
  new AzapiProvider(stack, 'azapi');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  return stack;
}

const RETRY = { errorMessageRegex: ['not yet'], intervalSeconds: 5, maxIntervalSeconds: 60 };
const TIMEOUTS = { create: '1m', update: '2m', read: '3m', delete: '4m' };
const PARAMETERS = { 'api-version': ['a', 'b'] };

/** Every attribute of a resource, and what it becomes. */
export const RESOURCE: AzapiResourceConfig = {
  type: WORKFLOW,
  name: 'la-churn',
  parentId: GROUP_ID,
  location: 'westeurope',
  body: { properties: { definition: { triggers: {} } } },
  sensitiveBody: { properties: { parameters: { key: { value: 'k' } } } },
  sensitiveBodyVersion: { 'properties.parameters': '1' },
  responseExportValues: { endpoint: 'properties.accessEndpoint' },
  retry: RETRY,
  timeouts: TIMEOUTS,
  locks: [GROUP_ID],
  identity: { type: 'UserAssigned', identityIds: [`${GROUP_ID}/identity`] },
  tags: { team: 'churn' },
  schemaValidationEnabled: false,
  createQueryParameters: PARAMETERS,
  readQueryParameters: PARAMETERS,
  updateQueryParameters: PARAMETERS,
  deleteQueryParameters: { underlyingResourceAction: ['Detach'] },
  replaceTriggersRefs: ['body.properties.definition'],
};

export const RESOURCE_JSON = {
  type: WORKFLOW,
  name: 'la-churn',
  parent_id: GROUP_ID,
  location: 'westeurope',
  body: { properties: { definition: { triggers: {} } } },
  sensitive_body: { properties: { parameters: { key: { value: 'k' } } } },
  sensitive_body_version: { 'properties.parameters': '1' },
  response_export_values: { endpoint: 'properties.accessEndpoint' },
  retry: { error_message_regex: ['not yet'], interval_seconds: 5, max_interval_seconds: 60 },
  timeouts: TIMEOUTS,
  locks: [GROUP_ID],
  identity: [{ type: 'UserAssigned', identity_ids: [`${GROUP_ID}/identity`] }],
  tags: { team: 'churn' },
  schema_validation_enabled: false,
  create_query_parameters: PARAMETERS,
  read_query_parameters: PARAMETERS,
  update_query_parameters: PARAMETERS,
  delete_query_parameters: { underlyingResourceAction: ['Detach'] },
  replace_triggers_refs: ['body.properties.definition'],
};

/** Every attribute of an update, and what it becomes. */
export const UPDATE: AzapiUpdateResourceConfig = {
  type: WORKFLOW,
  resourceId: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`,
  body: { properties: { state: 'Disabled' } },
  sensitiveBody: { properties: { parameters: {} } },
  sensitiveBodyVersion: { 'properties.parameters': '2' },
  responseExportValues: { state: 'properties.state' },
  retry: { errorMessageRegex: ['conflict'] },
  timeouts: { update: '5m' },
  locks: [GROUP_ID],
  readQueryParameters: PARAMETERS,
  updateQueryParameters: PARAMETERS,
  replaceTriggersExternalValues: { version: 'v3', list: ['${{x}}'] },
};

export const UPDATE_JSON = {
  type: WORKFLOW,
  resource_id: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`,
  body: { properties: { state: 'Disabled' } },
  sensitive_body: { properties: { parameters: {} } },
  sensitive_body_version: { 'properties.parameters': '2' },
  response_export_values: { state: 'properties.state' },
  retry: { error_message_regex: ['conflict'] },
  timeouts: { update: '5m' },
  locks: [GROUP_ID],
  read_query_parameters: PARAMETERS,
  update_query_parameters: PARAMETERS,
  replace_triggers_external_values: { version: 'v3', list: ['$${{x}}'] },
};

/** Every attribute of an action, and what it becomes. */
export const ACTION: AzapiResourceActionConfig = {
  type: WORKFLOW,
  resourceId: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`,
  action: 'disable',
  method: ActionMethod.PUT,
  when: ActionTime.DESTROY,
  body: { reason: '%{going}' },
  sensitiveBody: { secret: 's' },
  sensitiveBodyVersion: { secret: '1' },
  responseExportValues: { done: 'status' },
  sensitiveResponseExportValues: { key: 'keys[0].value' },
  headers: { 'x-note': '${{now}}' },
  queryParameters: PARAMETERS,
  retry: RETRY,
  timeouts: { delete: '6m' },
  locks: [GROUP_ID],
};

export const ACTION_JSON = {
  type: WORKFLOW,
  resource_id: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`,
  action: 'disable',
  method: 'PUT',
  when: 'destroy',
  body: { reason: '%%{going}' },
  sensitive_body: { secret: 's' },
  sensitive_body_version: { secret: '1' },
  response_export_values: { done: 'status' },
  sensitive_response_export_values: { key: 'keys[0].value' },
  headers: { 'x-note': '$${{now}}' },
  query_parameters: PARAMETERS,
  retry: { error_message_regex: ['not yet'], interval_seconds: 5, max_interval_seconds: 60 },
  timeouts: { delete: '6m' },
  locks: [GROUP_ID],
};
