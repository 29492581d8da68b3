import { azapiSchema, azurermSchema } from '../../../lib/offline-provider/schemas';
import type { Json } from './mocked-pulumi';

/** A block of a provider's schema, as the provider itself sends it. */
interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly type?: unknown; readonly nested_type?: Block }>
  >;
  readonly block_types?: Readonly<
    Record<
      string,
      { readonly nesting_mode: string; readonly max_items?: number; readonly block: Block }
    >
  >;
}

/** Plurals of every list of the schemas that the examples give a value. */
const PLURALS: Readonly<Record<string, string>> = {
  actions: 'actions',
  assignable_scopes: 'assignableScopes',
  bypass: 'bypasses',
  identity: 'identities',
  permissions: 'permissions',
  identity_ids: 'identityIds',
  locks: 'locks',
  replace_triggers_refs: 'replaceTriggersRefs',
  trigger_dependency: 'triggerDependencies',
  error_message_regex: 'errorMessageRegexes',
};

/** The schema that a provider has for a resource. */
export function schemaOf(type: string): Block {
  const { resource_schemas: schemas } = type.startsWith('azapi_') ? azapiSchema() : azurermSchema();
  const found = (schemas as Readonly<Record<string, { readonly block: Block }>>)[type];
  if (found === undefined) throw new RangeError(`no schema of ${type}`);
  return found.block;
}

/** Properties as the bridge names them, from the attributes of Terraform and the provider's own schema. */
export function expectedProperties(
  attributes: Json,
  { attributes: simple = {}, block_types: nested = {} }: Block,
  value: (given: unknown) => unknown,
): Json {
  const skipped = new Set(['//', 'depends_on', 'for_each', 'lifecycle', 'timeouts']);
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !skipped.has(name))
      .map(([name, given]) => {
        const block = nested[name];
        if (block !== undefined) {
          const items = [given]
            .flat()
            .map((item) => expectedProperties(item as Json, block.block, value));
          return block.max_items === 1 ? [camel(name), items[0]] : [plural(name), items];
        }
        const inside = simple[name]?.nested_type;
        if (inside !== undefined)
          return [camel(name), expectedProperties(given as Json, inside, value)];
        const type = simple[name]?.type;
        if (type === undefined) throw new RangeError(`no attribute ${name}`);
        const isList = Array.isArray(type) && (type[0] === 'list' || type[0] === 'set');
        return [isList ? plural(name) : camel(name), value(given)];
      }),
  );
}

function plural(name: string): string {
  const found = PLURALS[name];
  if (found === undefined) throw new RangeError(`no plural of ${name}`);
  return found;
}

/** `min_tls_version` as `minTlsVersion`. */
export function camel(name: string): string {
  return name
    .split('_')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}
