import { Refusal } from '../protocol/diagnostics';
import type { ApplyInput, PlanInput, PlanOutput, StateOutput } from '../provider';
import type { ArmService } from '../azure/arm-service';
import type { RecordedRequest } from '../azure/request-log';
import { merged } from '../azure/json-merge';
import { withoutWriteOnly } from '../schema/computed';
import { isJsonObject, toJson, type Json, type JsonObject } from '../wire/json';
import { textOf, textOrEmpty, UNKNOWN, type ObjectValue, type Value } from '../wire/value';
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
  const planned: ObjectValue = {
    ...base,
    id: kept(prior, 'id'),
    exist: kept(prior, 'exist'),
    output: plannedOutput(base, prior, 'output', 'response_export_values'),
    sensitive_output: plannedOutput(
      base,
      prior,
      'sensitive_output',
      'sensitive_response_export_values',
    ),
  };
  return {
    planned,
    requiresReplace: prior === null ? [] : replacedBy('azapi_resource_action', prior, planned),
    privateData,
  };
}

/** A computed attribute that only creation computes. */
function kept(prior: ObjectValue | null, name: string): Value {
  return prior === null ? UNKNOWN : (prior[name] ?? null);
}

/** An output stays while the body and what is exported stay. */
function plannedOutput(
  base: ObjectValue,
  prior: ObjectValue | null,
  output: string,
  exported: string,
): Value {
  if (prior === null) return UNKNOWN;
  const isSame = ['body', exported].every((name) => sameJson(base[name], prior[name]));
  return isSame ? (prior[output] ?? null) : UNKNOWN;
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
      output: outputFor(answer, planned['response_export_values'], {}),
      sensitive_output: outputFor(answer, planned['sensitive_response_export_values'], {}),
    },
    privateData,
  };
}

function actionId(state: ObjectValue): string {
  const id = textOrEmpty(state['resource_id']);
  checkIdType(id, textOrEmpty(state['type']));
  const action = textOf(state['action']);
  return action === undefined || action === '' ? id : `${id}/${action}`;
}

/** Sends the request; without an action it goes to the resource itself. */
function perform(context: AzapiContext, state: ObjectValue, secrets: JsonObject): JsonObject {
  const { store } = context.service;
  const id = textOrEmpty(state['resource_id']);
  if (!store.isKnownAbsent(id)) return answered(context, state, requestBody(state, secrets));
  if (state['ignore_not_found'] === true) return {};
  throw new Refusal(
    'Failed to perform action',
    `performing action ${textOrEmpty(state['action'])} of ${id}: 404 ResourceNotFound: the resource does not exist`,
  );
}

function answered({ service }: AzapiContext, state: ObjectValue, body: Json): JsonObject {
  const id = textOrEmpty(state['resource_id']);
  const action = textOrEmpty(state['action']);
  const method = methodOf(state);
  const options = {
    terraformType: 'azapi_resource_action',
    query: queryOf(state, 'query_parameters'),
  };
  if (action !== '' || method === 'POST') return service.action(method, id, action, body, options);
  if (method === 'DELETE') {
    service.delete(id, options);
  } else if (method === 'PUT' || method === 'PATCH') {
    const sent = isJsonObject(body) ? body : {};
    const { armType: type } = parseType(textOrEmpty(state['type']));
    service.put({ id, type, body: wholeBody(service, id, method, sent), sent, method, ...options });
  }
  return service.get(id) ?? {};
}

/** What is stored: a PUT replaces, a PATCH merges. */
function wholeBody(
  { store }: ArmService,
  id: string,
  method: 'PUT' | 'PATCH',
  sent: JsonObject,
): JsonObject {
  return method === 'PUT' ? sent : merged(store.get(id)?.body ?? {}, sent);
}

const METHODS: readonly RecordedRequest['method'][] = ['PATCH', 'PUT', 'DELETE', 'GET', 'HEAD'];

function methodOf(state: ObjectValue): RecordedRequest['method'] {
  return METHODS.find((method) => method === state['method']) ?? 'POST';
}

function requestBody(state: ObjectValue, secrets: JsonObject): Json {
  const body = toJson(state['body']);
  return isJsonObject(body) ? merged(body, secrets) : body;
}
