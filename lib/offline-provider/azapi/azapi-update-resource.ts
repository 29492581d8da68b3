import { nameOf, parseArmId } from '../azure/arm-id';
import { merged } from '../azure/json-merge';
import { errorDiagnostic, Refusal } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import type { ApplyInput, PlanInput, PlanOutput, StateOutput } from '../provider';
import { withoutWriteOnly } from '../schema/computed';
import { isJsonObject, toJson, type JsonObject } from '../wire/json';
import { textOf, textOrEmpty, UNKNOWN, type ObjectValue } from '../wire/value';
import { validateArguments } from './argument-rules';
import type { AzapiContext, AzapiKind } from './azapi-kind';
import { queryOf } from './request-query';
import { withPlannedDefaults } from './planned-defaults';
import { outputOf, readBody } from './read-resource';
import { replacedBy } from './replacement-rules';
import { checkIdType, parseType, resourceId } from './resource-type';
import { sameJson } from '../wire/canonical-json';
import { isSensitiveBodyChanged, sensitiveFingerprint, sensitivePart } from './sensitive-body';

/** `azapi_update_resource`: some properties of a resource that something else owns. */
export const AZAPI_UPDATE_RESOURCE: AzapiKind = { validate, plan, apply, read };

function validate(config: ObjectValue): readonly DiagnosticMessage[] {
  const problem = targetProblem((name) => (config[name] ?? null) !== null);
  return [
    ...validateArguments(config),
    ...(problem === undefined ? [] : [errorDiagnostic('Invalid configuration', problem)]),
  ];
}

/** The target is named by its id, or by its parent and name. */
function targetProblem(given: (name: string) => boolean): string | undefined {
  if (given('name') && !given('parent_id')) {
    return 'The argument "parent_id" is required when the argument "name" is set';
  }
  if (!given('name') && given('parent_id')) {
    return 'The argument "name" is required when the argument "parent_id" is set';
  }
  if (given('name') && given('resource_id')) {
    return 'Only one of the arguments "name" or "resource_id" can be set';
  }
  return given('name') || given('resource_id')
    ? undefined
    : 'One of the arguments "name" or "resource_id" must be set';
}

function plan({ block }: AzapiContext, input: PlanInput): PlanOutput {
  const { prior, proposed, config, privateData } = input;
  const base = withoutWriteOnly(
    withPlannedDefaults('azapi_update_resource', proposed, config),
    block,
  );
  const isNew = (name: string): boolean => prior === null || !sameJson(base[name], prior[name]);
  const isOutputNew =
    ['body', 'type', 'response_export_values', 'sensitive_body_version'].some(isNew) ||
    isSensitiveBodyChanged(config, privateData);
  const planned: ObjectValue = {
    ...base,
    ...Object.fromEntries(
      ['id', 'name', 'parent_id', 'resource_id'].map((name) => [name, base[name] ?? UNKNOWN]),
    ),
    output: isOutputNew ? UNKNOWN : (prior?.['output'] ?? null),
  };
  return {
    planned,
    requiresReplace: prior === null ? [] : replacedBy('azapi_update_resource', prior, planned),
    privateData,
  };
}

function apply(context: AzapiContext, input: ApplyInput): StateOutput {
  const { prior, planned, config, privateData } = input;
  if (planned === null || config === null) return { state: null, privateData };
  const id = targetId(planned);
  const existing = existingBody(context, id);
  const body = toJson(planned['body']);
  const merge = merged(existing, isJsonObject(body) ? body : {});
  context.service.put({
    id,
    type: parseType(textOrEmpty(planned['type'])).armType,
    body: merge,
    sent: merged(merge, sensitivePart(config, prior)),
    terraformType: 'azapi_update_resource',
    query: queryOf(planned, 'update_query_parameters'),
  });
  const state: ObjectValue = {
    ...planned,
    id,
    name: nameOf(id),
    parent_id: parseArmId(id)?.parentId ?? null,
    resource_id: id,
  };
  const response = context.service.get(id) ?? {};
  return {
    state: { ...state, output: outputOf(context, state, response) },
    privateData: sensitiveFingerprint(config),
  };
}

function read(context: AzapiContext, state: ObjectValue): ObjectValue | null {
  const response = context.service.get(textOrEmpty(state['id']));
  if (response === undefined) return null;
  return {
    ...state,
    body: readBody(state, response),
    output: outputOf(context, state, response),
  };
}

function targetId(planned: ObjectValue): string {
  const type = textOrEmpty(planned['type']);
  const id = textOf(planned['resource_id']);
  if (id === undefined) {
    return resourceId(textOrEmpty(planned['name']), textOrEmpty(planned['parent_id']), type);
  }
  checkIdType(id, type);
  return id;
}

/** What there is to update; what is not here may exist in Azure from before. */
function existingBody({ service }: AzapiContext, id: string): JsonObject {
  const existing = service.store.get(id);
  if (existing !== undefined) return existing.body;
  if (service.store.isKnownAbsent(id)) {
    throw new Refusal('Failed to retrieve resource', `update target does not exist: ${id}`);
  }
  return {};
}
