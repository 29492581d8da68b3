/** What operations of a type must have, as paths from the operation, such as `inputs.method`. */
export interface OperationType {
  readonly needs: readonly string[];
  /** Parts that hold actions of their own. */
  readonly holds?: readonly string[];
}

const CONNECTION = 'inputs.host.connection';

/**
 * Types of triggers, with the keys that each requires.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#trigger-types-list
 * @see https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json
 */
export const TRIGGER_TYPES: ReadonlyMap<string, OperationType> = new Map([
  ['ApiConnection', { needs: [CONNECTION, 'inputs.method', 'inputs.path', 'recurrence'] }],
  ['ApiConnectionNotification', { needs: [CONNECTION, 'inputs.fetch', 'inputs.subscribe'] }],
  ['ApiConnectionWebhook', { needs: [CONNECTION, 'inputs.path'] }],
  ['ApiManagement', { needs: ['inputs.api', 'inputs.method', 'recurrence'] }],
  ['ApiManagementWebhook', { needs: ['inputs.api'] }],
  ['Batch', { needs: ['inputs.configurations', 'inputs.mode'] }],
  ['Http', { needs: ['inputs.method', 'inputs.uri', 'recurrence'] }],
  ['HttpWebhook', { needs: ['inputs.subscribe'] }],
  ['Recurrence', { needs: ['recurrence'] }],
  ['Request', { needs: [] }],
  ['SlidingWindow', { needs: ['recurrence'] }],
]);

const VARIABLE = { needs: ['inputs.name', 'inputs.value'] };
const CODED = { needs: ['inputs'] };

/**
 * Types of actions, with the keys that each requires.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers#action-types-list
 * @see https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json
 */
export const ACTION_TYPES: ReadonlyMap<string, OperationType> = new Map<string, OperationType>([
  ['ApiConnection', { needs: [CONNECTION, 'inputs.method', 'inputs.path'] }],
  ['ApiConnectionWebhook', { needs: [CONNECTION, 'inputs.path'] }],
  ['ApiManagement', { needs: ['inputs.api', 'inputs.method'] }],
  ['AppendToArrayVariable', VARIABLE],
  ['AppendToStringVariable', VARIABLE],
  ['As2Decode', CODED],
  ['As2Encode', CODED],
  ['Compose', { needs: ['inputs'] }],
  ['DecrementVariable', { needs: ['inputs.name'] }],
  ['EdifactDecode', CODED],
  ['EdifactEncode', CODED],
  ['Expression', CODED],
  ['FlatFileDecoding', CODED],
  ['FlatFileEncoding', CODED],
  ['Foreach', { needs: ['foreach', 'actions'], holds: ['actions'] }],
  ['Function', { needs: ['inputs.function.id'] }],
  ['Http', { needs: ['inputs.method', 'inputs.uri'] }],
  ['HttpWebhook', { needs: ['inputs.subscribe'] }],
  ['If', { needs: ['expression', 'actions'], holds: ['actions', 'else.actions'] }],
  ['IncrementVariable', { needs: ['inputs.name'] }],
  ['InitializeVariable', { needs: ['inputs.variables'] }],
  ['IntegrationAccountArtifactLookup', CODED],
  ['JavaScriptCode', { needs: ['inputs.code'] }],
  ['Join', { needs: ['inputs.from', 'inputs.joinWith'] }],
  ['Liquid', CODED],
  ['ParseJson', { needs: ['inputs.content', 'inputs.schema'] }],
  ['Query', { needs: ['inputs.from', 'inputs.where'] }],
  ['Response', { needs: ['inputs.statusCode'] }],
  ['Scope', { needs: [], holds: ['actions'] }],
  ['Select', { needs: ['inputs.from', 'inputs.select'] }],
  ['SendToBatch', { needs: ['inputs.batchName', 'inputs.content', 'inputs.host'] }],
  ['SetVariable', VARIABLE],
  ['Switch', { needs: ['expression', 'cases'], holds: ['cases.*.actions', 'default.actions'] }],
  ['Table', { needs: ['inputs.from', 'inputs.format'] }],
  ['Terminate', { needs: ['inputs.runStatus'] }],
  ['Until', { needs: ['expression', 'limit', 'actions'], holds: ['actions'] }],
  ['Wait', { needs: ['inputs'] }],
  ['Workflow', { needs: ['inputs.host.triggerName', 'inputs.host.workflow.id'] }],
  ['X12Decode', CODED],
  ['X12Encode', CODED],
  ['XmlValidation', CODED],
  ['Xslt', CODED],
]);
