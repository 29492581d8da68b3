import { createHash } from 'node:crypto';
import {
  DefaultTokenResolver,
  type IResolveContext,
  Lazy,
  StringConcat,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import { ValidationError } from './errors';
import { type JsonTree, jsonTree, resolvedBy } from './json-tree';
import { loneExpression, type Segment } from './template-segments';
import { plainJson } from './terraform-json';
import { problem } from './validation';

/** An attribute that names a resource or data source: it changes only when that becomes another one. */
const IDENTITY = /^(?:data\.)?(\w+)\.[\w-]+(?:\[(?:\d+|"[^"\\$%]*")\])?\.(?:id|name)$/;

/** First words of references that are no resources. */
const NO_RESOURCE = [
  'var',
  'local',
  'module',
  'each',
  'self',
  'count',
  'path',
  'terraform',
  'data',
];

/**
 * A hash of content, for versions that are named by what they hold.
 *
 * References to resources count by their Terraform address, so the hash does not depend on the order
 * in which constructs are created, nor on the order of keys. Call it while constructing: later, a
 * reference to another stack has another address.
 *
 * @param scope construct that the content belongs to
 * @param value content with tokens, as {@link toTerraformJson} takes it
 * @param property where the content stands in the props of the construct, for the error
 * @returns SHA-256 of the canonical JSON, 64 lower-case hexadecimal digits
 * @throws ValidationError VersionNotComputable, where the content holds something only known at apply
 *   other than the `id` or `name` of a resource or data source
 * @throws UnscopedValidationError JsonValueInvalid
 */
export function contentHash(scope: IConstruct, value: unknown, property: string): string {
  const tree = resolvedTree(scope, value);
  for (const source of expressionsIn(tree)) {
    if (!isIdentity(source)) throw notComputable(scope, property, source);
  }
  return createHash('sha256').update(plainJson(tree)).digest('hex');
}

/** The tree of a value, resolved where the construct stands. */
function resolvedTree(scope: IConstruct, value: unknown): JsonTree | undefined {
  const contexts: IResolveContext[] = [];
  const probe = Lazy.anyValue({
    produce: (context: IResolveContext) => {
      contexts.push(context);
    },
  });
  const resolver = new DefaultTokenResolver(new StringConcat());
  Tokenization.resolve(probe, { scope, resolver, preparing: false });
  return contexts.map((context) => jsonTree(value, resolvedBy(context)))[0];
}

function expressionsIn(tree: JsonTree | undefined): readonly string[] {
  if (tree === undefined) return [];
  switch (tree.kind) {
    case 'leaf':
      return [];
    case 'text':
      return expressionsOf(tree.segments);
    case 'list':
      return tree.items.flatMap(expressionsIn);
    case 'object':
      return tree.members.flatMap(([key, member]) => [
        ...expressionsOf(key),
        ...expressionsIn(member),
      ]);
  }
}

function expressionsOf(segments: readonly Segment[]): readonly string[] {
  return segments.flatMap((segment) => (segment.kind === 'expression' ? [segment.source] : []));
}

function isIdentity(source: string): boolean {
  const expression = loneExpression([{ kind: 'expression', source }]) ?? '';
  const root = IDENTITY.exec(expression)?.[1];
  return root !== undefined && !NO_RESOURCE.includes(root);
}

function notComputable(scope: IConstruct, property: string, source: string): ValidationError {
  return new ValidationError(
    [
      problem('VersionNotComputable', {
        property,
        must: 'hold only values known at synthesis and ids or names of resources, to be its own version',
        got: source,
        fix: 'give an explicit version, and a new one with every change',
      }),
    ],
    scope,
  );
}
