import type { PlanValue } from '../../review/model';
import type { StateCheck, Violation } from '../check';
import { isList, isObject } from '../plan-state';
import { secretIn } from '../secrets';
import { Severity } from '../severity';
import { someText } from '../some-text';

/** Secrets written into what is deployed. */
export const SECRET_IN_DEFINITION: StateCheck = {
  id: 'secret-in-definition',
  title: 'Something that looks like a secret is written into a definition',
  severity: Severity.HIGH,
  rationale:
    'It stands in the repository, in the state and in the portal, for everybody who can read one of them.',
  fix: 'Use an identity, or a reference to a secret of Key Vault; then revoke what was written down.',
  types: [],
  // Most hold none, and are done with before any path is written down.
  violations: ({ type, state }) =>
    holdsDefinitions(type) && someText(state, isSecret) ? [...secretsAt(state, [])] : [],
};

const PROVIDER_TYPES =
  /^azurerm_(?:data_factory|logic_app|machine_learning|role_|storage_blob|monitor_|eventgrid)/;

function holdsDefinitions(type: string): boolean {
  return type.includes('/') || PROVIDER_TYPES.test(type);
}

function isSecret(text: string): boolean {
  return secretIn(text) !== undefined;
}

function* secretsAt(value: PlanValue, path: readonly string[]): Generator<Violation> {
  if (typeof value === 'string') {
    const kind = secretIn(value);
    if (kind !== undefined) yield { text: `holds what looks like ${kind}`, path };
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) yield* secretsAt(item, [...path, String(index)]);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* secretsAt(member, [...path, key]);
  }
}
