import { memberOf, recordOf, textOf } from '../../review/read/json-values';
import type { JsonRecord } from './synthesized-stacks';

/** What kinds of blocks have types of a provider, as `cdk.tf.json` calls them. */
export const BLOCK_KINDS = ['resource', 'data', 'ephemeral'] as const;

/** One of {@link BLOCK_KINDS}. */
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A block of a stack that some provider serves. */
export interface DeclaredBlock {
  readonly kind: BlockKind;
  readonly type: string;
  /** Local name of the provider. */
  readonly provider: string;
  /** Path of the construct, or the address where that is not known. */
  readonly place: string;
}

/** Every block of a stack that some provider serves. */
export function declaredBlocks(document: JsonRecord): readonly DeclaredBlock[] {
  return BLOCK_KINDS.flatMap((kind) =>
    Object.entries(recordOf(document[kind])).flatMap(([type, named]) =>
      Object.entries(recordOf(named)).map(([name, block]) => ({
        kind,
        type,
        provider: providerOf(block, type),
        place: textOf(memberOf(memberOf(memberOf(block, '//'), 'metadata'), 'path')) ?? name,
      })),
    ),
  );
}

/** Address of each provider of a stack, lower case and whole, by its local name. */
export function requiredProviders(document: JsonRecord): ReadonlyMap<string, string> {
  const required = recordOf(memberOf(document['terraform'], 'required_providers'));
  const declared = new Map(
    Object.entries(required).map(([name, requirement]) => [
      name,
      addressOf(textOf(memberOf(requirement, 'source')) ?? name),
    ]),
  );
  for (const { provider } of declaredBlocks(document)) {
    if (!declared.has(provider)) declared.set(provider, impliedAddress(provider));
  }
  return declared;
}

function impliedAddress(provider: string): string {
  return provider === 'terraform' ? 'terraform.io/builtin/terraform' : addressOf(provider);
}

function addressOf(source: string): string {
  const parts = source.toLowerCase().split('/');
  const defaults = ['registry.terraform.io', 'hashicorp'];
  return [...defaults.slice(0, Math.max(0, 3 - parts.length)), ...parts].join('/');
}

function providerOf(block: unknown, type: string): string {
  const [fromType = type] = type.split('_');
  const [named] = (textOf(memberOf(block, 'provider')) ?? fromType).split('.');
  return named ?? fromType;
}
