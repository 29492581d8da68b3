import { type IResolvable, type IResolveContext, Token, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { type Fragment, splitTokens, type TokenFragment } from './token-fragments';

const TEMPLATE_START = /[$%]\{/;
const NUMBER_TOKEN = /e\+\d{3}/;

/** Terraform text that cdktf must not read: it would take `${` beside a token for an expression. */
class VerbatimText implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(
    private readonly template: string,
    private readonly expression: string,
  ) {}

  public resolve(context: IResolveContext): string {
    return context.suppressBraces === true ? this.expression : this.template;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

const INTERPOLATION_START = new VerbatimText('$${', '"$${"');

/**
 * Text that Terraform evaluates to exactly the text given.
 *
 * Terraform reads every string of its JSON syntax as a template. `${` becomes `$${` and `%{` becomes
 * `%%{`; cdktf tokens in the text stay tokens. Escape a text once: escaping it again adds to it.
 * Terraform itself changes three things that no escape can prevent: it normalizes to Unicode NFC,
 * replaces lone surrogates, and drops a byte order mark at the start.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function escapeText(text: string): string {
  if (!TEMPLATE_START.test(text) && !NUMBER_TOKEN.test(text)) return text;
  const fragments = splitTokens(text);
  if (fragments.every(({ kind }) => kind === 'literal')) return escapeLiteral(text);
  return fragments
    .map((fragment, index) => {
      const [before, after] = [fragments[index - 1], fragments[index + 1]];
      return fragment.kind === 'token'
        ? keepToken(fragment, textOf(before), textOf(after))
        : escapeBesideToken(fragment.text, after !== undefined);
    })
    .join('');
}

/**
 * The same value with every string in it escaped by {@link escapeText}: items, values and keys, at any depth.
 *
 * Numbers, booleans, `null` and resolvable objects stay as they are: what a token resolves to is
 * Terraform text already, so a `Lazy` has to escape what it produces. Returns the very value given
 * where nothing in it had to change.
 */
export function escapeTemplates<T>(value: T): T {
  return escapeValue(value) as T;
}

/** The part of {@link escapeText} for text without tokens. */
export function escapeLiteral(text: string): string {
  return text.replace(/[$%]\{/g, (start) => `${start.charAt(0)}${start}`);
}

function escapeBesideToken(text: string, tokenFollows: boolean): string {
  const escaped = text
    .replace(/%\{/g, '%%{')
    .replace(/\$\{/g, () => INTERPOLATION_START.toString());
  return tokenFollows ? escaped.replace(/\$+$/, dollarsBeforeToken) : escaped;
}

/** `$` in front of an interpolation would make it the escape `$${`. */
function dollarsBeforeToken(dollars: string): string {
  return new VerbatimText(`\${"${dollars}"}`, `"${dollars}"`).toString();
}

/** cdktf misreads a number token in text beside characters that could belong to a number. */
function keepToken({ marker, token }: TokenFragment, before: string, after: string): string {
  const misread =
    !marker.startsWith('$') && (/[-|.+\d]$/.test(before) || /^[-|.+\deE]/.test(after));
  return misread ? Token.asString(token) : marker;
}

function textOf(fragment: Fragment | undefined): string {
  if (fragment === undefined) return '';
  return fragment.kind === 'literal' ? fragment.text : fragment.marker;
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value !== 'object' || value === null || isLeaf(value)) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const escaped = items.map(escapeValue);
    return escaped.every((item, index) => item === items[index]) ? value : escaped;
  }
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const escaped = entries.map(escapeEntry);
  return escaped.every((entry, index) => entry === entries[index])
    ? value
    : Object.fromEntries(escaped);
}

function escapeEntry(entry: readonly [string, unknown]): readonly [string, unknown] {
  const [key, member] = [escapeText(entry[0]), escapeValue(entry[1])];
  return key === entry[0] && member === entry[1] ? entry : [key, member];
}

function isLeaf(value: object): boolean {
  return Tokenization.isResolvable(value) || Construct.isConstruct(value) || value instanceof Date;
}
