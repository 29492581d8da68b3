import { type Problem, UnscopedValidationError } from '../../core/errors';
import { choices } from '../../core/nearest';
import { problem } from '../../core/validation';
import { azapiSchema, azurermSchema } from '../../offline-provider/schemas';
import type { ProviderSchema } from '../../offline-provider/schema/provider-schema';
import {
  type BlockKind,
  type DeclaredBlock,
  declaredBlocks,
  requiredProviders,
} from './declared-blocks';
import type { SynthesizedStack } from './synthesized-stacks';

const SERVED: ReadonlyMap<string, () => ProviderSchema> = new Map([
  ['registry.terraform.io/hashicorp/azurerm', azurermSchema],
  ['registry.terraform.io/azure/azapi', azapiSchema],
]);

/** Terraform's own, for remote state and `terraform_data`. */
const BUILT_IN = 'terraform.io/builtin/terraform';

/**
 * Refuses what the offline provider cannot stand in for: other providers, and types whose schema is not with the package.
 *
 * @throws UnscopedValidationError RehearsalProviderUnknown, RehearsalTypeUnknown
 */
export function checkSupported(stacks: readonly SynthesizedStack[]): void {
  const [first, ...others] = stacks.flatMap((stack) => problemsOf(stack));
  if (first !== undefined) throw new UnscopedValidationError([first, ...others]);
}

function problemsOf({ name, document }: SynthesizedStack): readonly Problem[] {
  const blocks = declaredBlocks(document);
  return [...requiredProviders(document)].flatMap(([provider, address]) => {
    if (address === BUILT_IN) return [];
    const own = blocks.filter((block) => block.provider === provider);
    const schema = SERVED.get(address);
    return schema === undefined
      ? [unknownProvider(name, address, own)]
      : unknownTypes(name, schema(), own);
  });
}

function unknownProvider(
  stack: string,
  address: string,
  blocks: readonly DeclaredBlock[],
): Problem {
  return problem('RehearsalProviderUnknown', {
    property: `${stack}: provider ${address}`,
    must: 'be azurerm or azapi, which alone are served offline',
    got: blocks.length === 0 ? 'no block of it' : places(blocks),
    fix:
      blocks.length === 0
        ? 'take its provider block out of the stack'
        : 'rehearse the other stacks by --stack, or synthesize this one with fixed values in its place',
  });
}

function unknownTypes(
  stack: string,
  schema: ProviderSchema,
  blocks: readonly DeclaredBlock[],
): readonly Problem[] {
  const unknown = blocks.filter(({ kind, type }) => !Object.hasOwn(typesIn(schema, kind), type));
  const types = [...new Set(unknown.map(({ type }) => type))].sort();
  return types.map((type) =>
    problem('RehearsalTypeUnknown', {
      property: `${stack}: ${type}`,
      must: 'be one of the types whose schemas are with the package',
      got: places(unknown.filter((block) => block.type === type)),
      fix: 'rehearse the other stacks by --stack, or declare it by azapi_resource',
    }),
  );
}

function typesIn(schema: ProviderSchema, kind: BlockKind): object {
  switch (kind) {
    case 'resource':
      return schema.resource_schemas;
    case 'data':
      return schema.data_source_schemas;
    case 'ephemeral':
      return schema.ephemeral_resource_schemas ?? {};
  }
}

function places(blocks: readonly DeclaredBlock[]): string {
  return choices(blocks.map(({ place }) => place));
}
