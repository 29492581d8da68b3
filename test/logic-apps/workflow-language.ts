import { AssumptionError } from '../../lib/core/errors';

/** Values of `triggerBody()`. */
export type TriggerBody = Readonly<Record<string, string>>;

/**
 * What Logic Apps makes of a string in a definition, for the few functions that are used here.
 *
 * `@` at the start makes the whole string an expression, `@@` there plain text; `@{…}` elsewhere is
 * replaced by the value of the expression in it, and `@@{` stands for `@{`.
 *
 * @see https://github.com/Azure/LogicAppsUX/blob/2505ab800c4711190b1826383721d0c95dfa4343/libs/parsers/src/lib/expression/parser.ts
 */
export function textOfTemplate(template: string, body: TriggerBody = {}): string {
  if (template.startsWith('@@')) return template.slice(1);
  if (template.startsWith('@') && !template.startsWith('@{')) {
    return evaluate(template.slice(1), body);
  }
  return template.replace(/@?@\{((?:'[^']*'|[^}'])*)\}|@@\{/g, (match, expression?: string) =>
    match.startsWith('@@') || expression === undefined
      ? match.slice(1)
      : evaluate(expression, body),
  );
}

function evaluate(expression: string, body: TriggerBody): string {
  const reader = new Reader(expression, body);
  const value = reader.value();
  reader.end();
  return String(value);
}

type Value = string | number;

const FUNCTIONS: Readonly<Record<string, (...values: readonly Value[]) => Value>> = {
  concat: (...parts) => parts.join(''),
  encodeURIComponent: (text) => encodeURIComponent(String(text)),
  replace: (text, old, fresh) => String(text).replaceAll(String(old), String(fresh)),
  substring: (text, start) => String(text).slice(Number(start)),
  length: (text) => String(text).length,
  add: (a, b) => Number(a) + Number(b),
};

class Reader {
  private position = 0;

  public constructor(
    private readonly text: string,
    private readonly body: TriggerBody,
  ) {}

  public value(): Value {
    const literal = this.match(/'([^']*)'|(\d+)/y);
    if (literal !== undefined) {
      return literal[2] === undefined ? (literal[1] ?? '') : Number(literal[2]);
    }
    const member = this.match(/triggerBody\(\)\?\['(\w+)'\]/y)?.[1];
    if (member !== undefined) return this.body[member] ?? '';
    const name = this.match(/(\w+)\(/y)?.[1] ?? '';
    const implementation = FUNCTIONS[name];
    if (implementation === undefined) throw this.unreadable();
    const values = [this.value()];
    while (this.match(/,\s*/y) !== undefined) values.push(this.value());
    if (this.match(/\)/y) === undefined) throw this.unreadable();
    return implementation(...values);
  }

  public end(): void {
    if (this.position < this.text.length) throw this.unreadable();
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text) ?? undefined;
    if (found !== undefined) this.position = pattern.lastIndex;
    return found;
  }

  private unreadable(): AssumptionError {
    return new AssumptionError(`cannot read ${this.text} at ${String(this.position)}`);
  }
}
