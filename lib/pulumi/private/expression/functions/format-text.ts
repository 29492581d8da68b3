import { ExpressionFault } from '../expression-fault';
import { textOf, type Value, wholeOf } from '../values';

const VERB = /%(%|[^%]?)/gs;

/** Terraform's `format`, with the verbs `%s`, `%d` and `%%`. */
export function formatText(template: string, args: readonly Value[]): string {
  let used = 0;
  const next = (): Value => {
    const value = args[used];
    if (value === undefined) throw new ExpressionFault('give format a value for each verb');
    used += 1;
    return value;
  };
  const text = template.replace(VERB, (_found, verb: string) => {
    switch (verb) {
      case '%':
        return '%';
      case 's':
        return textOf(next());
      case 'd':
        return textOf(wholeOf(next()));
      default:
        throw new ExpressionFault('give format the verbs %s, %d and %% only');
    }
  });
  if (used < args.length) throw new ExpressionFault('give format a verb for each value');
  return text;
}
