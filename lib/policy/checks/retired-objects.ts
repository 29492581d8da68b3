import type { PlanValue } from '../../review/model';
import type { StateCheck, Violation } from '../check';
import { isList, isObject, textAt } from '../plan-state';
import { Severity } from '../severity';
import { someText } from '../some-text';

const PIPELINES = 'microsoft.datafactory/factories/pipelines';
const LINKED_SERVICES = 'microsoft.datafactory/factories/linkedservices';
const WORKFLOWS = 'microsoft.logic/workflows';

/** Activities that call what has no support, by type. */
const ACTIVITIES: ReadonlyMap<string, string> = new Map([
  ['AzureMLExecutePipeline', 'runs a pipeline of the v1 SDK'],
  ['AzureMLBatchExecution', 'calls Machine Learning Studio (classic)'],
  ['AzureMLUpdateResource', 'calls Machine Learning Studio (classic)'],
]);

/** Where published pipelines of the v1 SDK are called. */
const V1_URL = /\/pipelines\/v1\.0\//i;

/** What Azure Machine Learning has retired. */
export const RETIRED_OBJECTS: StateCheck = {
  id: 'retired-object',
  title: 'Uses what Azure Machine Learning has retired',
  severity: Severity.MEDIUM,
  rationale:
    'Support of the v1 SDK ended on 30 June 2026: its pipelines may stop at any time, and nobody repairs them.',
  fix: 'Publish the pipeline with the v2 API, behind a batch endpoint, and call that.',
  types: [PIPELINES, LINKED_SERVICES, WORKFLOWS],
  violations: ({ type, state }) => {
    if (type !== LINKED_SERVICES) {
      // Most hold nothing of it, and are done with before any path is written down.
      return someText(state, isRetired) ? [...retiredAt(state, [])] : [];
    }
    return textAt(state, 'body', 'properties', 'type') === 'AzureML'
      ? [{ text: 'connects to Machine Learning Studio (classic)', path: ['body'] }]
      : [];
  },
};

function isRetired(text: string): boolean {
  return ACTIVITIES.has(text) || V1_URL.test(text);
}

function* retiredAt(value: PlanValue, path: readonly string[]): Generator<Violation> {
  if (typeof value === 'string') {
    if (V1_URL.test(value)) yield { text: 'calls a pipeline of the v1 SDK', path };
  } else if (isList(value)) {
    for (const item of value) {
      yield* retiredAt(item, [...path, textAt(item, 'name') ?? '*']);
    }
  } else if (isObject(value)) {
    yield* retiredActivity(value, path);
    for (const [key, member] of Object.entries(value)) yield* retiredAt(member, [...path, key]);
  }
}

function* retiredActivity(activity: PlanValue, path: readonly string[]): Generator<Violation> {
  const text = ACTIVITIES.get(textAt(activity, 'type') ?? '');
  if (text === undefined) return;
  const name = textAt(activity, 'name');
  yield { text: name === undefined ? text : `activity ${name} ${text}`, path };
}
