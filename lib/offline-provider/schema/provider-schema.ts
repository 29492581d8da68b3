import type { AttributeTypes, WireType } from '../wire/wire-type';

/** An attribute as `terraform providers schema -json` writes it. */
export interface AttributeSchema {
  readonly type?: WireType;
  readonly nested_type?: NestedTypeSchema;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly write_only?: boolean;
}

export interface AttributeSchemas {
  readonly [attribute: string]: AttributeSchema;
}

/** An attribute made of attributes. */
export interface NestedTypeSchema {
  readonly attributes: AttributeSchemas;
  readonly nesting_mode: 'single' | 'list' | 'set' | 'map';
}

/** A block type with how often it may stand. */
export interface NestedBlockSchema {
  readonly block: BlockSchema;
  readonly nesting_mode: 'single' | 'list' | 'set' | 'map' | 'group';
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface NestedBlockSchemas {
  readonly [block: string]: NestedBlockSchema;
}

export interface BlockSchema {
  readonly attributes?: AttributeSchemas;
  readonly block_types?: NestedBlockSchemas;
  readonly deprecated?: boolean;
}

/** The schema of one resource type, data source or provider configuration. */
export interface ObjectSchema {
  readonly version: number;
  readonly block: BlockSchema;
}

export interface ObjectSchemas {
  readonly [type: string]: ObjectSchema;
}

/** The schemas of one provider. */
export interface ProviderSchema {
  readonly provider: ObjectSchema;
  readonly resource_schemas: ObjectSchemas;
  readonly data_source_schemas: ObjectSchemas;
  readonly ephemeral_resource_schemas?: ObjectSchemas;
}

/** The file that `terraform providers schema -json` writes. */
export interface ProviderSchemaFile {
  readonly provider_schemas: { readonly [address: string]: ProviderSchema };
}

const types = new WeakMap<BlockSchema, WireType>();

/** The object type that values of a block have on the wire. */
export function blockType(block: BlockSchema): WireType {
  const known = types.get(block);
  if (known !== undefined) return known;
  const type: WireType = [
    'object',
    {
      ...attributeTypes(block.attributes ?? {}),
      ...Object.fromEntries(
        Object.entries(block.block_types ?? {}).map(([name, nested]) => [
          name,
          nestedType(nested.nesting_mode, blockType(nested.block)),
        ]),
      ),
    },
  ];
  types.set(block, type);
  return type;
}

/** The type of an attribute, whether simple or made of attributes. */
export function attributeType(attribute: AttributeSchema): WireType {
  if (attribute.nested_type === undefined) return attribute.type ?? 'dynamic';
  const { attributes, nesting_mode } = attribute.nested_type;
  return nestedType(nesting_mode, ['object', attributeTypes(attributes)]);
}

function attributeTypes(attributes: AttributeSchemas): AttributeTypes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, attributeType(attribute)]),
  );
}

function nestedType(mode: NestedBlockSchema['nesting_mode'], item: WireType): WireType {
  return mode === 'single' || mode === 'group' ? item : [mode, item];
}
