import { listOf, memberOf, textOf } from './json-values';

/** The checks of a plan that do not pass, in words. */
export function failedChecks(checks: unknown): readonly string[] {
  return listOf(checks).flatMap((check) => {
    const status = textOf(memberOf(check, 'status'));
    if (status === undefined || status === 'pass') return [];
    const address = textOf(memberOf(memberOf(check, 'address'), 'to_display')) ?? 'a check';
    const messages = listOf(memberOf(check, 'instances'))
      .flatMap((instance) => listOf(memberOf(instance, 'problems')))
      .flatMap((one) => textOf(memberOf(one, 'message')) ?? []);
    const outcome = OUTCOMES.get(status) ?? status;
    return [`${address} ${outcome}${messages.length === 0 ? '' : `: ${messages.join('; ')}`}`];
  });
}

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ['fail', 'fails'],
  ['error', 'could not be evaluated'],
  ['unknown', 'is known only at apply'],
]);
