/** A part of a workflow expression. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly key: Expression };

/** What a text of a definition holds: its expressions, or where and why it cannot be read. */
export interface ParsedText {
  readonly expressions: readonly Expression[];
  readonly fault?: string;
}

/** The expressions in a text: the whole text after `@`, or each `@{…}`; `@@` stands for `@`. Pure. */
export function parseText(text: string): ParsedText {
  if (!text.includes('@')) return { expressions: [] };
  try {
    return { expressions: [...expressionsIn(text)] };
  } catch (error) {
    if (error instanceof Fault) return { expressions: [], fault: error.reason };
    throw error;
  }
}

/** An expression and all parts of it, outermost first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  if (expression.kind === 'call') {
    for (const arg of expression.args) yield* partsOf(arg);
  } else if (expression.kind === 'member') {
    yield* partsOf(expression.of);
    yield* partsOf(expression.key);
  }
}

/** Why a text cannot be read; it never leaves this file. */
class Fault extends SyntaxError {
  public constructor(
    public readonly reason: string,
    at: number,
  ) {
    super(`${reason} at ${String(at)}`);
  }
}

function* expressionsIn(text: string): Generator<Expression> {
  if (/^@(?![@{])/.test(text)) {
    const parser = new Parser(text, 1);
    yield parser.expression();
    parser.end();
    return;
  }
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at)) {
    if (text.startsWith('@@', at)) at += 2;
    else if (text.startsWith('@{', at)) {
      const parser = new Parser(text, at + 2);
      yield parser.expression();
      at = parser.closing('}');
    } else at += 1;
  }
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
/** Names of members hold more than names of functions, such as `$content` and `x-ms-file-name`. */
const MEMBER = /[^\s.,(){}@[\]?']+/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /'((?:[^']|'')*)'/y;
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Deeper than any expression that the service takes. */
const DEEPEST = 200;

class Parser {
  private depth = 0;

  public constructor(
    private readonly text: string,
    private at: number,
  ) {}

  public expression(): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) throw this.fault('is nested too deeply');
    let found = this.primary();
    for (let key = this.key(); key !== undefined; key = this.key()) {
      found = { kind: 'member', of: found, key };
    }
    this.depth -= 1;
    return found;
  }

  /** Goes past a character that must come next, and tells where it then is. */
  public closing(char: string): number {
    if (!this.take(char)) throw this.fault(`lacks ${char}`);
    return this.at;
  }

  public end(): void {
    this.skipSpace();
    if (this.at < this.text.length) throw this.fault(`goes on with ${this.rest()}`);
  }

  private primary(): Expression {
    const text = this.match(TEXT);
    if (text !== undefined) {
      return { kind: 'value', value: text.slice(1, -1).replaceAll("''", "'") };
    }
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: 'value', value: Number(number) };
    const name = this.match(NAME);
    if (name === undefined) throw this.fault(`has ${this.rest()} where a value must stand`);
    const constant = CONSTANTS.get(name.toLowerCase());
    if (constant !== undefined && !this.ahead('(')) return { kind: 'value', value: constant };
    if (!this.take('(')) throw this.fault(`has ${name} without (, text must stand in ' '`);
    return { kind: 'call', name, args: this.args() };
  }

  private args(): readonly Expression[] {
    if (this.take(')')) return [];
    const args = [this.expression()];
    while (this.take(',')) args.push(this.expression());
    this.closing(')');
    return args;
  }

  private key(): Expression | undefined {
    const optional = this.take('?');
    if (this.take('[')) {
      const key = this.expression();
      this.closing(']');
      return key;
    }
    if (this.take('.')) {
      const name = this.match(MEMBER);
      if (name === undefined) throw this.fault(`has ${this.rest()} where a name must stand`);
      return { kind: 'value', value: name };
    }
    if (optional) throw this.fault(`has ${this.rest()} after ?`);
    return undefined;
  }

  private take(char: string): boolean {
    if (!this.ahead(char)) return false;
    this.at += char.length;
    return true;
  }

  private ahead(char: string): boolean {
    this.skipSpace();
    return this.text.startsWith(char, this.at);
  }

  private match(pattern: RegExp): string | undefined {
    this.skipSpace();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at += 1;
  }

  private rest(): string {
    const rest = this.text.slice(this.at, this.at + 20);
    return rest === '' ? 'nothing' : rest;
  }

  private fault(reason: string): Fault {
    return new Fault(reason, this.at);
  }
}
