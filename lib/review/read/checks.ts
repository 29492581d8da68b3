import { listed } from '../meaning/told';
import { listOf, memberOf, textOf } from './json-values';

/** How many checks of which nothing is known are named. */
const MOST_NAMED = 6;

/**
 * The checks of a plan that do not pass, in words; those that are known only at apply together.
 *
 * @param conditions `condition_results`, which plans of Terraform 1.2 have in the place of `checks`
 */
export function failedChecks(checks: unknown, conditions: unknown): readonly string[] {
  const told = [...toldChecks(checks), ...toldConditions(conditions)];
  const open = told.filter(({ status, messages }) => status === 'unknown' && messages.length === 0);
  const areJoined = open.length > 1;
  return [
    ...told.filter((one) => !areJoined || !open.includes(one)).map(inWords),
    ...(areJoined ? [`${listed(namesOf(open), MOST_NAMED)} are known only at apply`] : []),
  ];
}

function toldChecks(checks: unknown): readonly ToldCheck[] {
  return listOf(checks).flatMap((check) => {
    const status = textOf(memberOf(check, 'status'));
    if (status === undefined || status === 'pass') return [];
    const address = textOf(memberOf(memberOf(check, 'address'), 'to_display')) ?? 'a check';
    const messages = listOf(memberOf(check, 'instances'))
      .flatMap((instance) => listOf(memberOf(instance, 'problems')))
      .flatMap((one) => textOf(memberOf(one, 'message')) ?? []);
    return [{ status, address, messages }];
  });
}

function toldConditions(conditions: unknown): readonly ToldCheck[] {
  return listOf(conditions).flatMap((condition) => {
    const isOpen = memberOf(condition, 'unknown') === true;
    if (!isOpen && memberOf(condition, 'result') !== false) return [];
    const type = textOf(memberOf(condition, 'condition_type')) ?? '';
    const of = CONDITIONS.get(type) ?? 'a condition';
    const message = textOf(memberOf(condition, 'error_message')) ?? '';
    return [
      {
        status: isOpen ? 'unknown' : 'fail',
        address: `${of} of ${textOf(memberOf(condition, 'address')) ?? 'something'}`,
        messages: isOpen || message === '' ? [] : [message],
      },
    ];
  });
}

const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['OutputPrecondition', 'a precondition'],
  ['ResourcePostcondition', 'a postcondition'],
  ['ResourcePrecondition', 'a precondition'],
]);

/** A check and how it went. */
interface ToldCheck {
  readonly status: string;
  readonly address: string;
  readonly messages: readonly string[];
}

function inWords({ status, address, messages }: ToldCheck): string {
  const outcome = OUTCOMES.get(status) ?? status;
  return `${address} ${outcome}${messages.length === 0 ? '' : `: ${messages.join('; ')}`}`;
}

function namesOf(checks: readonly ToldCheck[]): readonly string[] {
  return checks.map(({ address }) => address);
}

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['fail', 'fails'],
  ['error', 'could not be evaluated'],
  ['unknown', 'is known only at apply'],
]);
