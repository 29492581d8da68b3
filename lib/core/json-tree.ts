import { type IResolvable, type IResolveContext, Token, Tokenization } from 'cdktf';
import { Construct } from 'constructs';
import { UnscopedValidationError } from './errors';
import { type Segment, segmentsOfTemplate } from './template-segments';
import { splitTokens } from './token-fragments';
import { problem } from './validation';

/** A JSON value in which text may hold Terraform expressions. */
export type JsonTree = JsonLeaf | JsonText | JsonList | JsonObject;

/** A number, a boolean or `null`, as JSON writes it. */
export interface JsonLeaf {
  readonly kind: 'leaf';
  readonly json: string;
}

/** A string, or an expression of any type where it is the only segment. */
export interface JsonText {
  readonly kind: 'text';
  readonly segments: readonly Segment[];
}

/** A list. */
export interface JsonList {
  readonly kind: 'list';
  readonly items: readonly JsonTree[];
}

/** An object; its keys are text as well. */
export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly (readonly [readonly Segment[], JsonTree])[];
}

/** Turns a token into the value it stands for, when the tree is built. */
export type TokenReader = (token: IResolvable) => ResolvedToken;

/** What a token stands for, and whether text in it is plain or already Terraform's template syntax. */
export interface ResolvedToken {
  readonly value: unknown;
  readonly text: 'plain' | 'template';
}

/**
 * Reads tokens as cdktf resolves them.
 *
 * What a `Lazy` produces is a value as a user writes it; any other token resolves to Terraform text.
 */
export function resolvedBy(context: IResolveContext): TokenReader {
  return (token) => {
    if ('addPostProcessor' in token) return { value: token.resolve(context), text: 'plain' };
    return { value: context.resolve(token), text: 'template' };
  };
}

/**
 * The tree of a value, `undefined` where the value is absent.
 *
 * @throws UnscopedValidationError JsonValueInvalid
 */
export function jsonTree(value: unknown, read: TokenReader): JsonTree | undefined {
  return new TreeBuilder(read, 'plain').build(value, []);
}

class TreeBuilder {
  public constructor(
    private readonly read: TokenReader,
    private readonly text: 'plain' | 'template',
  ) {}

  public build(value: unknown, path: readonly unknown[]): JsonTree | undefined {
    if (value === undefined) return undefined;
    if (value === null || typeof value === 'boolean') return leaf(value);
    const token = this.tokenOf(value);
    if (token !== undefined) return this.ofToken(token, path);
    if (typeof value === 'string') return { kind: 'text', segments: this.segments(value, path) };
    if (typeof value === 'number' && Number.isFinite(value)) return leaf(value);
    if (typeof value === 'object') return this.ofObject(value, [...path, value]);
    throw invalid(value);
  }

  private ofToken(token: IResolvable, path: readonly unknown[]): JsonTree | undefined {
    const { value, text } = this.read(token);
    return new TreeBuilder(this.read, text).build(value, path);
  }

  private ofObject(value: object, path: readonly unknown[]): JsonTree {
    if (path.indexOf(value) < path.length - 1 || Construct.isConstruct(value)) throw invalid(value);
    if (Array.isArray(value)) {
      const items: readonly unknown[] = value;
      return { kind: 'list', items: items.map((item) => this.build(item, path)).filter(isPresent) };
    }
    if (value instanceof Date) return { kind: 'text', segments: literal(value.toJSON()) };
    if (Symbol.iterator in value) throw invalid(value);
    const members = Object.entries(value).flatMap(([key, member]) => {
      const tree = this.build(member, path);
      return tree === undefined ? [] : [[this.segments(key, path), tree] as const];
    });
    return { kind: 'object', members };
  }

  private segments(text: string, path: readonly unknown[]): readonly Segment[] {
    if (this.text === 'template') return segmentsOfTemplate(text);
    if (/[#&]\{TfToken\[/.test(text)) throw invalid(text);
    return joined(
      splitTokens(text).flatMap((fragment) =>
        fragment.kind === 'literal'
          ? literal(fragment.text)
          : textSegments(this.ofToken(fragment.token, path)),
      ),
    );
  }

  private tokenOf(value: unknown): IResolvable | undefined {
    if (Tokenization.isResolvable(value)) return value;
    if (typeof value === 'string') {
      const [fragment, ...rest] = splitTokens(value);
      return fragment?.kind === 'token' && rest.length === 0 ? fragment.token : undefined;
    }
    if (!Token.isUnresolved(value)) return undefined;
    return isNumberList(value)
      ? Tokenization.reverseNumberList(value)
      : Tokenization.reverse(value)[0];
  }
}

/** `Tokenization.reverse` fails on the list of one number that stands for a list of numbers. */
function isNumberList(value: unknown): value is number[] {
  return Array.isArray(value) && typeof value[0] === 'number';
}

/** What a value inside a longer text adds to it. */
function textSegments(tree: JsonTree | undefined): readonly Segment[] {
  if (tree === undefined) return [];
  if (tree.kind === 'text') return tree.segments;
  if (tree.kind === 'leaf') return literal(tree.json);
  throw invalid(tree.kind === 'list' ? [] : {});
}

function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (segment.kind === 'literal' && last?.kind === 'literal') {
      result[result.length - 1] = { kind: 'literal', text: last.text + segment.text };
    } else {
      result.push(segment);
    }
  }
  return result;
}

function literal(text: string): readonly Segment[] {
  return text === '' ? [] : [{ kind: 'literal', text }];
}

function leaf(value: number | boolean | null): JsonLeaf {
  return { kind: 'leaf', json: JSON.stringify(value) };
}

function isPresent(tree: JsonTree | undefined): tree is JsonTree {
  return tree !== undefined;
}

function invalid(got: unknown): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('JsonValueInvalid', {
      property: 'value',
      must: 'consist of text, finite numbers, booleans, null, lists and plain objects without cycles',
      got,
      fix: 'give a list or map token as a whole value, join lists with Fn.concat',
    }),
  ]);
}
