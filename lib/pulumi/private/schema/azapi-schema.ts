import { memberOf, PLAIN, type Schema, type Shape } from './schema';

const LIST: Shape = { kind: 'list' };

/** Blocks and objects of azapi's resources, whose bindings are written by hand and say nothing of the inside. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['identity', { kind: 'list', of: schemaOf(new Map([['identity_ids', LIST]])) }],
  [
    'retry',
    {
      kind: 'object',
      isList: false,
      of: schemaOf(new Map([['error_message_regex', LIST]])),
    },
  ],
]);

/** What the metadata of azapi's resources leaves out. */
export const AZAPI_SCHEMA: Schema = {
  member: (name) => memberOf(name, SHAPES.get(name), () => false),
};

function schemaOf(lists: ReadonlyMap<string, Shape>): Schema {
  return { member: (name) => memberOf(name, lists.get(name) ?? PLAIN, () => false) };
}
