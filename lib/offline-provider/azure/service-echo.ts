import { isJsonList, isJsonObject, jsonText, type Json, type JsonObject } from '../wire/json';

type Echo = (properties: JsonObject) => JsonObject;

const ML = 'microsoft.machinelearningservices/workspaces';

/** How services answer other than they were told, by lower-case ARM type; seen in recorded traffic. */
const ECHOES: { readonly [type: string]: Echo } = {
  [`${ML}/schedules`]: (properties) => change(properties, 'trigger', echoedTrigger),
  [`${ML}/batchendpoints`]: (properties) =>
    change(properties, 'authMode', (mode) => respelt(mode, ['AADToken', 'AMLToken', 'Key'])),
  [`${ML}/components/versions`]: (properties) =>
    change(properties, 'componentSpec', echoedComponent),
};

/** A body as GET answers it. */
export function echoed(type: string, body: JsonObject): JsonObject {
  const echo = ECHOES[type.toLowerCase()];
  if (echo === undefined) return body;
  return change(body, 'properties', (properties) =>
    isJsonObject(properties) ? echo(properties) : properties,
  );
}

/** Frequencies and days come back capitalized, whatever they were. */
function echoedTrigger(trigger: Json): Json {
  if (!isJsonObject(trigger)) return trigger;
  return change(change(trigger, 'frequency', capitalized), 'schedule', (schedule) =>
    isJsonObject(schedule)
      ? change(schedule, 'weekDays', (days) => (isJsonList(days) ? days.map(capitalized) : days))
      : schedule,
  );
}

/** Component specifications come back with texts for flags and counts, and without their steps. */
function echoedComponent(spec: Json): Json {
  if (!isJsonObject(spec)) return spec;
  const kept = Object.entries(spec).filter(([name]) => name !== 'jobs');
  const flags = change(Object.fromEntries(kept), 'is_deterministic', flagText);
  const inputs = change(flags, 'inputs', (all) => (isJsonObject(all) ? echoedInputs(all) : all));
  return change(inputs, 'resources', (resources) =>
    isJsonObject(resources) ? change(resources, 'instance_count', jsonText) : resources,
  );
}

function echoedInputs(inputs: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      name,
      isJsonObject(input)
        ? change(change(input, 'optional', flagText), 'default', withoutScheme)
        : input,
    ]),
  );
}

function flagText(flag: Json): Json {
  return typeof flag === 'boolean' ? (flag ? 'True' : 'False') : flag;
}

function withoutScheme(value: Json): Json {
  return typeof value === 'string' ? value.replace(/^azureml:(?!\/\/)/, '') : value;
}

function capitalized(text: Json): Json {
  if (typeof text !== 'string') return text;
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

function respelt(text: Json, spellings: readonly string[]): Json {
  return spellings.find((known) => known.toLowerCase() === jsonText(text).toLowerCase()) ?? text;
}

/** A copy with one member changed, where it is there. */
function change(object: JsonObject, name: string, to: (value: Json) => Json): JsonObject {
  const value = object[name];
  return value === undefined ? object : { ...object, [name]: to(value) };
}
