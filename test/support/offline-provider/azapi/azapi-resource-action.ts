import { Refusal } from '../protocol/diagnostics';
import type { ApplyInput, PlanInput, PlanOutput, StateOutput } from '../provider';
import type { RecordedRequest } from '../azure/request-log';
import { merged } from '../azure/json-merge';
import { withoutWriteOnly } from '../schema/computed';
import { isJsonObject, toJson, type Json, type JsonObject } from '../wire/json';
import { textOf, UNKNOWN, type ObjectValue } from '../wire/value';
import { validateArguments } from './argument-rules';
import type { AzapiContext, AzapiKind } from './azapi-kind';
import { queryOf } from './request-query';
import { outputFor } from './export-values';
import { withPlannedDefaults } from './planned-defaults';
import { replacedBy } from './replacement-rules';
import { checkIdType, parseType } from './resource-type';
import { sameJson } from '../wire/canonical-json';
import { sensitivePart } from './sensitive-body';

/** `azapi_resource_action`: one request, when the resource is applied or destroyed. */
export const AZAPI_RESOURCE_ACTION: AzapiKind = {
  validate: validateArguments,
  plan,
  apply,
  read: (_, state) => ({ ...state, when: state['when'] ?? 'apply' }),
};

function plan({ block }: AzapiContext, input: PlanInput): PlanOutput {
  const { prior, proposed, config, privateData } = input;
  const base = withoutWriteOnly(
    withPlannedDefaults('azapi_resource_action', proposed, config),
    block,
  );
  const isSame = (name: string): boolean => prior !== null && sameJson(base[name], prior[name]);
  const output = isSame('body') && isSame('response_export_values');
  const sensitive = isSame('body') && isSame('sensitive_response_export_values');
  const planned: ObjectValue = {
    ...base,
    id: prior?.['id'] ?? UNKNOWN,
    exist: prior === null ? UNKNOWN : (prior['exist'] ?? null),
    output: output ? (prior?.['output'] ?? null) : UNKNOWN,
    sensitive_output: sensitive ? (prior?.['sensitive_output'] ?? null) : UNKNOWN,
  };
  return {
    planned,
    requiresReplace: prior === null ? [] : replacedBy('azapi_resource_action', prior, planned),
    privateData,
  };
}

function apply(context: AzapiContext, input: ApplyInput): StateOutput {
  const { prior, planned, config, privateData } = input;
  if (planned === null || config === null) {
    if (prior?.['when'] === 'destroy') perform(context, prior, {});
    return { state: null, privateData };
  }
  const state = { ...planned, id: actionId(planned), exist: null };
  if (planned['when'] !== 'apply') {
    return { state: { ...state, output: null, sensitive_output: null }, privateData };
  }
  const answer = perform(context, planned, sensitivePart(config, prior));
  return {
    state: {
      ...state,
      output: outputFor(answer, planned['response_export_values'] ?? null, {}),
      sensitive_output: outputFor(answer, planned['sensitive_response_export_values'] ?? null, {}),
    },
    privateData,
  };
}

function actionId(state: ObjectValue): string {
  const id = textOf(state['resource_id']) ?? '';
  checkIdType(id, textOf(state['type']) ?? '');
  const action = textOf(state['action']);
  return action === undefined || action === '' ? id : `${id}/${action}`;
}

/** Sends the request; without an action it goes to the resource itself. */
function perform(context: AzapiContext, state: ObjectValue, secrets: JsonObject): JsonObject {
  const { store } = context.service;
  const id = textOf(state['resource_id']) ?? '';
  if (!store.isKnownAbsent(id)) return answered(context, state, requestBody(state, secrets));
  if (state['ignore_not_found'] === true) return {};
  throw new Refusal(
    'Failed to perform action',
    `performing action ${textOf(state['action']) ?? ''} of ${id}: 404 ResourceNotFound: the resource does not exist`,
  );
}

function answered({ service }: AzapiContext, state: ObjectValue, body: Json): JsonObject {
  const id = textOf(state['resource_id']) ?? '';
  const action = textOf(state['action']) ?? '';
  const method = (textOf(state['method']) ?? 'POST') as RecordedRequest['method'];
  const options = {
    terraformType: 'azapi_resource_action',
    query: queryOf(state, 'query_parameters'),
  };
  if (action !== '' || method === 'POST') return service.action(method, id, action, body, options);
  if (method === 'DELETE') {
    service.delete(id, options);
    return {};
  }
  if (method === 'PUT' || method === 'PATCH') {
    const sent = isJsonObject(body) ? body : {};
    const whole = method === 'PUT' ? sent : merged(service.store.get(id)?.body ?? {}, sent);
    const { armType } = parseType(textOf(state['type']) ?? '');
    service.put({ id, type: armType, body: whole, sent, method, ...options });
  }
  return service.get(id) ?? {};
}

function requestBody(state: ObjectValue, secrets: JsonObject): Json {
  const body = toJson(state['body'] ?? null);
  return isJsonObject(body) ? merged(body, secrets) : body;
}
