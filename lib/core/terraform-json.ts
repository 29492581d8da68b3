import { type IResolvable, type IResolveContext, Token } from 'cdktf';
import { AssumptionError } from './errors';
import { jsonTree, type JsonObject, type JsonTree, resolvedBy } from './json-tree';
import {
  loneExpression,
  quotedTemplate,
  type Segment,
  segmentsOfTemplate,
} from './template-segments';
import { escapeLiteral } from './terraform-text';

/**
 * Text that Terraform evaluates to the JSON of a value: keys sorted, no white space.
 *
 * The value may hold cdktf tokens of every kind at any depth, in keys and inside longer text. Only
 * they become `${jsonencode(…)}`; all else is literal JSON in the synthesized file. An expression
 * keeps the type that it has in Terraform. `undefined` members and items are left out. Text is taken
 * as it is, also text that a `Lazy` produces: do not escape it before.
 *
 * `jsonencode` writes `<`, `>` and `&` of values known at apply as `\u003c`, `\u003e` and `\u0026`,
 * which JSON readers take for the same.
 *
 * @throws UnscopedValidationError JsonValueInvalid
 * @see https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function toTerraformJson(value: unknown): string {
  jsonTree(value, () => ({ value: null, text: 'plain' }));
  return Token.asString(new TerraformJson(value));
}

/**
 * The JSON of a value without tokens: keys sorted as Terraform sorts them, by their UTF-8 bytes, no white space.
 *
 * `undefined` members and items are left out.
 *
 * @throws UnscopedValidationError JsonValueInvalid
 * @throws AssumptionError the value holds a token
 */
export function canonicalJson(value: unknown): string {
  const tree = jsonTree(value, () => {
    throw new AssumptionError('canonical JSON was asked for of a value with tokens');
  });
  return plainJson(tree);
}

/** A tree as JSON, with every expression as the text that Terraform reads. */
export function plainJson(tree: JsonTree | undefined): string {
  if (tree === undefined) return 'null';
  switch (tree.kind) {
    case 'leaf':
      return tree.json;
    case 'text':
      return JSON.stringify(plainText(tree.segments));
    case 'list':
      return `[${tree.items.map(plainJson).join(',')}]`;
    case 'object':
      return objectOf(tree, plainJson);
  }
}

class TerraformJson implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly value: unknown) {}

  public resolve(context: IResolveContext): string {
    const insideExpression = context.suppressBraces === true;
    context.suppressBraces = false;
    const template = templateOf(jsonTree(this.value, resolvedBy(context)));
    context.suppressBraces = insideExpression;
    return insideExpression ? quotedTemplate(segmentsOfTemplate(template)) : template;
  }

  public toString(): string {
    return Token.asString(this);
  }
}

function templateOf(tree: JsonTree | undefined): string {
  if (tree === undefined) return 'null';
  switch (tree.kind) {
    case 'leaf':
      return tree.json;
    case 'text':
      return textTemplate(tree.segments);
    case 'list':
      return `[${tree.items.map(templateOf).join(',')}]`;
    case 'object':
      return tree.members.every(([key]) => isLiteral(key))
        ? objectOf(tree, templateOf)
        : `\${jsonencode(${objectExpression(tree)})}`;
  }
}

function textTemplate(segments: readonly Segment[]): string {
  if (isLiteral(segments)) return escapeLiteral(JSON.stringify(plainText(segments)));
  return `\${jsonencode(${loneExpression(segments) ?? quotedTemplate(segments)})}`;
}

function objectOf(tree: JsonObject, print: (tree: JsonTree) => string): string {
  const members = tree.members
    .map(([key, member]) => [plainText(key), member] as const)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(
      ([key, member]) =>
        `${print({ kind: 'text', segments: [{ kind: 'literal', text: key }] })}:${print(member)}`,
    );
  return `{${members.join(',')}}`;
}

/** An object with keys known at apply, for Terraform to sort. */
function objectExpression(tree: JsonObject): string {
  const members = tree.members.map(([key, member]) => {
    const json = quotedTemplate(segmentsOfTemplate(templateOf(member)));
    return `(${quotedTemplate(key)})=jsondecode(${json})`;
  });
  return `{${members.join(',')}}`;
}

function isLiteral(segments: readonly Segment[]): boolean {
  return segments.every(({ kind }) => kind === 'literal');
}

function plainText(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (segment.kind === 'literal' ? segment.text : segment.source))
    .join('');
}
