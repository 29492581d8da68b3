import type { BlockMessage, AttributeMessage, SchemaMessage } from '../protocol/messages';
import type {
  AttributeSchemas,
  BlockSchema,
  NestedBlockSchema,
  ObjectSchema,
  ObjectSchemas,
} from './provider-schema';

/** Numbers of the nesting modes in the plugin protocol, alike for blocks and nested attributes. */
const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 } as const;

/** All schemas of a kind in the form of the plugin protocol. */
export function schemaMessages(schemas: ObjectSchemas): { [type: string]: SchemaMessage } {
  return Object.fromEntries(
    Object.entries(schemas).map(([type, schema]) => [type, schemaMessage(schema)]),
  );
}

/** A schema in the form of the plugin protocol. */
export function schemaMessage(schema: ObjectSchema): SchemaMessage {
  return { version: schema.version, block: blockMessage(schema.block, schema.version) };
}

function blockMessage(block: BlockSchema, version: number): BlockMessage {
  return {
    version,
    attributes: attributeMessages(block.attributes ?? {}),
    block_types: Object.entries(block.block_types ?? {}).map(([name, nested]) =>
      nestedBlockMessage(name, nested),
    ),
    deprecated: block.deprecated === true,
  };
}

function nestedBlockMessage(name: string, nested: NestedBlockSchema): object {
  return {
    type_name: name,
    block: blockMessage(nested.block, 0),
    nesting: NESTING[nested.nesting_mode],
    min_items: nested.min_items ?? 0,
    max_items: nested.max_items ?? 0,
  };
}

function attributeMessages(attributes: AttributeSchemas): AttributeMessage[] {
  return Object.entries(attributes).map(([name, attribute]) => ({
    name,
    required: attribute.required === true,
    optional: attribute.optional === true,
    computed: attribute.computed === true,
    sensitive: attribute.sensitive === true,
    deprecated: attribute.deprecated === true,
    write_only: attribute.write_only === true,
    ...(attribute.nested_type === undefined
      ? { type: Buffer.from(JSON.stringify(attribute.type)) }
      : {
          nested_type: {
            attributes: attributeMessages(attribute.nested_type.attributes),
            nesting: NESTING[attribute.nested_type.nesting_mode],
          },
        }),
  }));
}
